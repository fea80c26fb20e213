"""How things of the library are named on the command line."""

from __future__ import annotations


def named(name: str) -> int | str:
    """Read the name of an article or a source.

    Returns:
        Its ID, if it is all digits; otherwise the address, path or name as it is.
    """
    return int(name) if name.isascii() and name.isdecimal() else name
