"""Starting, answering, ending."""

from __future__ import annotations

import json
import socket
import subprocess
import urllib.request
from pathlib import Path

from processes import Emulator, emulator_command, emulator_environment, free_port


def refused(command: list[str]) -> tuple[int, str]:
    """Exit code and what stderr said."""
    done = subprocess.run(command, env=emulator_environment(), capture_output=True, text=True, timeout=30)
    return done.returncode, done.stderr


def test_health_tells_version_and_pid(emulator: Emulator) -> None:
    with urllib.request.urlopen(f"{emulator.url}/_emulator/health") as response:
        body = json.load(response)
    assert body["status"] == "ok"
    assert body["version"]
    assert emulator.process is not None
    assert body["pid"] == emulator.process.pid


def test_it_listens_on_the_loopback_interface_only(emulator: Emulator) -> None:
    listeners = subprocess.run(["ss", "-ltnH"], capture_output=True, text=True, check=True).stdout
    mine = [line.split()[3] for line in listeners.splitlines() if line.split()[3].endswith(f":{emulator.port}")]
    assert mine == [f"127.0.0.1:{emulator.port}"]


def test_sigterm_ends_it_with_exit_code_0(public_key_file: Path, tmp_path: Path) -> None:
    server = Emulator(tmp_path, public_key_file)
    server.start()
    assert server.stop() == 0
    assert "stopped" in server.log()


def test_a_busy_port_is_one_clear_line(public_key_file: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = refused(emulator_command(port, tmp_path, public_key_file))
    assert code == 2
    assert said.strip() == f"emulator: --port {port}: cannot listen on 127.0.0.1 (Address already in use)"


def test_a_missing_key_file_is_one_clear_line(tmp_path: Path) -> None:
    missing = tmp_path / "none.pub"
    code, said = refused(emulator_command(free_port(), tmp_path, missing))
    assert code == 2
    assert said.strip() == f"emulator: --admin-public-key {missing}: No such file or directory"


def test_a_key_file_without_a_key_is_one_clear_line(tmp_path: Path) -> None:
    file = tmp_path / "text.pub"
    file.write_text("not a key")
    code, said = refused(emulator_command(free_port(), tmp_path, file))
    assert (code, said.strip()) == (2, f"emulator: --admin-public-key {file}: not a PEM public key")


def test_a_state_folder_that_cannot_be_used_is_one_clear_line(public_key_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    code, said = refused(emulator_command(free_port(), file, public_key_file))
    assert code == 2
    assert said.startswith(f"emulator: --state {file}: cannot be used (")
    assert said.count("\n") == 1


def test_a_second_emulator_on_the_same_state_is_refused(emulator: Emulator, public_key_file: Path) -> None:
    code, said = refused(emulator_command(free_port(), emulator.state, public_key_file))
    assert (code, said.strip()) == (2, f"emulator: --state {emulator.state}: another emulator is using it")


def test_the_log_has_a_line_a_request_and_no_secrets(emulator: Emulator, administrator) -> None:
    administrator.ok("SELECT 'a-text-of-the-statement'")
    log = emulator.log()
    assert "POST /api/v2/statements 200" in log
    assert "Bearer" not in log
    assert "a-text-of-the-statement" not in log
