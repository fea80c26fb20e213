"""Comments that a page embeds from elsewhere, read where they are told to everybody."""

from __future__ import annotations

import json

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.sites.comments.system import Told, Way
from reader.sites.comments.systems import discussion_on, whereabouts_on

URL = "https://journal.example/tides/"

DISCOURSE = """<html><body><div id="discourse-comments"></div><script>
DiscourseEmbed = { discourseUrl: 'https://forum.example/', discourseEmbedUrl: 'https://journal.example/tides/' };
</script></body></html>"""

FRAME = """<html><body><header class='discourse'><span class='replies'>2 replies</span></header>
<article class='post' id='post-31'>
 <a href="https://forum.example/t/tides/8/2" title="June 17, 2020  3:04pm" class="post-date" target="_blank">3d</a>
 <div class='author'><a href='https://forum.example/u/tom'><img src='x' alt=''></a></div>
 <div class='cooked'><h3 class='username'><a href='https://forum.example/u/tom' class=''>tom</a></h3>
  <p>Twice a <em>day</em>.</p>
  <a class="post-replies button" href="#">1 reply</a></div>
</article>
<article class='post' id='post-32'>
 <a href="https://forum.example/t/tides/8/3" title="June 17, 2020  4:04pm" class="post-date">2d</a>
 <a href="https://forum.example/t/tides/8/2" data-link-to-post="31" class="in-reply-to">in reply to tom</a>
 <div class='cooked'><h3 class='username'><a href='#'>rosa</a></h3><p>Not here.</p></div>
</article>
<footer><a href="#">Continue</a></footer></body></html>"""

BLOGGER = """<html><body><a id="comment-editor-src"
 href="https://www.blogger.com/comment/frame/12?po=345&hl=en"></a></body></html>"""

BLOGGER_FEED = {
    "feed": {
        "openSearch$totalResults": {"$t": "2"},
        "entry": [
            {
                "id": {"$t": "tag:blogger.com,1999:blog-12.post-9"},
                "published": {"$t": "2020-06-18T10:00:00.000+02:00"},
                "content": {"$t": "And I.", "type": "html"},
                "author": [{"name": {"$t": "Rosa"}}],
                "link": [
                    {"rel": "alternate", "href": "https://b.example/p.html?showComment=2#c9"},
                    {"rel": "related", "href": "https://www.blogger.com/feeds/12/345/comments/default/8"},
                ],
            },
            {
                "id": {"$t": "tag:blogger.com,1999:blog-12.post-8"},
                "published": {"$t": "2020-06-17T10:00:00.000+02:00"},
                "content": {"$t": "I <i>agree</i>.<br />Tom", "type": "html"},
                "author": [{"name": {"$t": "Tom"}}],
                "link": [],
            },
        ],
    }
}  # fmt: skip

MASTODON = """<html><body><div id="comments" data-mastodon-url="https://tide.example/@ada/109876543210"></div></body></html>"""

CONTEXT = {
    "ancestors": [],
    "descendants": [
        {
            "id": "1",
            "in_reply_to_id": "109876543210",
            "created_at": "2020-06-17T10:00:00.000Z",
            "url": "https://tide.example/@tom/1",
            "content": "<p>Twice a day.</p>",
            "account": {"acct": "tom@sea.example", "display_name": "Tom"},
        },
        {
            "id": "2",
            "in_reply_to_id": "1",
            "created_at": "2020-06-17T11:00:00.000Z",
            "content": "<p>Not <b>here</b>.</p>",
            "account": {"acct": "rosa", "display_name": ""},
        },
    ],
}


def way_from(html: str) -> Way:
    """The way in which a page's comments are told."""
    found = whereabouts_on(Page(url=URL, body=html.encode()))
    assert found is not None
    (way,) = found.ways
    return way


def told(way: Way, body: str) -> Told:
    return way.read(Page(url=way.url or URL, body=body.encode()))


def test_discourse_tells_its_comments_in_its_frame() -> None:
    way = way_from(DISCOURSE)
    assert way.url == (
        "https://forum.example/embed/comments"
        "?embed_url=https%3A%2F%2Fjournal.example%2Ftides%2F"
    )
    first, second = told(way, FRAME).comments
    assert (first.id, first.author, first.text) == ("31", "tom", "Twice a day.")
    assert first.url == "https://forum.example/t/tides/8/2"
    assert first.published is not None
    assert first.published.isoformat() == "2020-06-17T15:04:00+00:00"
    assert (second.author, second.parent) == ("rosa", "31")


def test_blogger_tells_its_comments_in_a_feed() -> None:
    way = way_from(BLOGGER)
    assert way.url == (
        "https://journal.example/feeds/345/comments/default?alt=json&max-results=500"
    )
    first, second = told(way, json.dumps(BLOGGER_FEED)).comments
    assert (first.id, first.author, first.text) == ("8", "Tom", "I agree.\nTom")
    assert (second.id, second.parent) == ("9", "8")
    assert second.url == "https://b.example/p.html?showComment=2#c9"


@pytest.mark.parametrize(
    "html",
    [
        MASTODON,
        '<html><body><a class="mastodon-link" href="https://tide.example/@ada/109876543210">…</a></body></html>',
        '<html><body><mastodon-comments host="tide.example" user="ada" tootId="109876543210"></mastodon-comments></body></html>',
    ],
)
def test_mastodon_tells_the_answers_to_a_status(html: str) -> None:
    way = way_from(html)
    assert way.url == "https://tide.example/api/v1/statuses/109876543210/context"
    first, second = told(way, json.dumps(CONTEXT)).comments
    assert (first.author, first.text) == ("Tom", "Twice a day.")
    assert (second.author, second.parent) == ("rosa", "1")
    found = discussion_on(Page(url=URL, body=html.encode()))
    assert (found.system, found.browser) == (
        "mastodon",
        "https://tide.example/@ada/109876543210",
    )


def test_a_link_to_somebodys_mastodon_is_no_comments() -> None:
    html = '<html><body><a class="mastodon" rel=me href="https://tide.example/@ada">Me</a></body></html>'
    page = Page(url=URL, body=html.encode())
    assert discussion_on(page).system is None
    assert whereabouts_on(page) is None


@pytest.mark.parametrize("html", [DISCOURSE, BLOGGER, MASTODON])
@pytest.mark.parametrize("body", ["", "<html></html>", "[]", '{"feed": 3}', "null"])
def test_what_is_no_such_answer_is_said_to_be_none(html: str, body: str) -> None:
    with pytest.raises(CannotUnderstand):
        told(way_from(html), body)
