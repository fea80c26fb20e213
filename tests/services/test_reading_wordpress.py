"""Reading posts of a real WordPress, in each of its themes and through its interface."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.article import Article
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.gathering import Gathering
from reader.services.subscribing import Subscribing
from reader.services.taking import Taking
from reader.storage.database import Database
from servers.wordpress import BLOCKS, CLASSIC, WordPress

TITLE = "Council asks residents about the Mill Lane crossing"
BEFORE = ("Swimming pool opens again after a winter of repairs", "2020-06-04")
AFTER = ("Library van changes its Tuesday route", "2020-06-26")


@pytest.fixture
def in_blocks(each_wordpress: WordPress) -> WordPress:
    """Each WordPress in a block theme, which names no neighbours."""
    each_wordpress.php(f"switch_theme('{BLOCKS}');")
    return each_wordpress


@asynccontextmanager
async def gathering() -> AsyncIterator[Gathering]:
    async with Web() as web, Desk() as desk:
        yield Gathering(web, desk)


def around(article: Article) -> list[tuple[str, str] | None]:
    return [
        None
        if one is None
        else (one.title, "" if one.published is None else one.published.iso[:10])
        for one in (article.previous, article.next)
    ]


async def test_a_block_theme_that_names_no_neighbours_has_them(
    in_blocks: WordPress,
) -> None:
    """In the order the site itself has them in."""
    async with gathering() as one:
        article = await one.article(in_blocks.article(), with_neighbours=True)

    assert article.title == TITLE
    assert around(article) == [BEFORE, AFTER]
    assert article.source_note == "Millbrook Town Council"
    assert article.text.startswith("Millbrook Town Council wants to hear")
    assert article.text.endswith("(Source: Millbrook Town Council)")
    assert article.discussion.form is not None


async def test_the_newest_post_has_none_after_it(in_blocks: WordPress) -> None:
    """And what stands before it is the post before."""
    async with gathering() as one:
        article = await one.article(in_blocks.article("after"), with_neighbours=True)

    assert around(article) == [(TITLE, "2020-06-17"), None]


async def test_a_saved_post_says_all_that_it_said_on_the_web(
    wordpress: WordPress, tmp_path: Path
) -> None:
    """As a browser writes it: links relative, the address only in its head."""
    wordpress.php(f"switch_theme('{CLASSIC}');")
    async with Web() as web, Desk() as desk:
        taking = Taking(web, desk)
        page = await web.fetch(wordpress.article())
        fetched = await taking.article(wordpress.article())
        head, body = page.body.decode().split("</head>")
        saved = tmp_path / "Council asks.html"
        saved.write_text(f"{head}</head>{body.replace(wordpress.url + '/', '/')}")
        kept = await taking.article(str(saved))

    assert around(fetched) == [BEFORE, AFTER]
    assert (kept.title, kept.text, kept.published, kept.url) == (
        fetched.title,
        fetched.text,
        fetched.published,
        fetched.url,
    )
    assert around(kept) == around(fetched)
    form, saved_form = fetched.discussion.form, kept.discussion.form
    assert form is not None
    assert saved_form is not None
    assert form.action == saved_form.action


async def test_a_post_in_pages_is_read_as_one(wordpress: WordPress) -> None:
    """WordPress's own page break."""
    wordpress.php(
        "$id = url_to_postid('" + wordpress.article("after") + "');"
        "$text = get_post($id)->post_content;"
        "wp_update_post(['ID' => $id, 'post_content' => wp_slash($text . '<!--nextpage--><p>On the second page the van comes home to its garage.</p>"
        "<!--nextpage--><p>On the third page everybody has a book to read.</p>')]);"
    )

    async with gathering() as one:
        article = await one.article(wordpress.article("after"))

    assert article.text.index("same books") < article.text.index("second page")
    assert article.text.endswith("On the third page everybody has a book to read.")
    assert "Page" not in article.text


async def test_a_site_without_feeds_is_followed_by_its_interface(
    wordpress: WordPress, tmp_path: Path
) -> None:
    """Some sites switch their feeds off."""
    wordpress.php(
        "file_put_contents(WPMU_PLUGIN_DIR . '/no-feeds.php', "
        "\"<?php foreach (['do_feed', 'do_feed_rss2', 'do_feed_atom', 'do_feed_rdf', 'do_feed_rss'] as \\$a) "
        "add_action(\\$a, fn () => wp_die('No feeds here', '', 404), 1); "
        "remove_action('wp_head', 'feed_links', 2); remove_action('wp_head', 'feed_links_extra', 3);\");"
    )
    database = await Database.open(tmp_path / "library.sqlite3")
    try:
        async with Web() as web, Desk() as desk:
            subscribing = Subscribing(database, web, desk, lambda: datetime.now(UTC))
            source = await subscribing.add(wordpress.url)
    finally:
        await database.close()
        wordpress.php("unlink(WPMU_PLUGIN_DIR . '/no-feeds.php');")

    assert "/wp-json/wp/v2/posts" in source.url
    assert source.articles == 4
