"""What a terminal must never be told.

Text from a page, a feed, a comment or an error page can carry escape
sequences that move the cursor, write the clipboard (OSC 52), rename the
window or turn a line around. None of it is text. Everything from outside
passes here once where it enters, after entities are decoded, and once more
where it is painted.
"""

from __future__ import annotations

import re

_SEQUENCE = re.compile(
    # OSC, DCS, SOS, PM and APC strings, to their terminator or the line's end
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n\r\x0b\x0c\x85\u2028\u2029]*(?:\x07|\x1b\\|\x9c)?"
    # CSI
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    # every other escape
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"
    # Embeddings, overrides and isolates: invisible, and unbalanced as soon as
    # a line is wrapped. The marks (U+200E, U+200F, U+061C) stay.
    "\u202a-\u202e\u2066-\u2069"
    # A byte-order mark, and noncharacters
    "\ufeff\ufffe\uffff"
    "]"
)
_NO_CHARACTER = re.compile("[\ud800-\udfff\U0010eeee]")
"""Half a pair; and what a terminal may show one of our pictures for (`ui/kitty.py`)."""

_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff\U0010eeee]"
)


def clean(text: str) -> str:
    """Take out of a text whatever is not text.

    Escape sequences go whole, so that nothing of them is left to read; every
    kind of line break becomes a line feed; half a surrogate pair, and a picture's
    placeholder, becomes U+FFFD. Cleaning what is clean changes nothing.

    Args:
        text: Any text, entities already decoded.

    Returns:
        The text without control characters (but for line feeds and tabs) and
        without bidirectional embeddings, overrides and isolates.
    """
    if _SUSPECT.search(text) is None:
        return text
    # The next-line control (U+0085) is a break, not the second half of ESC E.
    text = _SEQUENCE.sub("", text)
    text = _LINE_BREAK.sub("\n", text)
    text = _FORBIDDEN.sub("", text)
    return _NO_CHARACTER.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """Clean a text that is one line: a title, a name, a message.

    Returns:
        The clean text, every run of white space a single space, none at the ends.
    """
    return " ".join(clean(text).split())


def for_terminal(text: str) -> str:
    """Clean a stretch of text that is about to be painted on one line.

    It keeps its spaces, so that columns stay where they were measured; a line
    feed or a tab, which a strip must not hold, becomes a space.
    """
    return clean(text).replace("\n", " ").replace("\t", " ")
