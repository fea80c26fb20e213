"""Which table of cues serves a language."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from reader.text.cues.table import Cues

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "nl", "pt")
"""Languages with a table of their own: a module of this folder each."""

FALLBACK = "others"
"""The module that has the commonest cues of many more languages."""


def cues_for(language: str | None) -> Cues:
    """Find the table that serves a language.

    A table is loaded, and its patterns compiled, when a text first needs it.

    Args:
        language: A BCP 47 tag such as `pt-BR`, or None.

    Returns:
        The language's own table; a common one for any other language.
    """
    primary = (language or "").replace("_", "-").partition("-")[0].lower()
    return _table(primary if primary in LANGUAGES else FALLBACK)


@cache
def _table(module: str) -> Cues:
    cues: Cues = import_module(f"reader.text.cues.{module}").CUES
    return cues
