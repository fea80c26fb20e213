"""An article's HTML as Markdown and as blocks: what html2text would lose is kept."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.article import Block, BlockKind, Mark
from reader.text.markdown import html_of_markdown, read
from reader.text.markup.tree import fragment_tree
from reader.text.sanitize import clean_line

ADDRESS = "https://harbour.example/a_(b)"

# HTML, and the Markdown made of it
GOLDEN = {
    "curly marks and dashes stay": (
        "<p>She said &#8220;it&#8217;s late&#8221; &mdash; and left&hellip;</p>",
        "She said “it’s late” — and left…",
    ),
    "marks inside a word": (
        "<p>un<em>believ</em>able<strong>!</strong></p>",
        "un*believ*able**!**",
    ),
    "spaces stand outside the marks": (
        "<p>a<b> bold </b>word</p>",
        "a **bold** word",
    ),
    "what looks like markup is escaped": (
        "<p>2*3*4 _x_ snake_case [1] `a` &lt;b&gt; &amp;amp; C# \\</p>",
        "2\\*3\\*4 \\_x\\_ snake_case \\[1\\] \\`a\\` \\<b> \\&amp; C# \\\\",
    ),
    "what looks like a list or a heading at the start of a line": (
        "<p>1986. A year<br>- no item<br># no heading</p><p>+ one</p>",
        "1986\\. A year\\\n\\- no item\\\n\\# no heading\n\n\\+ one",
    ),
    "links with brackets in their address": (
        f'<p>See <a href="{ADDRESS}">the <i>plan</i></a>.</p>',
        "See [the *plan*](https://harbour.example/a_%28b%29).",
    ),
    "a block quotation with who is cited": (
        "<blockquote><p>One.</p><p>Two.</p><cite>Ada Moreno</cite></blockquote><p>x</p>",
        "> One.\n>\n> Two.\n>\n> — Ada Moreno\n\nx",
    ),
    "lists in lists, with their numbers": (
        '<ul><li>a</li><li>b<ol start="9"><li>c<p>more</p></li><li>d</li></ol></li></ul>',
        "- a\n- b\n  9. c\n\n     more\n  10. d",
    ),
    "code with its language": (
        '<pre><code class="language-python">if a &lt; b:\n    ```</code></pre>',
        "````python\nif a < b:\n    ```\n````",
    ),
    "code in the line": (
        "<p><code>a`b*</code> and <kbd>Ctrl-C</kbd></p>",
        "``a`b*`` and `Ctrl-C`",
    ),
    "a table": (
        "<table><tr><th>Part</th><th>Price</th></tr><tr><td></td><td>4|5</td></tr></table>",
        "Part| Price\n---|---\n| 4\\|5",
    ),
    "a picture and its caption": (
        f'<figure><img src="{ADDRESS}" alt="A boat"><figcaption>At sea</figcaption></figure>',
        "![A boat](https://harbour.example/a_%28b%29)\n\nAt sea",
    ),
    "struck out text and a rule": (
        "<p><s>old</s> new</p><hr><p>end</p>",
        "~~old~~ new\n\n* * *\n\nend",
    ),
}


@pytest.mark.parametrize(("html", "expected"), GOLDEN.values(), ids=GOLDEN.keys())
def test_html_becomes_markdown(html: str, expected: str) -> None:
    """To the character, so that a new html2text is noticed."""
    assert read(fragment_tree(html)).markdown == expected + "\n"


def test_spans_stand_exactly_on_their_words() -> None:
    """Also where marks begin in mid-word, and where Markdown could not say it."""
    block = only(f'<p>un<em>believ</em>able <a href="{ADDRESS}">a<b>b</b></a>。</p>')

    assert block.text == "unbelievable ab。"
    assert [(block.text[s.start : s.end], s.mark, s.target) for s in block.spans] == [
        ("believ", Mark.EMPHASIS, None),
        ("ab", Mark.LINK, ADDRESS),
        ("b", Mark.STRONG, None),
    ]


def test_no_break_spaces_are_kept() -> None:
    """French puts one inside its quotation marks, and offsets count them."""
    assert only("<p>«\u00a0oui\u202f»</p>").text == "«\u00a0oui\u202f»"


def test_two_line_breaks_part_paragraphs() -> None:
    """As old pages do it."""
    texts = [block.text for block in blocks("<div>one<br>two<br><br>three</div>")]

    assert texts == ["one\ntwo", "three"]


def test_marks_across_paragraphs_mark_each() -> None:
    """A `b` around two paragraphs makes both bold."""
    found = blocks("<b><div>one</div><div>two</div></b>")

    assert [(b.text, [s.mark for s in b.spans]) for b in found] == [
        ("one", [Mark.STRONG]),
        ("two", [Mark.STRONG]),
    ]


def test_items_know_their_depth_and_marker() -> None:
    """A second paragraph of an item has no marker of its own."""
    found = blocks("<ol><li><p>a</p><p>b</p><ul><li>c</li></ul></li></ol>")

    assert [(b.text, b.level, b.marker) for b in found] == [
        ("a", 1, "1."),
        ("b", 1, None),
        ("c", 2, "•"),
    ]


def test_footnotes_are_told_from_the_text() -> None:
    """The mark stands in brackets, and the way back is left out."""
    found = blocks(
        '<p>Wet<sup><a href="#n1" id="r1">1</a></sup> day</p>'
        '<ol><li id="n1">Very wet. <a href="#r1">↩</a></li></ol>'
    )

    assert [(b.kind, b.text, b.marker) for b in found] == [
        (BlockKind.PARAGRAPH, "Wet[1] day", None),
        (BlockKind.FOOTNOTE, "Very wet.", "1"),
    ]


def test_a_table_keeps_its_columns_where_cells_span() -> None:
    """A row has as many cells as the widest."""
    table = only(
        "<table><tr><th rowspan=2>a</th><th colspan=2>b</th></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )

    assert table.text == "a\tb\t\n\tc\td"


def test_a_table_that_only_places_things_is_read_as_its_blocks() -> None:
    """Old pages part their columns that way."""
    found = blocks(
        "<table><tr><td><h2>News</h2><p>One.</p></td><td>Menu</td></tr></table>"
    )

    assert [block.kind for block in found] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>One.</p><footer>— Ada Moreno</footer></blockquote>",
        "<blockquote><p>One.</p><p>– Ada Moreno</p></blockquote>",
        "<blockquote>One.<cite>Ada Moreno</cite></blockquote>",
        "<figure><blockquote>One.</blockquote><figcaption>Ada Moreno</figcaption></figure>",
        '<blockquote class="twitter-tweet"><p>One.</p>&mdash; Ada Moreno</blockquote>',
    ],
)
def test_who_a_block_quotation_cites(html: str) -> None:
    """However the page writes it, and not as a part of what is quoted."""
    quoted = only(html)

    assert (quoted.text, quoted.cite, quoted.quoted) == ("One.", "Ada Moreno", 1)


def test_a_picture_says_nothing_twice() -> None:
    """An alternative text that its caption repeats, or a file's name, says nothing."""
    said = blocks(
        f'<figure><img src="{ADDRESS}" alt="At sea"><figcaption>At sea, Monday</figcaption></figure>'
        f'<img src="{ADDRESS}" alt="IMG_2041.jpg"><img src="{ADDRESS}" alt="harbour-wall-02">'
    )

    assert [b.text for b in said] == ["", "At sea, Monday", "", ""]


