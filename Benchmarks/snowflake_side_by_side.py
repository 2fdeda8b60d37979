"""How long a plan takes to compute, and one set of DDL applied by the deployer, schemachange and snowflake-cli.

Each tool gets an embedded Snowflake of its own, fresh, one after the other in one run; the same 260 statements. Times are
those of whole commands for the other tools (they start a Python) and of the work alone for the deployer; `start` is what the
deployer's process takes to start and print its version of help, to be added. The other tools are installed on first use.

    .venv-snowflake/bin/python Benchmarks/snowflake_side_by_side.py          # after `swift build --build-tests`
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Tests" / "emulator")]
PEERS = ["schemachange==4.4.0", "snowflake-cli==3.30.0"]


REDIRECTION = """
import os
if os.environ.get("SNOWLINE_BENCH_PORT"):
    import snowflake.connector
    connected = snowflake.connector.SnowflakeConnection.__init__
    def __init__(self, *arguments, **settings):
        settings.update(host="127.0.0.1", port=int(os.environ["SNOWLINE_BENCH_PORT"]), protocol="http")
        connected(self, *arguments, **settings)
    snowflake.connector.SnowflakeConnection.__init__ = __init__
"""
"""schemachange takes no host, so its connector is told where the embedded Snowflake is."""


def timed(command: list[str], **variables: str) -> float:
    began = time.perf_counter()
    done = subprocess.run(
        command,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return seconds * 1000


def measured(filters: str, **variables: str) -> dict[str, float]:
    """The RESULT lines of the Swift measurements."""
    command = ["swift", "test", "--skip-build", "--filter", filters]
    done = subprocess.run(
        command,
        env={**os.environ, **variables, "SNOWLINE_BENCHMARK": "1"},
        capture_output=True, text=True, check=False, timeout=300, cwd=ROOT,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stdout[-3000:] + done.stderr[-3000:])
    lines = [line.split() for line in done.stdout.splitlines() if line.startswith("RESULT ")]
    return {name: float(value) for _, name, value in lines}


def peers(folder: Path) -> Path:
    """A virtual environment with the other tools."""
    place = folder / "peers"
    if not place.exists():
        venv.create(place, with_pip=True)
        subprocess.run([place / "bin" / "pip", "install", "-q", *PEERS], check=True)
    return place / "bin"


def connection(folder: Path, url: str, key: Path) -> Path:
    host, port = url.removeprefix("http://").split(":")
    path = folder / "connections.toml"
    path.write_text(
        f'[bench]\naccount = "SNOWLINE-LOCAL"\nuser = "DEPLOYER"\nrole = "ACCOUNTADMIN"\nhost = "{host}"\nport = {port}\n'
        f'protocol = "http"\nauthenticator = "SNOWFLAKE_JWT"\nprivate_key_file = "{key}"\n'
        'database = "HISTORY"\nschema = "PUBLIC"\nwarehouse = "HISTORY_WH"\n'
    )
    path.chmod(0o600)
    return path


def main() -> None:
    from cryptography.hazmat.primitives import serialization
    from processes import Emulator
    from sql_api import SqlApi, new_key, public_pem

    results = measured("SnowflakeSpeed/`a plan", SNOWLINE_BENCH_DDL="")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        key = new_key()
        pem = folder / "key.p8"
        pem.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        pem.chmod(0o600)
        public = folder / "key.pub"
        public.write_bytes(public_pem(key))
        (folder / "sitecustomize.py").write_text(REDIRECTION)
        ddl = folder / "ddl"
        ddl.mkdir()
        measured("SnowflakeSpeed/`the statements", SNOWLINE_BENCH_DDL=str(ddl))
        tools = peers(Path(os.environ.get("SNOWLINE_PEERS", folder)))

        def fresh(tool: str) -> Emulator:
            state = folder / tool
            state.mkdir()
            emulator = Emulator(state, public, "http://127.0.0.1:1")
            emulator.start()
            sql = SqlApi(emulator.url, key, role="ACCOUNTADMIN")
            sql.ok("CREATE WAREHOUSE HISTORY_WH")
            sql.ok("CREATE DATABASE HISTORY")
            return emulator

        emulator = fresh("deploy")
        results |= {
            f"deploy {name}": value
            for name, value in measured(
                "SnowflakeSpeed/`apply",
                SNOWLINE_BENCH_ENDPOINT=emulator.url,
                SNOWLINE_BENCH_KEY=str(pem),
            ).items()
        }
        emulator.stop()
        results["deploy start"] = timed([str(ROOT / ".build/debug/deploy"), "--help"])
        for tool in ("schemachange", "snow"):
            emulator = fresh(tool)
            settings = connection(folder, emulator.url, pem)
            if tool == "snow":
                config = folder / "config.toml"
                config.write_text(settings.read_text().replace("[bench]", "[connections.bench]"))
                config.chmod(0o600)
                command = [str(tools / "snow"), "--config-file", str(config), "sql", "-c", "bench", "-f",
                           str(ddl / "V1.0.0__everything.sql")]  # fmt: skip
            else:
                command = [str(tools / "schemachange"), "deploy", "-f", str(ddl), "-C", "bench",
                           "--connections-file-path", str(settings), "-c", "HISTORY.PUBLIC.CHANGES",
                           "--create-change-history-table"]  # fmt: skip
            try:
                variables = {"PYTHONPATH": str(folder), "SNOWLINE_BENCH_PORT": str(emulator.port)}
                results[f"{tool} apply_ms"] = timed(command, **variables)
                results[f"{tool} no_change_ms"] = timed(command, **variables)
            finally:
                emulator.stop()
    for name, value in results.items():
        print(f"{value:10.0f} ms  {name}")
    for tool in ("schemachange", "snow"):
        for what in ("apply_ms", "no_change_ms"):
            ours = results[f"deploy {what}"] + results["deploy start"]
            print(f"{results[f'{tool} {what}'] / ours:8.1f} ×  {tool} against deploy, {what.removesuffix('_ms')}")


if __name__ == "__main__":
    main()
