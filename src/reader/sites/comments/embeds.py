"""Comment systems that a page only embeds: recognised, and left to the browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag

from reader.domain.comment import Discussion
from reader.sites.comments.addresses import address_of, http_address
from reader.sites.comments.elsewhere import (
    forum_of,
    in_blogger,
    in_discourse,
    in_mastodon,
    status_of,
)
from reader.sites.comments.system import System, Whereabouts

if TYPE_CHECKING:
    from lxml.html import HtmlElement


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

    only_with_place: bool = False
    """Whether its sign alone is not enough, unless `elsewhere` finds its box."""

    whereabouts: Callable[[HtmlElement, str], Whereabouts | None] | None = None
    """Where its comments are told to everybody, if they are."""


def discussion_in(
    root: HtmlElement, url: str | None, *, embed: Embed
) -> Discussion | None:
    """Say that a page embeds a system, or None if it does not."""
    if not root.xpath(f"boolean({embed.sign})"):
        return None
    page = address_of(root, url)
    browser = embed.elsewhere(root, page) if embed.elsewhere is not None else None
    if browser is None and embed.only_with_place:
        return None
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
    found = forum_of(root, page)
    if found is None or found[1] is None:
        return None
    return f"{found[0]}t/{found[1]}"


def _mastodon(root: HtmlElement, page: str) -> str | None:
    """The status whose answers the page shows."""
    del page
    return status_of(root)


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
        whereabouts=in_discourse,
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
        whereabouts=in_blogger,
    ),
    Embed(
        name="mastodon",
        called="Mastodon",
        sign="//mastodon-comments | //*[contains(@class, 'mastodon') or contains(@id, 'mastodon')"
        " or @*[starts-with(name(), 'data-mastodon')]]",
        elsewhere=_mastodon,
        only_with_place=True,
        whereabouts=in_mastodon,
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
    System(
        name=one.name,
        discussion_in=partial(discussion_in, embed=one),
        whereabouts_in=one.whereabouts,
    )
    for one in EMBEDS
)
