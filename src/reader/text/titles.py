"""Titles within a sentence of ours."""

from __future__ import annotations

from typing import Final

_WITHIN: Final = str.maketrans("“”", "‘’")


def titled(title: str) -> str:
    """A title in quotation marks; those it has itself become single ones."""
    return f"“{title.translate(_WITHIN)}”"
