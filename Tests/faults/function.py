"""The function as a process, and the part of AWS Lambda that hands it events: one at a time, again when it fails."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import time
from typing import Any

from line import Handler, Line, Proxy, Server

SECONDS = 5
"""Until the deadline of an invocation."""


class RuntimeAPI(Server):
    """Hands out the event that waits, and notes what the function posts."""

    def __init__(self) -> None:
        super().__init__("runtime")
        self.lock = threading.Lock()
        self.event: bytes | None = None
        self.generation = 0
        self.posts: queue.Queue[tuple[str, bytes]] = queue.Queue()
        self.invocations = 0

    def carry_out(self, request: Handler, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        if request.command == "POST":
            self.posts.put((request.path, body))
            return 202, [], b""
        event = self.wait(self.generation)
        if event is None:
            return 410, [], b""
        self.invocations += 1
        headers = [
            ("Lambda-Runtime-Aws-Request-Id", f"request-{self.invocations}"),
            ("Lambda-Runtime-Deadline-Ms", str(int((time.time() + SECONDS) * 1000))),
        ]
        return 200, headers, event

    def wait(self, generation: int) -> bytes | None:
        """The next event; none for a process that has been replaced meanwhile."""
        while True:
            with self.lock:
                if self.generation != generation:
                    return None
                if self.event is not None:
                    event, self.event = self.event, None
                    return event
            time.sleep(0.002)


class Function:
    """A process of the function behind the line."""

    def __init__(self, command: list[str], variables: dict[str, str], aws_port: int, snowflake_port: int) -> None:
        self.command = command
        self.settings = variables
        self.runtime = RuntimeAPI()
        self.aws = Proxy("aws", aws_port)
        self.snowflake = Proxy("snowflake", snowflake_port)
        self.variables = variables | {
            "AWS_LAMBDA_RUNTIME_API": self.runtime.address,
            "AWS_ENDPOINT_URL": f"http://{self.aws.address}",
            "SNOWFLAKE_ENDPOINT_URL": f"http://{self.snowflake.address}",
        }
        self.process: subprocess.Popen[bytes] | None = None
        self.log = b""

    def connect(self, line: Line) -> None:
        line.kill = self.kill
        for server in (self.runtime, self.aws, self.snowflake):
            server.line = line

    def kill(self) -> None:
        if self.process:
            self.process.kill()

    def close(self) -> None:
        self.kill()
        if self.process:
            self.process.wait()
        for server in (self.runtime, self.aws, self.snowflake):
            server.shutdown()
            server.server_close()

    def deliver(self, event: dict[str, Any], fresh: bool) -> bool:
        """Whether the message is done with. A process that has ended is replaced."""
        if fresh:
            self.end()
        while not self.runtime.posts.empty():
            self.runtime.posts.get()
        if self.process is not None and self.process.poll() is not None:
            self.end()
        with self.runtime.lock:
            self.runtime.event = json.dumps(event).encode()
        if self.process is None:
            self.process = subprocess.Popen(
                self.command, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
        deadline = time.monotonic() + SECONDS + 3
        while time.monotonic() < deadline:
            try:
                path, body = self.runtime.posts.get(timeout=0.005)
            except queue.Empty:
                if self.process.poll() is None:
                    continue
                if self.runtime.posts.empty():
                    break
                continue
            if path.endswith("/response"):
                return json.loads(body)["batchItemFailures"] == []
            if path.endswith("/error"):
                break
        self.end()
        return False

    def end(self) -> None:
        """Ends the process and keeps what it logged."""
        with self.runtime.lock:
            self.runtime.generation += 1
            self.runtime.event = None
        if self.process is None:
            return
        self.process.kill()
        self.log = self.process.communicate()[0]
        self.process = None
