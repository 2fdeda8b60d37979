"""The deployer against `aws cloudformation deploy`, on the embedded clouds, in one run; ratios count, seconds do not.

    .venv-bench/bin/pip install awscli==1.45.11
    .venv-bench/bin/python Benchmarks/deploy.py

Both deploy the same template with the same parameters and the same archive in place. Prints seconds and ratios, and the largest
resident memory of the deployer; exits with 1 when a promise is not kept: a deploy without changes three times as fast,
a creation, an update and a removal at least as fast, memory of 60 MB.
"""

from __future__ import annotations

import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
DEPLOY = ROOT / os.environ.get("SNOWLINE_DEPLOY", ".build/release/deploy")
STACK = "retail-pipeline-local"
RUNS = int(os.environ.get("RUNS") or 5)
PORTS = {"SNOWLINE_AWS_PORT": "14666", "SNOWLINE_SNOWFLAKE_PORT": "14680"} | {
    name: os.environ[name] for name in ("SNOWLINE_AWS_PORT", "SNOWLINE_SNOWFLAKE_PORT") if name in os.environ
}


def run(*command: object, extra: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command], env={**os.environ, **PORTS, **(extra or {})}, cwd=ROOT, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{command}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def seconds(work: object) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


class CLI:
    """`aws` with the credentials of the embedded account."""

    def __init__(self) -> None:
        self.program = shutil.which("aws", path=str(pathlib.Path(sys.executable).parent)) or "aws"
        keys = json.loads((ROOT / ".snowline/local/credentials.json").read_text())
        self.variables = {
            "AWS_ACCESS_KEY_ID": keys["accessKeyId"], "AWS_SECRET_ACCESS_KEY": keys["secretAccessKey"],
            "AWS_DEFAULT_REGION": "eu-west-1", "AWS_ENDPOINT_URL": f"http://127.0.0.1:{PORTS['SNOWLINE_AWS_PORT']}",
        }  # fmt: skip

    def __call__(self, *arguments: object) -> str:
        return run(self.program, *arguments, extra=self.variables)


def deploy() -> None:
    run(DEPLOY, "--env", "local", "--stack", "retail-pipeline", "--yes")


def destroy() -> None:
    run(DEPLOY, "destroy", "--env", "local", "--stack", "retail-pipeline", "--empty-buckets", "--drop-data",
        "--confirm", "local")  # fmt: skip


def measure() -> dict[str, tuple[float, float]]:
    """Seconds of the deployer and of the CLI, medians, by what is done."""
    ours: dict[str, list[float]] = {"create": [], "no change": [], "update": [], "delete": []}
    theirs: dict[str, list[float]] = {name: [] for name in ours}
    run(DEPLOY, "local", "up")
    deploy()
    cli = CLI()
    live = json.loads(cli("cloudformation", "describe-stacks", "--stack-name", STACK))["Stacks"][0]
    parameters = [f"{each['ParameterKey']}={each['ParameterValue']}" for each in live["Parameters"]]
    template = json.loads(cli("cloudformation", "get-template", "--stack-name", STACK))["TemplateBody"]
    text = template if isinstance(template, str) else json.dumps(template)
    changed = re.sub(r"(?m)^( +)VisibilityTimeout: (\d+)$", r"\1VisibilityTimeout: 999", text, count=1)
    with tempfile.TemporaryDirectory() as folder:
        original, other = pathlib.Path(folder, "one.yaml"), pathlib.Path(folder, "other.yaml")
        original.write_text(text)
        other.write_text(changed)

        def cli_deploy(file: pathlib.Path) -> None:
            cli("cloudformation", "deploy", "--stack-name", STACK, "--template-file", file, "--capabilities",
                "CAPABILITY_NAMED_IAM", "--no-fail-on-empty-changeset", "--parameter-overrides", *parameters)  # fmt: skip

        def cli_delete() -> None:
            cli("cloudformation", "delete-stack", "--stack-name", STACK)
            cli("cloudformation", "wait", "stack-delete-complete", "--stack-name", STACK)

        for _ in range(RUNS):
            ours["no change"].append(seconds(deploy))
            theirs["no change"].append(seconds(lambda: cli_deploy(original)))
            theirs["update"].append(seconds(lambda: cli_deploy(other)))
            ours["update"].append(seconds(deploy))
            ours["delete"].append(seconds(destroy))
            theirs["create"].append(seconds(lambda: cli_deploy(original)))
            theirs["delete"].append(seconds(cli_delete))
            cli("s3", "rb", "--force", f"s3://retail-local-lake-{live['StackId'].split(':')[4]}")
            ours["create"].append(seconds(deploy))
    return {name: (statistics.median(ours[name]), statistics.median(theirs[name])) for name in ours}


def main() -> None:
    promised = {"no change": 3.0, "create": 1.0, "update": 1.0, "delete": 1.0}
    try:
        results = measure()
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        memory = peak_memory()
    finally:
        run(DEPLOY, "local", "down", "--reset")
    kept = memory <= 60
    print(f"{'':12}{'deploy':>8}{'aws':>8}  ratio  promised")
    for name, (own, other) in results.items():
        kept = kept and other / own >= promised[name]
        print(f"{name:12}{own:7.2f}s{other:7.2f}s  {other / own:5.1f}  {promised[name]:.1f}")
    print(f"memory of a deploy: {memory} MB (of all children so far {before // 1024} MB), promised 60 MB")
    sys.exit(0 if kept else 1)


def peak_memory() -> int:
    """The largest resident set of a deploy without changes, in MB, as wait4(2) tells it of that process alone."""
    process = subprocess.Popen(
        [str(DEPLOY), "--env", "local", "--stack", "retail-pipeline", "--yes"], env={**os.environ, **PORTS}, cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss // 1024


if __name__ == "__main__":
    main()
