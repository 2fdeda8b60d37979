"""The line between the function and everything it asks, on which one request fails in a chosen way."""

from __future__ import annotations

import dataclasses
import enum
import http.client
import http.server
import socket
import threading
from collections.abc import Callable


class Fate(enum.Enum):
    """What becomes of the request."""

    REFUSED = "answered with 503"
    BROKEN = "answered with 500"
    LOST = "does not get there"
    ANSWER_LOST = "is carried out, and its answer does not come back"
    CUT_SHORT = "is carried out, and half of its answer comes back"
    KILLED_BEFORE = "does not get there, and the process is killed"
    KILLED_AFTER = "is carried out, and the process is killed"


@dataclasses.dataclass
class Line:
    """Counts the requests of one process, whomever they are for. Safe for the threads of the servers."""

    number: int = 0
    """Which request fails, from 1; 0 for none."""
    fate: Fate = Fate.REFUSED
    kill: Callable[[], None] = lambda: None
    count: int = 0
    struck: str | None = None
    lock: threading.Lock = dataclasses.field(default_factory=threading.Lock)

    def next(self, name: str) -> Fate | None:
        with self.lock:
            self.count += 1
            if self.count != self.number:
                return None
            self.struck = name
            return self.fate


class Handler(http.server.BaseHTTPRequestHandler):
    """Carries requests out, or lets them fail. The server says how to carry one out."""

    protocol_version = "HTTP/1.1"
    # Head and body go out at once: a delay of the proxy's own would be taken for the function's.
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Server

    def log_message(self, *_: object) -> None:
        pass

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        line = self.server.line
        fate = line.next(f"{self.server.name} {self.command} {self.path}")
        if fate in (Fate.REFUSED, Fate.BROKEN):
            return self.give(503 if fate is Fate.REFUSED else 500, [], b"")
        if fate is Fate.KILLED_BEFORE:
            line.kill()
        if fate in (Fate.LOST, Fate.KILLED_BEFORE):
            return self.hang_up()
        status, headers, answer = self.server.carry_out(self, body)
        if fate is Fate.KILLED_AFTER:
            line.kill()
        if fate in (Fate.ANSWER_LOST, Fate.KILLED_AFTER):
            return self.hang_up()
        self.give(status, headers, answer, cut=fate is Fate.CUT_SHORT)

    do_HEAD = do_POST = do_PUT = do_DELETE = do_GET

    def hang_up(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)

    def give(self, status: int, headers: list[tuple[str, str]], body: bytes, cut: bool = False) -> None:
        left_out = {"connection", "transfer-encoding", "content-length", "date", "server"}
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in left_out:
                self.send_header(name, value)
        length = next((value for name, value in headers if name.lower() == "content-length"), str(len(body)))
        self.send_header("Content-Length", length if self.command == "HEAD" else str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
        if cut:
            self.wfile.flush()
            self.hang_up()


class Server(http.server.ThreadingHTTPServer):
    """A server on a free port of the loopback."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, name: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.name = name
        self.line = Line()
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """A function that was killed leaves broken connections."""

    def carry_out(self, request: Handler, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        raise NotImplementedError


class Proxy(Server):
    """Passes requests on as they are, signed host name included."""

    def __init__(self, name: str, port: int) -> None:
        super().__init__(name)
        self.port = port

    def carry_out(self, request: Handler, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        upstream = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            upstream.putrequest(request.command, request.path, skip_host=True, skip_accept_encoding=True)
            for name, value in request.headers.items():
                if name.lower() != "connection":
                    upstream.putheader(name, value)
            upstream.endheaders(body or None)
            answer = upstream.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            upstream.close()
