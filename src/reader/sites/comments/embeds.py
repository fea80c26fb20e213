"""Comment systems that a page only embeds: recognised, and left to the browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag

from reader.domain.comment import Discussion
from reader.sites.comments.addresses import address_of, http_address
from reader.sites.comments.system import System

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_SCRIPT: Final = 200_000
"""Of a page's own scripts only this many characters are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """How a page shows that it embeds a system."""

    name: str
    called: str
    """What people call it."""

    sign: str
    """An XPath that finds it."""

    place: str = ""
    """The fragment of the article's address where its box stands."""

    elsewhere: Callable[[HtmlElement, str], str | None] | None = None
    """Finds the address of its box, where that has one of its own."""


def discussion_in(
    root: HtmlElement, url: str | None, *, embed: Embed
) -> Discussion | None:
    """Say that a page embeds a system, or None if it does not."""
    if not root.xpath(f"boolean({embed.sign})"):
        return None
    page = address_of(root, url)
    browser = embed.elsewhere(root, page) if embed.elsewhere is not None else None
    if browser is None and page:
        bare = urldefrag(page).url
        browser = f"{bare}#{embed.place}" if embed.place else bare
    return Discussion(
        open=True,
        system=embed.name,
        why_not=f"Comments here are {embed.called}'s, which only a browser can write.",
        browser=browser,
    )


def _blogger(root: HtmlElement, page: str) -> str | None:
    for one in root.iter("a", "iframe"):
        if one.get("id") in ("comment-editor-src", "comment-editor"):
            return http_address(page, one.get("href") or one.get("src") or "")
    return None


def _discourse(root: HtmlElement, page: str) -> str | None:
    """The topic on the forum, if the page names it."""
    script = "".join(one.text or "" for one in root.iter("script"))[:MOST_SCRIPT]
    forum = re.search(r"discourseUrl\s*:\s*[\"']([^\"']{1,300})[\"']", script)
    topic = re.search(r"topicId\s*:\s*[\"']?(\d{1,12})", script)
    if forum is None or topic is None:
        return None
    return http_address(page, f"{forum[1].rstrip('/')}/t/{topic[1]}")


EMBEDS: Final = (
    Embed(
        name="disqus",
        called="Disqus",
        sign="//*[@id='disqus_thread'] | //script[contains(@src, '.disqus.com/embed.js')]",
        place="disqus_thread",
    ),
    Embed(
        name="discourse",
        called="Discourse",
        sign="//*[@id='discourse-comments']",
        place="discourse-comments",
        elsewhere=_discourse,
    ),
    Embed(
        name="ghost",
        called="Ghost",
        sign="//script[@data-ghost-comments]",
        place="ghost-comments",
    ),
    Embed(
        name="jetpack",
        called="Jetpack",
        sign="//iframe[@id='jetpack_remote_comment' or @name='jetpack_remote_comment']",
        place="respond",
    ),
    Embed(
        name="wordpress.com",
        called="WordPress.com",
        sign="//*[@id='comment-form__verbum']",
        place="respond",
    ),
    Embed(
        name="blogger",
        called="Blogger",
        sign="//a[@id='comment-editor-src'] | //iframe[@id='comment-editor']",
        place="comments",
        elsewhere=_blogger,
    ),
    Embed(
        name="remark42",
        called="Remark42",
        sign="//*[@id='remark42']",
        place="remark42",
    ),
    Embed(
        name="giscus",
        called="GitHub",
        sign="//script[contains(@src, 'giscus.app/client.js') or contains(@src, 'utteranc.es/client.js')]",
    ),
    Embed(
        name="facebook",
        called="Facebook",
        sign="//*[contains(concat(' ', @class, ' '), ' fb-comments ')]",
    ),
    Embed(
        name="commento",
        called="Commento",
        sign="//*[@id='commento']",
        place="commento",
    ),
    Embed(
        name="hyvor",
        called="Hyvor Talk",
        sign="//*[@id='hyvor-talk-view'] | //hyvor-talk-comments",
    ),
    Embed(
        name="coral",
        called="Coral",
        sign="//*[@id='coral_thread' or @id='coral_talk_stream']",
        place="coral_thread",
    ),
)

SYSTEMS: Final = tuple(
    System(name=one.name, discussion_in=partial(discussion_in, embed=one))
    for one in EMBEDS
)
