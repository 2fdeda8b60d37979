"""A Runtime API that hands out one invocation and notes what the function answers; and a Secrets Manager with one secret."""

from __future__ import annotations

import contextlib
import http.server
import json
import subprocess
import threading
from collections.abc import Iterator


class Stub:
    """What the function said, by path."""

    def __init__(self, event: bytes) -> None:
        self.event = event
        self.posts: list[tuple[str, str]] = []
        self.handed_out = False
        self.private_key = subprocess.run(
            ["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout


@contextlib.contextmanager
def runtime_api(event: bytes) -> Iterator[tuple[Stub, str]]:
    """The stub and its address, as AWS_LAMBDA_RUNTIME_API wants it."""
    stub = Stub(event)

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            if stub.handed_out:
                self.send_response(410)
                self.end_headers()
                return
            stub.handed_out = True
            self.send_response(200)
            self.send_header("Lambda-Runtime-Aws-Request-Id", "request-1")
            self.send_header("Lambda-Runtime-Deadline-Ms", "9999999999999")
            self.send_header("Content-Length", str(len(stub.event)))
            self.end_headers()
            self.wfile.write(stub.event)

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length).decode()
            if self.headers.get("X-Amz-Target") == "secretsmanager.GetSecretValue":
                answer = json.dumps({"SecretString": json.dumps({"privateKey": stub.private_key})}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
                return
            stub.posts.append((self.path, body))
            self.send_response(202)
            self.end_headers()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield stub, f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
