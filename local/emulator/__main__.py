"""python -m emulator --port … --state … --admin-public-key …"""

from __future__ import annotations

import logging
import sys

from .configuration import ConfigurationError, parse


def main() -> int:
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for noisy in ("botocore", "boto3", "urllib3", "snowflake", "sqlglot", "uvicorn"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    try:
        configuration = parse()
        from .server import serve

        serve(configuration)
    except ConfigurationError as failure:
        print(f"emulator: {failure}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
