"""One way of writing quotation marks, whatever the text uses for them.

TeX writes ``…'', typists ,,…'' and ‘‘…’’, and a text cut out of a page may
still hold `&ldquo;`, `<q>` and `<p>`. Each becomes the mark it stands for,
padded to the same length, so that every offset stays what it was.
"""

from __future__ import annotations

import re

_STANDS_FOR = {
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&bdquo;": "„",
    "&laquo;": "«",
    "&raquo;": "»",
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&quot;": '"',
    "&#8220;": "“",
    "&#8221;": "”",
    "&#8216;": "‘",
    "&#8217;": "’",
    "<q>": "“",
    "</q>": "”",
    "``": "“",
    "''": "”",
    "‘‘": "“",
    "’’": "”",
    ",,": "„",
    "‚‚": "„",
    "<<": "«",
    ">>": "»",
}
_CLOSING = "”»’"
_VARIANT = re.compile(
    r"&(?:[lr][sd]quo|bdquo|[lr]aquo|quot|#82(?:16|17|20|21));|</?q>|``|''|‘‘|’’|(?<![^\s(]),,(?=\w)|‚‚"
    r"|<<(?=\S)|(?<=\S)>>"
    r"|</?(?:p|div|blockquote|br|li|h[1-6]|ul|ol|section|article)\b[^<>]{0,200}>"
)


def unified(text: str) -> str:
    """Write every variant of a quotation mark as one character.

    A closing mark stands where the variant begins and an opening mark where
    it ends, so that what is between the marks stays between them. A block
    element's tag becomes line breaks.

    Returns:
        A text of the same length.
    """
    return _VARIANT.sub(_as_mark, text)


def _as_mark(found: re.Match[str]) -> str:
    variant = found.group()
    mark = _STANDS_FOR.get(variant)
    if mark is None:
        return "\n" * len(variant)
    return mark.ljust(len(variant)) if mark in _CLOSING else mark.rjust(len(variant))
