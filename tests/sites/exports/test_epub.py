"""Articles as a book."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from zipfile import ZIP_STORED, BadZipFile, ZipFile

import pytest
from lxml import etree

from reader.domain.article import Article, Block, BlockKind, Mark, Span
from reader.domain.dates import Published
from reader.sites.exports.epub import Book

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


def article(title: str, text: str = "Text.", language: str | None = "en-GB") -> Article:
    return Article(
        url="https://ada:secret@a.example/1?a=1&b=2",
        title=title,
        byline="Ada <Moreno>",
        site="The Harbour",
        published=Published("2026-02-01"),
        language=language,
        blocks=(
            Block(
                kind=BlockKind.PARAGRAPH,
                text=text,
                spans=(Span(0, 4, Mark.LINK, "https://tom:word@b.example/"),),
            ),
        ),
    )


def book(*articles: Article) -> ZipFile:
    file = io.BytesIO()
    with Book(file, "Mine & yours", NOW) as written:
        for one in articles:
            written.add(one)
    return ZipFile(file)


def test_a_book_says_first_and_bare_that_it_is_one() -> None:
    file = io.BytesIO()
    with Book(file, "B", NOW) as written:
        written.add(article("A"))
    assert file.getvalue()[30:58] == b"mimetypeapplication/epub+zip"
    assert ZipFile(file).infolist()[0].compress_type == ZIP_STORED


def test_every_file_is_well_formed_and_listed() -> None:
    made = book(article("First & <last>"), article(""), article("Third"))
    package = etree.fromstring(made.read("EPUB/package.opf"))
    listed = {one.get("href") for one in package.iter(f"{OPF}item")}
    there = {
        name.removeprefix("EPUB/")
        for name in made.namelist()
        if name.startswith("EPUB/")
    }
    assert listed | {"package.opf"} == there
    for name in there - {"style.css"}:
        etree.fromstring(made.read(f"EPUB/{name}"))
    container = etree.fromstring(made.read("META-INF/container.xml"))
    assert [
        one.get("full-path") for one in container.iter("{*}rootfile")
    ] == ["EPUB/package.opf"]  # fmt: skip


def test_the_contents_lead_to_the_articles_in_order() -> None:
    nav = etree.fromstring(book(article("One & 1"), article("")).read("EPUB/nav.xhtml"))
    assert [(link.get("href"), link.text) for link in nav.iter(f"{XHTML}a")] == [
        ("article-1.xhtml", "One & 1"),
        ("article-2.xhtml", "Untitled"),
    ]


def test_a_chapter_says_whose_it_is_and_where_it_stood() -> None:
    page = book(article("A")).read("EPUB/article-1.xhtml").decode()
    assert "<h1>A</h1>" in page
    assert "Ada &lt;Moreno&gt; · The Harbour · 1 February 2026" in page
    assert 'href="https://a.example/1?a=1&amp;b=2"' in page
    assert 'xml:lang="en-GB"' in page


def test_no_password_gets_into_a_book() -> None:
    made = book(article("A", "Text at https://eve:secret@c.example/."))
    everything = b"".join(made.read(name) for name in made.namelist())
    assert b"secret" not in everything
    assert b"word@" not in everything
    assert b"https://b.example/" in everything


@pytest.mark.parametrize("language", [None, "", "english please", '"><x'])
def test_a_language_that_is_none_is_left_out(language: str | None) -> None:
    made = book(article("A", language=language))
    assert b"lang=" not in made.read("EPUB/article-1.xhtml")
    assert b"<dc:language>und</dc:language>" in made.read("EPUB/package.opf")


def test_the_same_articles_make_the_same_book() -> None:
    one, other = (book(article("A"), article("B")) for _ in range(2))
    for name in one.namelist():
        assert one.read(name) == other.read(name)


def test_a_book_that_fails_is_no_book() -> None:
    def fail() -> None:
        with Book(file, "B", NOW):
            raise KeyError

    file = io.BytesIO()
    with pytest.raises(KeyError):
        fail()
    with pytest.raises(BadZipFile):
        ZipFile(file)
