"""The signs that stand for what html2text would lose.

html2text takes some characters for markup, collapses some spaces, and has no
word for a list item's number, a caption or a code block's language. On the way
through it each of these is one of Unicode's noncharacters, which no text may
hold and which html2text and the Markdown parser leave alone.
"""

from __future__ import annotations

import re

from reader.domain.article import Mark

OPENING = {
    Mark.EMPHASIS: "\ufdd0",
    Mark.STRONG: "\ufdd1",
    Mark.CODE: "\ufdd2",
    Mark.STRIKE: "\ufdd3",
}
CLOSING = {
    Mark.EMPHASIS: "\ufdd4",
    Mark.STRONG: "\ufdd5",
    Mark.CODE: "\ufdd6",
    Mark.STRIKE: "\ufdd7",
}
MARK_OPENED = {sign: mark for mark, sign in OPENING.items()}
MARK_CLOSED = {sign: mark for mark, sign in CLOSING.items()}

NOTE, NOTE_END = "\ufdd8", "\ufdd9"
"""What stands between them says what the block is, or who is cited."""

BREAK = "\ufdda"
"""A line break inside a block."""

NOTHING = "\ufddb"
"""Nothing, where html2text needs something: an empty cell, the number of a year that ends a sentence."""

_LITERAL = dict(
    zip(
        "\\`*_[]<>&~|#+-=!\u00a0\u202f\u3000",
        map(chr, range(0xFDDC, 0xFDEF)),
        strict=True,
    )
)
_PLAIN = {sign: character for character, sign in _LITERAL.items()}
_HIDDEN = str.maketrans(
    # A page that brings signs of its own has them taken off.
    dict.fromkeys(map(chr, range(0xFDD0, 0xFDF0)), "") | _LITERAL
)
_SHOWN = str.maketrans({**_PLAIN, NOTHING: "", BREAK: "\n"})

SIGN = re.compile("([\ufdd0-\ufdd7])")
"""The signs that open or close a mark."""

NUMBER_FIRST = re.compile(r"^(\s*\d{1,9})(?=[.)])")
"""What Markdown would take for the number of a list's item."""


def hide(text: str) -> str:
    """Put signs in the place of everything that could be taken for markup."""
    return text.translate(_HIDDEN)


def show(text: str) -> str:
    """Put back what `hide` took, and the line breaks."""
    return text.translate(_SHOWN)


def escape(text: str) -> str:
    """Put back what `hide` took as Markdown writes it.

    Args:
        text: One line, the signs of marks and notes already dealt with.
    """
    return show(_MARKUP.sub(lambda found: f"\\{found.group()}", text))


def _markup() -> re.Pattern[str]:
    """What must be escaped, and where: most signs are markup in some places only."""
    at = _LITERAL
    always = "".join(at[sign] for sign in "\\`*[]<~|")
    return re.compile(
        f"[{always}]"
        rf"|{at['_']}(?!(?<=\w.)\w)"
        rf"|{at['&']}(?={at['#']}?\w{{1,32}};)"
        rf"|{at['!']}(?=\[)"
        rf"|^{at['>']}"
        rf"|^{at['#']}(?={at['#']}{{0,5}}(?:\s|$))"
        rf"|^[{at['+']}{at['-']}](?=\s|{at['-']}|$)"
        rf"|^{at['=']}(?=[{at['=']}\s]*$)"
        rf"|{NOTHING}(?=[.)])"
    )


_MARKUP = _markup()