def test_raised_figures_are_kept_apart_from_their_words() -> None:
    """Ten to the sixth is not 106."""
    assert (
        only("<p>10<sup>6</sup> H<sub>2</sub>O 1<sup>st</sup></p>").text
        == "10⁶ H₂O 1st"
    )


def test_inline_quotations_get_their_marks() -> None:
    """A `q` shows them only by style."""
    assert (
        only("<p><q>Go <q>now</q></q>, she said.</p>").text == "“Go ‘now’”, she said."
    )


def test_markdown_is_rendered_without_its_markup_acting() -> None:
    """What is HTML in a Markdown file is text."""
    html = html_of_markdown("*a* <script>b</script>\n\n| c | d |\n|---|---|\n| e | f |")

    assert "<script" not in html
    assert "<em>a</em>" in html
    assert "<td>e</td>" in html


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_every_character_of_a_text_survives(paragraphs: list[str]) -> None:
    """But white space, control characters and what no text may hold."""
    html = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)

    expected = [words for one in paragraphs if (words := visible(one))]
    assert [re.sub(r"\s+", " ", b.text) for b in blocks(html)] == expected


def visible(text: str) -> str:
    """A text as an HTML parser would show it."""
    # A carriage return ends a line in HTML; other controls are no text.
    bare = re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "", text)
    bare = re.sub("[\x00-\x08\x0b\x0e-\x1f\x7f]", "", bare)
    bare = bare.encode("utf-8", "replace").decode("utf-8")
    return clean_line(bare)


def blocks(html: str) -> tuple[Block, ...]:
    return read(fragment_tree(html)).blocks


def only(html: str) -> Block:
    (block,) = blocks(html)
    return block
