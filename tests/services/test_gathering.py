"""From an address to a whole article: parts, rules, and a site's own interface."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator

import pytest

from reader.domain.article import Article
from reader.domain.errors import CannotUnderstand
from reader.domain.preferences import Preferences, SourceSettings
from reader.domain.source import Source
from reader.net.web import Limits, Web
from reader.services.desk import Desk
from reader.services.gathering import MOST_PARTS, Gathering
from servers.site import Answer, Site, site

HOST = "127.0.0.1"


def prose(about: str) -> str:
    return (
        f"<p>The council has spoken about the {about} for two hours, and nobody was the wiser for it.</p>"
        f"<p>“The {about} will stay where it is,” said Ada Moreno, who keeps the harbour.</p>"
    )


def part(number: int, of: int, about: str) -> Answer:
    links = "".join(
        f'<a class="post-page-numbers" href="/pier/{n if n > 1 else ""}">{n}</a>'
        for n in range(1, of + 1)
        if n != number
    )
    return Answer(
        f"""<html><head><title>The pier</title></head><body><article><h1>The pier</h1>
        <div class="entry-content"><p>This is the story of a pier that nobody wanted and all came to love.</p>
        {prose(about)}<div class="page-links">Pages: {links}</div></div></article></body></html>"""
    )


WALLED = """<html><head><title>The pier</title>
<link rel="https://api.w.org/" href="/wp-json/"></head><body class="single-post">
<div id="app">Please enable JavaScript to read this page.</div><script src="/app.js"></script>
<form action="/wp-comments-post.php" method="post"><textarea name="comment"></textarea>
<input name="author"><input type="hidden" name="comment_post_ID" value="5"></form></body></html>"""


@pytest.fixture
def shown() -> Iterator[Site]:
    with site() as running:
        yield running


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web(Limits(silence=2, whole=4)) as opened:
        yield opened


async def gathered(
    web: Web, url: str, settings: SourceSettings | None = None
) -> Article:
    preferences = Preferences(sources={HOST: settings} if settings else {})
    async with Desk() as desk:
        return await Gathering(web, desk, preferences).article(url)


async def test_an_article_in_parts_is_joined(shown: Site, web: Web) -> None:
    """In order, and what each part says again is said once."""
    shown.pages["/pier/"] = part(1, 3, "pier")
    shown.pages["/pier/2"] = part(2, 3, "ferry")
    shown.pages["/pier/3"] = part(3, 3, "crane")

    article = await gathered(web, f"{shown.url}/pier/")

    said = [article.text[one.start : one.end] for one in article.quotations]
    assert said == [
        f"The {about} will stay where it is," for about in ("pier", "ferry", "crane")
    ]
    assert article.text.count("nobody wanted") == 1
    assert "Pages:" not in article.text


async def test_an_article_opened_at_a_later_part_is_whole(
    shown: Site, web: Web
) -> None:
    """It begins with its first."""
    shown.pages["/pier/"] = part(1, 2, "pier")
    shown.pages["/pier/2"] = part(2, 2, "ferry")

    article = await gathered(web, f"{shown.url}/pier/2")

    assert article.text.index("the pier for") < article.text.index("the ferry for")


async def test_a_part_that_is_not_to_be_had_leaves_the_others(
    shown: Site, web: Web
) -> None:
    """What came is read."""
    shown.pages["/pier/"] = part(1, 3, "pier")

    article = await gathered(web, f"{shown.url}/pier/")

    assert "The pier will stay" in article.text


async def test_parts_without_end_are_bounded(shown: Site, web: Web) -> None:
    """A calendar may lead to a next page for ever."""
    for number in range(1, 40):
        path = "/pier/" if number == 1 else f"/pier/{number}"
        shown.pages[path] = part(number, number + 1, f"thing {number}")

    article = await gathered(web, f"{shown.url}/pier/")

    assert f"thing {MOST_PARTS} " in article.text
    assert f"thing {MOST_PARTS + 1} " not in article.text


async def test_a_rule_says_where_the_article_is(shown: Site, web: Web) -> None:
    """By selectors of the reader's, for the guess is wrong there."""
    shown.pages["/x/"] = Answer(
        f"<html><title>X</title><body><div class=a>{prose('pier') * 3}</div>"
        f"<div class=b><p>Short, but this is it.</p><p class=ad>Buy now.</p></div></body></html>"
    )
    rule = SourceSettings(article=(".b",), remove=(".ad",))

    assert "pier" in (await gathered(web, f"{shown.url}/x/")).text
    assert (
        await gathered(web, f"{shown.url}/x/", rule)
    ).text == "Short, but this is it."


async def test_a_rule_may_be_set_for_the_source(shown: Site, web: Web) -> None:
    """By its name, wherever its articles are."""
    shown.pages["/x/"] = Answer(
        f"<html><title>X</title><body><div class=a>{prose('pier')}</div><p class=b>This is it.</p></body></html>"
    )
    preferences = Preferences(sources={"the harbour": SourceSettings(article=(".b",))})
    source = Source(id=1, url="https://feeds.example/1", name="The Harbour")

    async with Desk() as desk:
        gathering = Gathering(web, desk, preferences)
        article = await gathering.article(f"{shown.url}/x/", source)

    assert article.text == "This is it."


async def test_a_page_that_is_left_to_scripts_is_read_by_the_sites_interface(
    shown: Site, web: Web
) -> None:
    """The text from there, the form from the page."""
    shown.pages["/2026/pier/"] = Answer(WALLED)
    post = {
        "id": 5,
        "date": "2026-02-03T10:00:00",
        "date_gmt": "2026-02-03T09:00:00",
        "link": f"{shown.url}/2026/pier/",
        "title": {"rendered": "The pier &#8211; a story"},
        "content": {"rendered": prose("pier")},
        "_embedded": {"author": [{"name": "Tom Reid"}]},
    }
    asked = "/wp-json/wp/v2/posts?slug=pier&_embed=author&_fields=id,date,date_gmt,modified_gmt,link,title,content,excerpt,_links,_embedded"
    shown.pages[asked] = Answer(json.dumps([post]), "application/json")

    article = await gathered(web, f"{shown.url}/2026/pier/")

    assert (article.title, article.byline) == ("The pier – a story", "Tom Reid")
    assert article.published is not None
    assert article.published.iso == "2026-02-03T09:00:00+00:00"
    assert [q.speaker for q in article.quotations] == ["Ada Moreno"]
    assert article.discussion.form is not None


async def test_a_page_left_to_scripts_elsewhere_says_so(shown: Site, web: Web) -> None:
    """Nothing is made up."""
    shown.pages["/x/"] = Answer(WALLED.replace("api.w.org", "x.example"))

    with pytest.raises(CannotUnderstand, match="scripts"):
        await gathered(web, f"{shown.url}/x/")
