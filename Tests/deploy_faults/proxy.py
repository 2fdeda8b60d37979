"""A proxy on the loopback that counts the deployer's network calls and breaks the n-th one."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import socketserver
import struct
import subprocess
import threading
from http.server import BaseHTTPRequestHandler

FAULTS = ("reset", "lost answer", "500", "503", "throttle", "cut body")
"""What may happen to a call. `timeout` takes a minute, so only the slow sweep has it."""

KILLS = ("kill before", "kill after")
"""The deployer is killed when it makes a call: before the service hears of it, or after it has done it."""


class Trap:
    """Counts the calls of both proxies from when it is armed, and springs at one of them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number = 0
        self._fault = ""
        self.calls: list[str] = []
        self.sprung = ""
        self.victim: subprocess.Popen[str] | None = None

    def arm(self, number: int = 0, fault: str = "") -> None:
        with self._lock:
            self._number, self._fault, self.calls, self.sprung = number, fault, [], ""

    def take(self, name: str) -> str:
        """Counts a call; gives the fault that is for it, or nothing."""
        with self._lock:
            self.calls.append(name)
            if len(self.calls) != self._number:
                return ""
            self.sprung = name
            return self._fault

    def kill(self) -> None:
        if self.victim is not None:
            os.kill(self.victim.pid, signal.SIGKILL)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Proxy

    def _name(self, body: bytes) -> str:
        target = self.headers.get("X-Amz-Target")
        if target:
            return target.rpartition(".")[2]
        for pair in body[:4000].split(b"&"):
            if pair.startswith(b"Action="):
                return pair[7:].decode()
        return f"{self.command} {self.path.partition('?')[0]}"

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        counted = not self.path.startswith(("/_ministack", "/_emulator"))
        name = self._name(body)
        fault = self.server.trap.take(name) if counted else ""
        if fault == "reset":
            return self._reset()
        if fault == "timeout":
            threading.Event().wait(90)
            return self._reset()
        if fault == "kill before":
            self.server.trap.kill()
            return self._reset()
        if fault in ("500", "503"):
            return self._send(int(fault), [], b"")
        if fault == "throttle":
            return self._throttle()
        status, headers, answer = self._forward(body)
        if fault == "kill after":
            self.server.trap.kill()
            return self._reset()
        if fault == "lost answer":
            return self._reset()
        if fault == "cut body" and len(answer) > 1:
            return self._cut(status, headers, answer)
        if fault == "cut body":
            return self._reset()
        return self._send(status, headers, answer)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _answer

    def _forward(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.upstream, timeout=120)
        try:
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for header, value in self.headers.items():
                connection.putheader(header, value)
            connection.endheaders(body or None)
            response = connection.getresponse()
            skipped = ("transfer-encoding", "connection", "content-length", "keep-alive")
            headers = [(key, value) for key, value in response.getheaders() if key.lower() not in skipped]
            if self.command == "HEAD":
                headers.append(("Content-Length", response.getheader("Content-Length") or "0"))
            return response.status, headers, response.read()
        finally:
            connection.close()

    def _send(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for key, value in headers:
            self.send_header(key, value)
        if self.command != "HEAD":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _throttle(self) -> None:
        if self.server.speaks_sql:
            return self._send(429, [], b'{"code":"390106","message":"too many requests"}')
        error = b"<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>"
        if self.headers.get("X-Amz-Target"):
            error = b'{"__type":"ThrottlingException","message":"Rate exceeded"}'
        return self._send(400, [], error)

    def _cut(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for key, value in headers:
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])
        self.close_connection = True

    def _reset(self) -> None:
        """Ends the connection with RST and not with FIN."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RD)

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the trap keeps the calls."""


class Proxy(socketserver.ThreadingTCPServer):
    """Stands between the deployer and one embedded cloud."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int, upstream: int, trap: Trap, *, speaks_sql: bool) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.upstream = upstream
        self.trap = trap
        self.speaks_sql = speaks_sql
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed has hung up."""
