"""A quotation as one would pass it on: the words, who said them, and where."""

from __future__ import annotations

from reader.domain.article import Article
from reader.domain.dates import Published
from reader.domain.quotation import Found, Quotation, QuotationKind
from reader.text.titles import titled

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


def found_in(article: Article) -> tuple[Found, ...]:
    """An article's quotations, each with all that is needed to pass it on."""
    return tuple(_found(quotation, article) for quotation in article.quotations)


def cite(quotation: Quotation, article: Article) -> str:
    """Write a quotation of an article with its source, as `cite_found` does."""
    return cite_found(_found(quotation, article))


def cite_found(one: Found) -> str:
    """Write a quotation with its source, as plain text.

    Returns:
        The words in quotation marks and, below them, speaker, title, site,
        date and address, as far as they are known.
    """
    words = one.text
    if one.quotation.kind is QuotationKind.DIRECT:
        words = f"“{words}”"
    return "\n".join(part for part in (words, _source(one), one.url) if part)


def as_markdown(one: Found) -> str:
    """Write a quotation with its source, as a Markdown block quotation."""
    lines = [f"> {line}".rstrip() for line in one.text.split("\n")]
    title = _escaped(one.title)
    if one.url:
        title = f"[{title}](<{one.url}>)"
    about = [_escaped(one.quotation.speaker or ""), title, *_where_and_when(one)]
    said = ", ".join(part for part in about if part)
    if said:
        lines += [">", f"> — {said}"]
    return "\n".join(lines)


def as_answered(words: str, speaker: str | None, system: str | None) -> str:
    """Write words that a comment answers, as the site's comments quote.

    Args:
        words: What is quoted.
        speaker: Who says it, or None if nobody is named.
        system: The comment system: WordPress takes some HTML, `isso` and some
            others take Markdown; any other is given plain text.

    Returns:
        The quotation with its speaker, and an empty line after it.
    """
    match system:
        case "wordpress" | "wordpress-api":
            cited = f"\n<cite>{speaker}</cite>" if speaker else ""
            return f"<blockquote>{words}{cited}</blockquote>\n\n"
        case "isso" | "remark42" | "discourse" | "giscus":
            lines = [_escaped(line) for line in words.split("\n")]
            lines += ["", f"— {_escaped(speaker)}"] if speaker else []
            return "".join(f"> {line}".rstrip() + "\n" for line in lines) + "\n"
        case _:
            return f"“{words}”{f' ({speaker})' if speaker else ''}\n\n"


def _found(quotation: Quotation, article: Article) -> Found:
    return Found(
        article_id=0,
        title=article.title,
        url=article.url,
        site=article.site,
        published=article.published,
        text=words_of(quotation, article),
        quotation=quotation,
    )


def _source(one: Found) -> str:
    title = titled(one.title) if one.title else ""
    about = [one.quotation.speaker or "", title, *_where_and_when(one)]
    said = ", ".join(part for part in about if part)
    return f"— {said}" if said else ""


def _where_and_when(one: Found) -> list[str]:
    day = one.published
    return [one.site or "", day_in_words(day, local=True) if day else ""]


def _escaped(text: str) -> str:
    return "".join(f"\\{each}" if each in "\\`*_[]<>" else each for each in text)
