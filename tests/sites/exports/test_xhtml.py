"""Blocks as XHTML that every reading device takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reader.domain.article import Block, BlockKind, Mark, Span
from reader.sites.exports.xhtml import body_of


def paragraph(text: str, *spans: Span, quoted: int = 0) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text, spans=spans, quoted=quoted)


def item(text: str, level: int = 1, marker: str | None = "•") -> Block:
    return Block(kind=BlockKind.ITEM, text=text, level=level, marker=marker)


def written(*blocks: Block) -> str:
    return body_of(blocks).replace("\n", "")


def test_marks_nest_and_links_go_around_them() -> None:
    block = paragraph(
        "Hello bold both, a link.",
        Span(6, 15, Mark.STRONG),
        Span(11, 15, Mark.EMPHASIS),
        Span(17, 23, Mark.LINK, "https://a.example/?a=1&b=2"),
        Span(19, 23, Mark.STRONG),
    )
    assert written(block) == (
        "<p>Hello <strong>bold </strong><strong><em>both</em></strong>, "
        '<a href="https://a.example/?a=1&amp;b=2">a <strong>link</strong></a>.</p>'
    )


def test_marks_that_overlap_are_cut() -> None:
    block = paragraph("abc", Span(0, 2, Mark.STRONG), Span(1, 3, Mark.EMPHASIS))
    assert written(block) == (
        "<p><strong>a</strong><strong><em>b</em></strong><em>c</em></p>"
    )


def test_only_web_links_lead_anywhere() -> None:
    block = paragraph("here", Span(0, 4, Mark.LINK, "javascript:alert(1)"))
    assert written(block) == "<p>here</p>"


def test_lists_stand_in_lists() -> None:
    assert written(
        item("one"),
        item("in", 2),
        item("more of it", 2, None),
        item("two"),
        item("third", 1, "3."),
        paragraph("after"),
    ) == (
        "<ul><li><p>one</p><ul><li><p>in</p><p>more of it</p></li></ul></li>"
        "<li><p>two</p></li></ul>"
        '<ol><li value="3"><p>third</p></li></ol>'
        "<p>after</p>"
    )


def test_a_list_that_begins_deep_is_well_formed() -> None:
    assert written(item("deep", 3)) == (
        "<ul><li><ul><li><ul><li><p>deep</p></li></ul></li></ul></li></ul>"
    )


def test_two_block_quotations_stay_two() -> None:
    first = Block(kind=BlockKind.PARAGRAPH, text="a", quoted=1, cite="Ada <3")
    assert written(first, paragraph("b", quoted=1), paragraph("c", quoted=2)) == (
        '<blockquote><p>a</p><p class="cite">— <cite>Ada &lt;3</cite></p></blockquote>'
        "<blockquote><p>b</p><blockquote><p>c</p></blockquote></blockquote>"
    )


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            Block(kind=BlockKind.HEADING, text="A & b", level=2),
            "<h3>A &amp; b</h3>",
        ),
        (
            Block(kind=BlockKind.CODE, text="a < b\n  c"),
            "<pre><code>a &lt; b\n  c</code></pre>",
        ),
        (
            Block(kind=BlockKind.TABLE, text="a\tb\n1\t2"),
            "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>",
        ),
        (
            Block(kind=BlockKind.PICTURE, text="A cat", target="https://a.example/i"),
            '<p class="picture"><a href="https://a.example/i">A cat</a></p>',
        ),
        (Block(kind=BlockKind.PICTURE, text=""), '<p class="picture">Picture</p>'),
        (Block(kind=BlockKind.RULE, text=""), "<hr/>"),
        (
            Block(kind=BlockKind.FOOTNOTE, text="See.", marker="1"),
            '<p class="footnote"><sup>1</sup> See.</p>',
        ),
        (paragraph("a\nb"), "<p>a<br/>\nb</p>"),
        (paragraph("a\x00\x1b[2Jb\ufffe"), "<p>ab</p>"),
    ],
)
def test_every_kind_of_block_has_its_element(block: Block, expected: str) -> None:
    assert body_of([block]) == expected


texts = st.text(max_size=12)
blocks = st.builds(
    lambda kind, text, spans, level, marker, quoted, cite: Block(
        kind=kind,
        text=text,
        spans=tuple(
            Span(min(a, b, len(text)), min(max(a, b), len(text)), mark, "http://a/")
            for a, b, mark in spans
        ),
        level=level,
        marker=marker,
        quoted=quoted,
        cite=cite,
    ),
    st.sampled_from(BlockKind),
    texts,
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(Mark)),
        max_size=4,
    ),
    st.integers(0, 4),
    st.sampled_from([None, "•", "3.", "x)"]),
    st.integers(0, 3),
    st.none() | texts,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(blocks, max_size=8))
def test_whatever_the_blocks_it_is_well_formed(some: list[Block]) -> None:
    etree.fromstring(f"<body>{body_of(some)}</body>")


def test_many_marks_cost_no_more_than_their_number() -> None:
    many = 20_000
    text = "ab" * many
    spans = [Span(at, len(text), Mark.STRONG) for at in range(0, 2 * many, 2)]
    spans += [
        Span(at, at + 1, Mark.LINK, "https://a.example/")
        for at in range(0, 2 * many, 2)
    ]
    assert body_of([paragraph(text, *spans)]).count("<a ") == many
