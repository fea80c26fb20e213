"""What the help of a command says behind its options."""

from __future__ import annotations

from typing import Final

_SEARCH: Final = """\
A search is words, all of which have to match:
  word  begin*  "a phrase"  -without       anywhere in an article
  title:word  author:word  source:part  tag:name  speaker:"ada moreno"
  before:2026-02  after:2026-01-15         a year, a month or a day
  is:unread  is:read  is:starred  is:commented
  has:quotation  has:comment  has:highlight  has:note  has:tag
What is not understood is named, and the rest is searched for."""

_BATCH: Final = """\
--jsonl reads a line of JSON for each input from standard input and writes one
for each to standard output, in order, without network or library. An input
that cannot be read gives {{"id": …, "error": …}}, and the batch goes on; the
exit code says only whether the batch came to its end.
  in   {given}
  out  {made}"""

FURTHER: Final = {
    "search": _SEARCH,
    "searches": _SEARCH,
    "show": _BATCH.format(
        given='{"id": 1, "url": "https://…", "html": "<html>…"}',
        made="what --json prints, with the id",
    ),
    "quotes": _BATCH.format(
        given='{"id": 1, "text": "…", "language": "en"}   (language may be left out)',
        made='{"id": 1, "quotations": [{"start", "end", "text", "speaker", "cue",\n'
        '       "kind", "confidence"}]}; offsets count characters of the text',
    ),
    "list": _BATCH.format(
        given='{"id": 1, "url": "https://…", "body_base64": "PHJzcz4…"}   (a feed)',
        made='{"id": 1, "title": "…", "articles": [what --json prints]}',
    ),
}
"""By the command."""
