"""Making again what is made of a kept text each time it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from reader.domain.annotation import Correction, Highlight, Passage
from reader.domain.article import BETWEEN_BLOCKS, Article
from reader.domain.source import Entry
from reader.storage.bodies import Copy, Former

BEGINNING = 16_000
"""Characters of HTML that are read in the time of a frame or two."""

LONG = 6 * BEGINNING
"""Characters from which on one would notice how long the whole takes."""


def made_again(copy: Copy, corrections: Sequence[Correction] = ()) -> Article:
    """Make blocks, Markdown and quotations of a kept text. Work for the desk.

    Args:
        copy: The library's copy.
        corrections: What the reader said of quotations in it.
    """
    from reader.sites.page import article_from_entry
    from reader.text.derive import derive

    what = copy.what
    if isinstance(what, Entry):
        article = article_from_entry(
            what, base=copy.base, site=copy.site, language=copy.language
        )
        return corrected(article, corrections)
    made = derive(what.html, url=what.url, language=what.language, title=what.title)
    article = replace(
        what,
        markdown=made.markdown,
        blocks=made.blocks,
        quotations=made.quotations,
        source_note=made.source_note,
    )
    return corrected(of_its_source(article, copy), corrections)


def of_its_source(article: Article, copy: Copy) -> Article:
    """The article under the name of its source, where its page names no site.

    Args:
        article: What came from the page, which then has its host for a name.
        copy: The library's copy.
    """
    host = (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    if copy.site is None or article.site not in (None, host):
        return article
    return replace(article, site=copy.site)


def beginning_of(copy: Copy) -> Copy | None:
    """The first screens of a long text, for whoever would wait for the whole.

    Returns:
        A copy that holds no more, or None if the text is not long.
    """
    html = copy.what.html
    if len(html) < LONG:
        return None
    end = html.rfind("</p>", 0, BEGINNING)
    cut = html[: BEGINNING if end < 0 else end]
    return replace(copy, what=replace(copy.what, html=cut))


def changes_in(
    versions: Sequence[Former], present: Article
) -> tuple[tuple[datetime, str], ...]:
    """What was changed with each former version of an article. Work for the desk.

    Args:
        versions: What it said before, the last first.
        present: What it says now.
    """
    from reader.text.changes import compared
    from reader.text.derive import derive

    said: list[tuple[datetime, str]] = []
    after = (present.title, present.text)
    for version in versions:
        made = derive(
            version.html,
            url=present.url,
            language=present.language,
            title=version.title,
        )
        text = BETWEEN_BLOCKS.join(block.text for block in made.blocks if block.text)
        before = (version.title, text)
        what = compared(BETWEEN_BLOCKS.join(before), BETWEEN_BLOCKS.join(after))
        said.append((version.kept, what))
        after = before
    return tuple(said)


def corrected(article: Article, corrections: Sequence[Correction]) -> Article:
    """Put what the reader said of an article's quotations above what was found."""
    if not corrections:
        return article
    from reader.text.anchors import correct

    return replace(
        article, quotations=correct(article.text, article.quotations, corrections)
    )


def passages_in(
    article: Article, highlights: Sequence[Highlight]
) -> tuple[Passage, ...]:
    """Find in an article what the reader highlighted in it. Work for the desk."""
    from reader.text.anchors import passages

    return passages(article.text, highlights)
