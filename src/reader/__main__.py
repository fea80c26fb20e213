"""`python -m reader`, and the `reader` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program.

    Returns:
        The exit code.
    """
    from reader.cli.putting_off import PUT_OFF, put_off

    put_off(*PUT_OFF)
    from reader.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
