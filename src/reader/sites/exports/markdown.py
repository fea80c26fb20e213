"""What is kept, as Markdown for people and their programs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from reader.domain.annotation import Highlight
from reader.domain.article import Article
from reader.domain.dates import Published
from reader.domain.delivery import Delivery
from reader.domain.quotation import Found, Quotation, QuotationKind
from reader.domain.source import Listed
from reader.text.citing import as_markdown
from reader.text.links import without_secrets

MADE_BY: Final = "reader-article"
"""The first key of the front matter: by it an article's file is known as ours."""

FIRST_LINES: Final = f"---\n{MADE_BY}: "

_NO_NAME: Final = re.compile(r"[\W_]+")
_LONGEST_NAME: Final = 100
"""Bytes; a file's name may have 255."""


def file_name(listed: Listed) -> str:
    """What the file of an article is called: its day, its title and its id.

    The id makes it the only one, and the same whenever it is written.
    """
    day = "undated" if listed.published is None else listed.published.day.isoformat()
    words = _NO_NAME.sub("-", listed.title.lower()).encode("utf-8", "ignore")
    title = words[:_LONGEST_NAME].decode("utf-8", "ignore").strip("-")
    return "-".join(part for part in (day, title, str(listed.id)) if part) + ".md"


def article_file(listed: Listed, article: Article) -> str:
    """Write an article as Markdown, with what is known of it in front (YAML)."""
    known: Mapping[str, str | int | bool | list[str] | None] = {
        "title": listed.title,
        "author": article.byline or listed.byline,
        "site": article.site,
        "source": listed.source,
        "url": article.url or listed.url,
        "published": _iso(listed.published),
        "updated": _iso(listed.updated),
        "language": article.language,
        "tags": list(listed.tags) or None,
        "read": listed.read,
        "starred": listed.starred,
    }
    # Every JSON value is a YAML value.
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in known.items()
        if value is not None
    ]
    text = article.markdown.strip("\n")
    whole = "\n".join([f"{FIRST_LINES}{listed.id}", *lines, "---", "", text, ""])
    return without_secrets(whole)


def sayings(
    listed: Listed, found: Sequence[Found], highlights: Sequence[Highlight]
) -> str:
    """Write what is quoted in an article, and what the reader marked in it."""
    parts = [as_markdown(one) for one in found]
    for mark in highlights:
        parts.append(as_markdown(_as_found(listed, mark)))
        if mark.note:
            parts.append(mark.note.strip())
    return without_secrets("".join(f"{part}\n\n" for part in parts))


def comment(delivery: Delivery) -> str:
    """Write a comment that was handed over, with where it went and what came of it."""
    draft = delivery.draft
    about = [_moment(delivery.queued), delivery.state.value]
    if delivery.seen is not None:
        about.append(delivery.seen.value)
    if delivery.permalink:
        about.append(f"<{delivery.permalink}>")
    title = re.sub(r"([\\`*_\[\]<>])", r"\\\1", draft.article) or draft.url
    parts = [f"## [{title}](<{draft.url}>)", " · ".join(about), draft.text.strip()]
    if delivery.words:
        parts.append(f"> {delivery.words}")
    return without_secrets("".join(f"{part}\n\n" for part in parts))


def _as_found(listed: Listed, mark: Highlight) -> Found:
    words = mark.anchor.exact
    return Found(
        article_id=listed.id,
        title=listed.title,
        url=listed.url,
        site=listed.source,
        published=listed.published,
        text=words,
        quotation=Quotation(start=0, end=len(words), kind=QuotationKind.BLOCK),
    )


def _iso(published: Published | None) -> str | None:
    return None if published is None else published.iso


def _moment(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
