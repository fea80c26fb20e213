"""Comments on pages of no particular program, read by what they are marked as."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.sites.comments import isso, wordpress_thread
from reader.sites.comments.markup import told_on
from reader.sites.comments.systems import whereabouts_on

URL = "https://journal.example/node/4"

DRUPAL = """<section><h2>Comments</h2>
<article role="article" id="comment-11" class="comment js-comment by-anonymous">
<footer class="comment__meta"><p class="comment__author"><span>Ada (not verified)</span></p>
<p class="comment__time">Wed, 17/06/2020 - 10:00</p>
<p class="comment__permalink"><a href="/comment/11#comment-11">Permalink</a></p></footer>
<div class="comment__content"><div class="field field--name-comment-body"><p>First.</p><p>Of two.</p></div>
<ul class="links"><li><a href="/comment/reply/node/4/comment/11">Reply</a></li></ul></div></article>
<div class="indented">
<article role="article" id="comment-13" class="comment js-comment">
<footer class="comment__meta"><p class="comment__author">Ben</p>
<p class="visually-hidden">In reply to <a href="/comment/11#comment-11">First</a></p></footer>
<div class="comment__content"><div class="field field--name-comment-body"><p>Second.</p></div></div></article>
</div>
<article role="article" id="comment-12" class="comment js-comment">
<footer class="comment__meta"><p class="comment__author">Cy</p></footer>
<div class="comment__content"><div class="field field--name-comment-body"><p>Third.</p></div></div></article>
</section>"""

MOVABLE_TYPE = """<div class="comments-content">
<div class="comment" id="comment-3"><div class="inner"><div class="comment-header"><div class="asset-meta">
<span class="byline"><span class="vcard author">Ada</span> | <a href="#comment-3"><abbr class="published"
 title="2020-06-17T10:00:00+01:00">June 17</abbr></a></span></div></div>
<div class="comment-content"><p>First.</p></div></div></div>
<div class="comment" id="comment-4"><div class="inner"><div class="comment-header"><div class="asset-meta">
<span class="byline"><span class="vcard author">Ben</span> replied to <a href="#comment-3">comment from Ada</a>
</span></div></div><div class="comment-content"><p>Second, see <a href="#comment-9">that</a>.</p></div></div></div>
</div>"""

MARKED = """<ol><li itemscope itemtype="https://schema.org/Comment"><a href="#c5">#</a>
<span itemprop="author">Ada</span><time itemprop="dateCreated" datetime="2020-06-17T09:00:00Z"></time>
<div itemprop="text">First.</div></li>
<li itemscope itemtype="https://schema.org/Comment" id="c6"><span itemprop="author">Ben</span>
<div itemprop="text">Second.</div></li></ol>"""


def page(body: str) -> Page:
    return Page(url=URL, body=f"<html><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (DRUPAL, [("11", "Ada (not verified)", "First.\n\nOf two.", None), ("13", "Ben", "Second.", "11"), ("12", "Cy", "Third.", None)]),
        (MOVABLE_TYPE, [("3", "Ada", "First.", None), ("4", "Ben", "Second, see that.", "3")]),
        (MARKED, [("5", "Ada", "First.", None), ("6", "Ben", "Second.", None)]),
    ],
    ids=["Drupal", "Movable Type", "schema.org"],
)  # fmt: skip
def test_what_is_marked_as_a_comment_is_one(
    body: str, found: list[tuple[str, str, str, str | None]]
) -> None:
    whereabouts = whereabouts_on(page(body))
    assert whereabouts is not None
    (way,) = whereabouts.ways
    told = way.read(page(body)).comments
    assert [(one.id, one.author, one.text, one.parent) for one in told] == found


def test_a_pager_says_that_there_are_more() -> None:
    assert told_on(page(DRUPAL)).whole
    assert not told_on(page(DRUPAL + "<a href='/node/4?page=1'>2</a>")).whole


def test_a_moment_is_read_where_a_machine_can() -> None:
    (first, _) = told_on(page(MOVABLE_TYPE)).comments
    assert first.published == datetime(2020, 6, 17, 9, tzinfo=UTC)
    assert first.url == f"{URL}#comment-3"


@pytest.mark.parametrize(
    "body",
    [
        "<p>News.</p>",
        "<div id='comment-1'></div>",
        "<p id='comment-1'>No holder.</p>",
        "<div id='disqus_thread'></div>",
    ],
)
def test_a_page_without_any_has_none(body: str) -> None:
    assert told_on(page(body)).comments == ()


@pytest.mark.parametrize(
    "body",
    [
        "<div id='comment-1'>" * 3000,
        "<div class='indented'>" * 3000 + "<div id='comment-1'><p class='comment-text'>x",
        "".join(f"<div id='comment-{one}'><a href='http://[' id='comment-x'>x</a><a href='http://e℀x'>x</a></div>" for one in range(3000)),
        "<article id='comment-1'><div class='comment-text'>x</div></article>" * 3000,
    ],
    ids=["nested", "indented", "broken links", "one number"],
)  # fmt: skip
def test_hostile_pages_are_read_in_bounded_time(body: str) -> None:
    assert len(told_on(page(body)).comments) <= 1


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"replies": 3}', b"{}"])
def test_an_answer_that_is_no_list_of_comments_is_said_to_be_none(body: bytes) -> None:
    answer = Page(url=URL, body=body)
    with pytest.raises(CannotUnderstand):
        isso._told(answer)
    with pytest.raises(CannotUnderstand):
        wordpress_thread._told_by_api(answer)


def test_pages_of_comments_are_those_of_the_same_site() -> None:
    found = wordpress_thread._told_on_page(
        page(
            "<a href='/node/4/comment-page-2/#comments'>Newer</a>"
            "<a href='/node/4?cpage=3#comments'>Newest</a>"
            "<a href='https://elsewhere.example/comment-page-9/'>Ben</a>"
            "<a href='http://['>Cy</a>"
        )
    )
    assert found.further == (
        "https://journal.example/node/4/comment-page-2/",
        "https://journal.example/node/4?cpage=3",
    )
