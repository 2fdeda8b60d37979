"""`deploy diff` of two templates of 500 resources each, beside the same reading and comparing in Python (PyYAML).

    swift build -c release --product deploy
    python3 Benchmarks/diff.py [--deploy .build/release/deploy]

Both read the same two files, in turn, and end with a list of the resources that differ. The Python side has the faster
C loader of PyYAML where it is installed, and no verdicts, no access table and no data-loss warnings.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]

QUEUE = """\
  Queue{n}:
    Type: AWS::SQS::Queue
    Properties:
      KmsMasterKeyId: alias/aws/sqs
      MessageRetentionPeriod: 1209600
      VisibilityTimeout: {timeout}
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Queue0.Arn
        maxReceiveCount: 5
"""
ROLE = """\
  Role{n}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Effect: Allow
          Principal:
            Service: lambda.amazonaws.com
          Action: sts:AssumeRole
      Policies:
      - PolicyName: allow
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
          - Sid: Take
            Effect: Allow
            Action: [{actions}]
            Resource: !GetAtt Queue{n}.Arn
          - Sid: Read
            Effect: Allow
            Action: s3:GetObject
            Resource: !Sub arn:${{AWS::Partition}}:s3:::lake-${{AWS::AccountId}}/inbox/{n}/*
"""

PYTHON = """\
import sys, yaml
loader = type("Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})
def call(loader, tag, node):
    kinds = {"scalar": loader.construct_scalar, "sequence": lambda n: loader.construct_sequence(n, True),
             "mapping": lambda n: loader.construct_mapping(n, True)}
    return {tag: kinds[node.id](node)}
loader.add_multi_constructor("!", call)
old, new = (yaml.load(open(path), loader)["Resources"] for path in sys.argv[1:3])
for name in new:
    if old.get(name) != new[name]:
        print(name)
"""


def template(changed: bool) -> str:
    """250 queues and 250 roles; a fifth of each differs between the two versions."""
    parts = ["AWSTemplateFormatVersion: '2010-09-09'\nResources:\n"]
    for n in range(250):
        differs = changed and n % 5 == 0
        parts.append(QUEUE.format(n=n, timeout=60 if differs else 30))
        actions = "sqs:ReceiveMessage, sqs:DeleteMessage" + (", sqs:SendMessage" if differs else "")
        parts.append(ROLE.format(n=n, actions=actions))
    return "".join(parts)


def seconds(command: list[str]) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deploy", default=str(ROOT / ".build/release/deploy"))
    parser.add_argument("--python", default=sys.executable, help="an interpreter with PyYAML")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        old, new = pathlib.Path(folder, "old.yaml"), pathlib.Path(folder, "new.yaml")
        old.write_text(template(False))
        new.write_text(template(True))
        ours = [options.deploy, "diff", str(old), str(new)]
        theirs = [options.python, "-c", PYTHON, str(old), str(new)]
        times: dict[str, list[float]] = {"deploy": [], "python": []}
        for _ in range(options.rounds):
            for name, command in (("deploy", ours), ("python", theirs)):
                took, out = seconds(command)
                times[name].append(took)
                found = set(re.findall(r"(?:Queue|Role)\d+$", out, re.MULTILINE)) or set(
                    re.findall(r"^  [~±] ((?:Queue|Role)\d+)", out, re.MULTILINE)
                )
                assert len(found) == 100, f"{name} found {len(found)} of 100 changes"
        size = len(old.read_text()) // 1024
        print(f"two templates of 500 resources, {size} KiB each, {options.rounds} rounds in turn")
        for name, values in times.items():
            print(f"{name:8} median {statistics.median(values) * 1000:7.1f} ms   best {min(values) * 1000:7.1f} ms")
        ratio = statistics.median(times["python"]) / statistics.median(times["deploy"])
        print(f"ratio    {ratio:.2f} (python / deploy)")


if __name__ == "__main__":
    main()
