"""An AWS that takes alerts and metrics and remembers them: just enough of SNS and CloudWatch for what a run sends."""

from __future__ import annotations

import contextlib
import http.server
import json
import threading
import urllib.parse
from collections.abc import Iterator
from typing import Any

Call = dict[str, Any]


class Recorder(http.server.BaseHTTPRequestHandler):
    """Query protocol for SNS; JSON for CloudWatch where the client speaks it."""

    calls: list[Call]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        target = self.headers.get("X-Amz-Target", "")
        if target:
            self.calls.append({"Action": target.rpartition(".")[2], **(json.loads(body) if body[:1] == b"{" else {})})
        else:
            self.calls.append({name: values[0] for name, values in urllib.parse.parse_qs(body.decode()).items()})
        answer = (
            b"{}"
            if target
            else b"<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>"
        )
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *arguments: Any) -> None:
        return


@contextlib.contextmanager
def recording() -> Iterator[tuple[str, list[Call]]]:
    """The endpoint, and the calls so far."""
    handler = type("Handler", (Recorder,), {"calls": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", handler.calls
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
