"""Pages that mean harm, or are merely broken: bounded time, clean text, plain errors."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.article import Article
from reader.domain.errors import CannotUnderstand, ReaderError
from reader.domain.exchange import Page
from reader.sites.page import article_in

LONGEST = 30.0
"""Seconds of the processor, whatever else it does; the worst page takes a few, a quadratic one minutes."""

PROSE = (
    "<p>"
    + "The harbour was quiet, and the boats lay where they had lain. " * 8
    + "</p>"
)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]"
)

MANY = 50_000
PAGES = {
    "nested divs": "<div>" * MANY + PROSE,
    "nested lists": "<ul><li>" * MANY + PROSE,
    "nested quotations": "<blockquote>" * MANY + PROSE,
    "nested tables": "<table><tr><td>" * 2000 + PROSE,
    "nested marks": "<b><i>" * MANY + PROSE,
    "unclosed quotes": '<a href="x' * MANY + PROSE,
    "unclosed comments": "<!-- " * MANY + PROSE,
    "unclosed cdata": "<![CDATA[" * MANY + PROSE,
    "unclosed scripts": "<script>" * MANY + PROSE,
    "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(MANY)) + ">" + PROSE,
    "a long attribute": f'<p title="{"x" * 3_000_000}">{PROSE}',
    "many links": "".join(f'<p><a href="/{n}">{n}</a></p>' for n in range(MANY))
    + PROSE,
    "many breaks": f"<div>{'a<br>' * MANY}</div>{PROSE}",
    "many footnotes": "".join(f'<p>x<a href="#n{n}">1</a></p>' for n in range(3000))
    + "".join(f'<p id="n{n}">y</p>' for n in range(3000)),
    "wide table": f"<table><tr>{'<td colspan=1000>x</td>' * 2000}</tr></table>{PROSE}",
    "long white space": PROSE + "<p>" + " " * 2_000_000 + "</p>",
    "long word": f"<article><p>{'x' * 2_000_000}</p>{PROSE}</article>",
    "many markdown signs": f"<article><p>{'*_`[<' * MANY}</p>{PROSE}</article>",
    "entity bomb": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    + "&b;" * 1000
    + PROSE,
    "many headings": "<h1>Harbour news today</h1>" * 20_000 + PROSE,
    "many buttons": f"<p>{'<button>x</button>' * 4 * MANY}</p>{PROSE}",
    "many comments": "".join(
        f'<li class="comment" id="comment-{n}"><p>text words</p></li>'
        for n in range(20_000)
    )
    + PROSE,
    "many marked words": f"<article><p>{'<span>word</span> <em>x</em> ' * MANY}</p>{PROSE}</article>",
    "many pictures for the scriptless": "<noscript><img src=/x></noscript>" * MANY
    + PROSE,
    "nested articles": "<div class=entry-content>" * 150 + "<p>a b c d</p>" * 10_000,
    "quotation marks": f"<article><p>{'“' * MANY}</p>{PROSE}</article>",
}


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES.keys())
def test_no_page_takes_forever(html: str) -> None:
    """And none raises anything but what a reader is told."""
    began = time.process_time()
    read(f"<html><title>Harbour</title><body>{html}")
    assert time.process_time() - began < LONGEST


def test_a_large_plain_text_is_read_in_time() -> None:
    """A megabyte of short lines, and one of a single line."""
    began = time.process_time()
    for text in ("short line\n" * 100_000, "word " * 200_000, "> " * 500_000):
        read(text, content_type="text/plain")
    assert time.process_time() - began < LONGEST


@pytest.mark.parametrize(
    "field", ["title", "author", "site", "link", "body", "alt", "cite"]
)
def test_control_characters_reach_no_field(field: str) -> None:
    """Written as references, they pass a parser: escape, C1, a bidirectional override."""
    evil = "&#27;]52;c;x&#7;&#155;31m&#x202e;evil&#0;"
    say = {
        name: (evil if name == field else name)
        for name in ("title", "author", "site", "link", "body", "alt", "cite")
    }
    article = read(
        f"""<html><head><title>{say["title"]}</title>
        <meta property="og:site_name" content="{say["site"]}"><meta name="author" content="{say["author"]}"></head>
        <body><article><h1>{say["title"]}</h1>{PROSE}<p>{say["body"]}</p>
        <blockquote><p>One.</p><cite>{say["cite"]}</cite></blockquote>
        <p><img src="https://harbour.example/x.png" alt="{say["alt"]} of the harbour"></p>{PROSE}
        <nav><a rel="prev" href="/other">{say["link"]}</a></nav></article>"""
    )

    assert article is not None
    said = [article.title, article.byline, article.site, article.text, article.markdown]
    said += [one.title for one in (article.previous, article.next) if one is not None]
    said += [block.cite for block in article.blocks]
    for text in said:
        assert FORBIDDEN.search(text or "") is None


def test_nothing_that_acts_is_kept() -> None:
    """No script, no style, no handler, no address but of the web."""
    article = read(
        f"""<html><title>Harbour</title><article><h1>Harbour</h1>{PROSE}
        <p onclick="x()" style="color:red">See <a href="javascript:x()">this</a>,
        <a href="data:text/html,x">that</a> and <a href="file:///etc/passwd">those</a>.
        <script>evil()</script><style>p {{}}</style><template>evil()</template></p>
        <iframe src="https://evil.example"></iframe><img src="data:image/png;base64,xx" alt="evil">
        {PROSE}</article>"""
    )

    assert article is not None
    for word in (
        "javascript:",
        "data:",
        "file:",
        "evil",
        "onclick",
        "<script",
        "<style",
        "<iframe",
    ):
        assert word not in article.html
        assert word not in article.markdown
    assert "See this, that and those." in article.text
    assert all(span.target is None for block in article.blocks for span in block.spans)


@pytest.mark.parametrize(
    ("body", "content_type", "says"),
    [
        (b"", "text/html", "empty"),
        (b"   \n\t ", "text/html", "empty"),
        (b"<!-- nothing -->", "text/html", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png", "no text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "application/pdf", "no text"),
        (bytes(range(256)) * 40, "", "no text"),
        (b'{"a": 1}', "application/json", "application/json"),
        (
            b"<html><body><div id=root></div><script>x()</script>",
            "text/html",
            "scripts",
        ),
        (
            b"<html><body><nav><a href=/a>A</a></nav></body></html>",
            "text/html",
            "No article",
        ),
    ],
)
def test_what_is_no_article_is_refused_in_words(
    body: bytes, content_type: str, says: str
) -> None:
    """The sentence names the place and the reason."""
    page = Page(url="https://harbour.example/x", body=body, content_type=content_type)

    with pytest.raises(CannotUnderstand, match=says) as refused:
        article_in(page)

    assert "https://harbour.example/x" in str(refused.value)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/html", "text/plain", "text/markdown", ""]),
)
def test_any_bytes_are_an_article_or_refused(body: bytes, content_type: str) -> None:
    """Nothing else is ever raised."""
    try:
        article = article_in(Page(url="", body=body, content_type=content_type))
    except ReaderError:
        return
    assert FORBIDDEN.search(article.text + article.title + article.markdown) is None


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
            "<table>",
            "<tr>",
            "<td>",
            "<b>",
            "</b>",
            "<a",
            "href='#x'>",
            "</a>",
            "<br>",
            "<pre>",
            "</pre>",
            "<blockquote>",
            "</blockquote>",
            "<h2>",
            "</h2>",
            "<img",
            "src=x",
            "alt=y>",
            "word",
            "“said”",
            "1.",
            "&#27;",
            "<sup>",
            "<li",
            "id=x>",
            "<figure>",
        ]
    ),
    max_size=60,
)


@settings(max_examples=80, deadline=None)
@given(MARKUP)
def test_any_markup_is_read_with_spans_inside_its_text(parts: list[str]) -> None:
    """However it is nested."""
    article = read("<html><title>x</title><body>" + "\n".join(parts))

    for block in article.blocks if article else ():
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)


def read(text: str, content_type: str = "text/html") -> Article | None:
    """An article, or None if the page is refused."""
    page = Page(
        url="https://harbour.example/2020/06/17/quiet/",
        body=text.encode("utf-8", "replace"),
        content_type=content_type,
        charset="utf-8",
    )
    try:
        return article_in(page)
    except ReaderError:
        return None


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<html><head><title>T</title></head><body></body></html>", "page is empty"),
        (
            "<html><body><div id=root></div><script>go()</script></body></html>",
            "scripts",
        ),
    ],
)
def test_a_page_without_an_article_says_what_it_lacks(html: str, words: str) -> None:
    with pytest.raises(CannotUnderstand, match=words):
        article_in(Page(url="https://a.example/", body=html.encode()))
