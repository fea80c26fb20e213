"""A quotation as one would pass it on: the words, who said them, and where."""

from __future__ import annotations

from reader.domain.article import Article
from reader.domain.dates import Published
from reader.domain.quotation import Quotation, QuotationKind

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(published: Published, *, local: bool = False) -> str:
    """Say a day: “26 June 2020”.

    Args:
        published: A day or a moment.
        local: Whether a moment is said as the day it was here, rather than
            where it was published.
    """
    day = published.day
    if local and published.has_time:
        day = published.moment.astimezone().date()
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def words_of(quotation: Quotation, article: Article) -> str:
    """What is quoted, without its outer marks."""
    return article.text[quotation.start : quotation.end]


def cite(quotation: Quotation, article: Article) -> str:
    """Write a quotation with its source, as plain text.

    Returns:
        The words in quotation marks and, below them, speaker, title, site,
        date and address, as far as they are known.
    """
    words = words_of(quotation, article)
    if quotation.kind is QuotationKind.DIRECT:
        words = f"“{words}”"
    return "\n".join(
        part for part in (words, _source(quotation, article), article.url) if part
    )


def as_markdown(quotation: Quotation, article: Article) -> str:
    """Write a quotation with its source, as a Markdown block quotation."""
    words = words_of(quotation, article)
    lines = [f"> {line}".rstrip() for line in words.split("\n")]
    title = _escaped(article.title)
    if article.url:
        title = f"[{title}](<{article.url}>)"
    about = [_escaped(quotation.speaker or ""), title, *_where_and_when(article)]
    said = ", ".join(part for part in about if part)
    if said:
        lines += [">", f"> — {said}"]
    return "\n".join(lines)


def _source(quotation: Quotation, article: Article) -> str:
    title = f"“{article.title}”" if article.title else ""
    about = [quotation.speaker or "", title, *_where_and_when(article)]
    said = ", ".join(part for part in about if part)
    return f"— {said}" if said else ""


def _where_and_when(article: Article) -> list[str]:
    day = article.published
    return [article.site or "", day_in_words(day, local=True) if day else ""]


def _escaped(text: str) -> str:
    return "".join(f"\\{one}" if one in "\\`*_[]<>" else one for one in text)
