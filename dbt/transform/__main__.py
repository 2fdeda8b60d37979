"""python -m transform [dbt command and arguments; `build` where none is given]"""

from __future__ import annotations

import sys

from .failure import Failure


def main(arguments: list[str]) -> int:
    words = arguments if arguments and not arguments[0].startswith("-") else ["build", *arguments]
    try:
        from .run import Run
        from .settings import Settings

        return int(Run(Settings.read(), words).execute())
    except Failure as failure:
        print(f"error: {failure}", file=sys.stderr)
        return int(failure.code)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
