"""Web pages as articles: everything said of them, and nothing that is not theirs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli.shapes import article_shape
from reader.domain.article import Article, BlockKind
from reader.domain.dates import Published
from reader.domain.exchange import Page
from reader.domain.source import Entry
from reader.sites.page import article_from_entry, article_in

ADDRESS = "https://lowfield.example/2020/06/17/bakers-leave/"
PAGES = sorted((Path(__file__).parent.parent / "pages" / "web").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_as_expected(page: Path) -> None:
    """Title, people, dates, neighbours, form, and the text to the character."""
    shape = article_shape(read(page.read_bytes()))

    said = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    form = shape["comments"]["form"] or {"fields": []}
    assert [field["name"] for field in form["fields"]] == said.pop("form")
    assert shape["markdown"].split("\n") == said.pop("markdown")
    assert {name: shape[name] for name in said} == said


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("<title>x</title><p>“Größe”</p>".encode("cp1252"), None),
        ('<meta charset="iso-8859-1"><p>“Größe”</p>'.encode("cp1252"), None),
        ("<p>“Größe”</p>".encode("utf-16"), None),
        ("<p>“Größe”</p>".encode("utf-8-sig"), "iso-8859-1"),
        ("<p>“Größe”</p>".encode(), "windows-1252"),
        (b"<p>&#147;Gr&ouml;&szlig;e&#148;</p>", None),
    ],
)
def test_text_is_read_whatever_its_encoding(body: bytes, charset: str | None) -> None:
    """Declared, undeclared and wrongly declared."""
    assert read(body, charset=charset).text == "“Größe”"


def test_a_page_cut_off_in_the_middle_is_read_as_far_as_it_goes() -> None:
    """A download that broke off leaves half a character and open tags."""
    body = "<html><title>Pier</title><body><article><p>“Planks we have”, she said, über".encode()

    assert read(body[:-2]).text.startswith("“Planks we have”, she said")


def test_markup_sent_as_plain_text_is_read_as_markup() -> None:
    """Servers say so of files they do not know."""
    body = b"<!DOCTYPE html><html><title>Pier</title><body><p>The pier is closed.</p></html>"

    assert read(body, content_type="text/plain").text == "The pier is closed."


def test_a_markdown_file_keeps_its_structure() -> None:
    """Front matter says what it says; the first heading is the title."""
    body = b"""---
title: "Pier closed"
author: Ada Moreno
date: 2020-06-04
---
# Pier closed

The *old* pier is [closed](https://lowfield.example/pier).

> Planks we have.

1. one
2. two

```python
print("*")
```
"""
    page = Page(url="", body=body)

    article = article_in(page, name_hint="pier.md")

    assert (article.title, article.byline) == ("Pier closed", "Ada Moreno")
    assert article.published == Published("2020-06-04")
    assert [(b.kind, b.text, b.quoted) for b in article.blocks] == [
        (BlockKind.PARAGRAPH, "The old pier is closed.", 0),
        (BlockKind.PARAGRAPH, "Planks we have.", 1),
        (BlockKind.ITEM, "one", 0),
        (BlockKind.ITEM, "two", 0),
        (BlockKind.CODE, 'print("*")', 0),
    ]


def test_a_feeds_entry_is_an_article() -> None:
    """Its addresses count from its own, and its title is not said again."""
    entry = Entry(
        guid="1",
        url="https://lowfield.example/pier/",
        title="Pier closed",
        byline="Ada Moreno",
        published=Published("2020-06-04"),
        html='<h1>Pier closed</h1><p>“Planks we have,” <a href="/who">she</a> said.</p><p>(Source: Harbour office)</p>',
    )

    article = article_from_entry(entry, base=None, site="Lowfield Post", language="en")

    assert article.text.split("\n\n") == [
        "“Planks we have,” she said.",
        "(Source: Harbour office)",
    ]
    assert article.source_note == "Harbour office"
    assert article.blocks[0].spans[0].target == "https://lowfield.example/who"
    assert [q.start for q in article.quotations] == [1]


def test_reading_what_was_kept_again_changes_nothing() -> None:
    """Markdown, blocks and quotations are made again from the kept HTML."""
    first = read(
        next(page for page in PAGES if page.stem == "block-theme-de").read_bytes()
    )

    entry = Entry(guid="1", url=first.url, title=first.title, html=first.html)
    again = article_from_entry(entry, base=None, site=None, language=first.language)

    assert (again.blocks, again.markdown, again.html, again.quotations) == (
        first.blocks,
        first.markdown,
        first.html,
        first.quotations,
    )


def read(
    body: bytes, *, content_type: str = "text/html", charset: str | None = None
) -> Article:
    return article_in(
        Page(url=ADDRESS, body=body, content_type=content_type, charset=charset)
    )
