"""Bytes from anywhere, as text."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_LOOKED_AT = 4096
"""A page declares its charset in so many first bytes."""

_GUESSED_FROM = 100_000
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1|<[^>]*>", re.IGNORECASE | re.DOTALL)
_FEW_ACCENTS = 0.3
"""Of a text's letters; Vietnamese and French have fewer beyond ASCII."""

# What browsers take these names for.
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
    "unicode": "utf-8",
    "utf8": "utf-8",
}
_MAGIC = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"\x00\x00\x01\x00",
    b"BZh",
    b"\xfd7zXZ",
    b"Rar!",
    b"7z\xbc\xaf",
    b"wOFF",
    b"wOF2",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3",
    b"MZ\x90",
)


def is_binary(body: bytes) -> bool:
    """Whether bytes are a picture, an archive or a program rather than text in any charset."""
    if any(body.startswith(bom) for bom, _ in _BOMS):
        return False
    if body.startswith(_MAGIC):
        return True
    head = body[:_LOOKED_AT]
    if _utf16_without_mark(head):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return b"\x00" in head or controls > len(head) * 0.05


def decode(body: bytes, declared: str | None = None) -> str:
    """Decode bytes as a browser would; what no charset explains becomes U+FFFD.

    A byte-order mark decides, then UTF-8 if the bytes are that (which nothing
    else is by chance), then what the answer declares, then what the page
    declares. Where nobody says anything, a text in letters that are mostly not
    Latin is guessed at; for all others there is the one guess that is never an
    error: windows-1252.

    Args:
        body: A page or a text file.
        declared: The charset the HTTP answer names, or None.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(name, "replace")
    if silent := _utf16_without_mark(body[:_LOOKED_AT]):
        return body.decode(silent, "replace")
    escaped = _codec(declared) or _codec(_declared_in(body))
    if escaped is not None and escaped.startswith("iso2022"):
        return body.decode(escaped, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    named = [
        charset
        for charset in (_codec(declared), _codec(_declared_in(body)))
        if charset not in (None, "utf-8")
    ]
    for charset in named:
        try:
            return body.decode(charset)
        except UnicodeDecodeError:
            continue
    if _is_utf8_but_for_a_little(body, broken):
        return body.decode("utf-8", "replace")
    for charset in named:
        text = body.decode(charset, "replace")
        if _is_whole_but_for_a_little(text):
            return text
    return body.decode(_guessed(body) or "cp1252", "replace")


def is_wide(body: bytes) -> bool:
    """Whether a text is in two or four bytes a letter."""
    return (
        any(body.startswith(bom) for bom, _ in _BOMS[1:])
        or _utf16_without_mark(body[:_LOOKED_AT]) is not None
    )


def is_mostly_utf8(body: bytes) -> bool:
    """Whether a text that says nothing else is UTF-8 but for a few bytes."""
    if _codec(_declared_in(body)) not in (None, "utf-8"):
        return False
    try:
        body.decode()
    except UnicodeDecodeError as error:
        return _is_utf8_but_for_a_little(body, error)
    return True


def _declared_in(body: bytes) -> str | None:
    found = _DECLARED.search(body[:_LOOKED_AT])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _codec(name: str | None) -> str | None:
    """The codec a charset's name means, or None if Python knows none."""
    bare = (name or "").strip(" \t\"'").lower()
    try:
        return codecs.lookup(_MEANT.get(bare, bare)).name if bare else None
    except (LookupError, ValueError):
        return None


def _utf16_without_mark(head: bytes) -> str | None:
    """Which UTF-16 mostly Latin text is in, if every other byte is null."""
    if len(head) < 8:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.4 and even < half * 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.02 else None


def _is_utf8_but_for_a_little(body: bytes, first: UnicodeDecodeError) -> bool:
    """Whether most of what is not ASCII is UTF-8: a page cut off or patched together."""
    if first.reason == "unexpected end of data":
        return True
    return _is_whole_but_for_a_little(body[:200_000].decode("utf-8", "replace"))


def _is_whole_but_for_a_little(text: str) -> bool:
    broken = text.count("\ufffd")
    return sum(one > "\x7f" for one in text) - broken > 2 * broken


def _guessed(body: bytes) -> str | None:
    """The charset of a text that is mostly in letters other than Latin ones.

    Those of the European charsets with Latin letters are not to be told apart
    by a few accents, so that nothing is guessed there.
    """
    prose = _MARKUP.sub(b" ", body[:_GUESSED_FROM])
    letters = sum(byte > 127 or chr(byte).isalpha() for byte in prose)
    if sum(byte > 127 for byte in prose) <= letters * _FEW_ACCENTS:
        return None
    # Most pages say what they are in.
    from charset_normalizer import from_bytes

    best = from_bytes(prose).best()
    return None if best is None else best.encoding
