"""What the words of a programming language are, so that code can be coloured."""

from __future__ import annotations

from reader.text.typeset.lines import Look, Stretch

LONGEST = 40_000
"""Characters of code that are looked at; what is longer stays as it is."""


def coloured(code: str, language: str, offset: int) -> tuple[Stretch, ...]:
    """Find keywords, names, strings, numbers and comments.

    Takes milliseconds, and a tenth of a second when a language is met for the first
    time: not for the event loop.

    Args:
        code: Some lines of code.
        language: What the page calls its language: `python`, `c++`, `js`.
        offset: Where the code begins in the article's text.

    Returns:
        Stretches in order; none for a language nobody here knows.
    """
    if len(code) > LONGEST:
        return ()
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return ()
    found = []
    for at, kind, text in lexer.get_tokens_unprocessed(code):
        look = _look_of(str(kind))
        if look is not None and text.strip():
            start = offset + at
            found.append(Stretch(start, start + len(text), look))
    return tuple(found)


def _look_of(kind: str) -> Look | None:
    """What a kind of token looks like; `kind` is as Pygments writes it: `Token.Name.Class`."""
    for begins, look in _LOOKS:
        if kind.startswith(begins):
            return look
    return None


_LOOKS = (
    ("Token.Keyword.Constant", Look.NUMERAL),
    ("Token.Keyword", Look.KEYWORD),
    ("Token.Operator.Word", Look.KEYWORD),
    ("Token.Name.Class", Look.NAMED),
    ("Token.Name.Function", Look.NAMED),
    ("Token.Name.Decorator", Look.NAMED),
    ("Token.Name.Tag", Look.KEYWORD),
    ("Token.Name.Attribute", Look.NAMED),
    ("Token.Literal.String.Doc", Look.COMMENT),
    ("Token.Literal.String", Look.STRING),
    ("Token.Literal.Number", Look.NUMERAL),
    ("Token.Comment", Look.COMMENT),
    ("Token.Generic.Inserted", Look.STRING),
    ("Token.Generic.Deleted", Look.NUMERAL),
    ("Token.Generic.Heading", Look.NAMED),
    ("Token.Generic.Subheading", Look.NAMED),
    ("Token.Generic.Prompt", Look.COMMENT),
    ("Token.Generic.Output", Look.COMMENT),
)
"""The first that fits holds."""
