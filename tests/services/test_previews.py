"""A comment as it will be shown, beside what real sites make of it."""

from __future__ import annotations

import json

import pytest

from reader.domain.article import Block, BlockKind, Mark
from reader.domain.comment import CommentForm
from reader.sites.comments.systems import shown_as
from reader.sites.comments.wordpress import as_stored
from reader.text.markdown import read
from reader.text.markup.tree import fragment_tree
from servers.wordpress import WordPress

WRITTEN = (
    "A first line,\nand a second.\n\nA paragraph.",
    "\"Well,\" she said, \"it's the '90s -- and... so\"; ('perhaps') 3x4 - no.",
    "1 < 2 & 3 > 2; if (a<b && c>d)",
    "<blockquote>Only paint.\n<cite>Ada Moreno</cite></blockquote>\n\nPaint & signs.",
    "See https://example.org/a?b=1&c=2. Or <a href='https://example.org'>there</a>!",
    '<em>So</em> <code>a -- "b"</code> <strong>it</strong> is',
    "- no list\n- at all\n\n> no quotation",
    "Before.\n<blockquote>one\n\ntwo</blockquote>\nAfter.",
    "<ul><li>a list is not allowed</li></ul>",
)


def form(system: str) -> CommentForm:
    return CommentForm(action="", system=system, page="", fields=())


def words(blocks: tuple[Block, ...]) -> list[tuple[str, int, str | None]]:
    """What somebody would read, and what of it is quoted."""
    return [(one.text, one.quoted, one.cite) for one in blocks]


def test_a_preview_is_what_wordpress_makes_of_it(each_wordpress: WordPress) -> None:
    stored = json.dumps([as_stored(text) for text in WRITTEN])
    shown = json.loads(
        each_wordpress.php(
            f"$post = {each_wordpress.posts['main']};"
            f" foreach (json_decode({stored!r}) as $text) {{"
            " $id = wp_new_comment(wp_slash(['comment_post_ID' => $post, 'comment_content' => $text,"
            " 'comment_author' => 'A', 'comment_author_email' => 'a@example.org', 'comment_author_url' => '',"
            " 'comment_type' => 'comment']), true);"
            " $all[] = apply_filters('comment_text', get_comment_text($id), get_comment($id)); }"
            " echo json_encode($all);"
        )
    )
    for text, html in zip(WRITTEN, shown, strict=True):
        made = words(read(fragment_tree(html)).blocks)
        assert words(shown_as(text, form("wordpress"))) == made, html


@pytest.mark.parametrize(
    ("language", "made"),
    [
        (None, "“She said ‘no’,” it’s said"),
        ("en-GB", "“She said ‘no’,” it’s said"),
        ("de-DE", "„She said ‚no‘,“ it’s said"),
        ("fr", "«\xa0She said ‘no’,\xa0» it’s said"),
        ("eu", "\"She said 'no',\" it's said"),
    ],
)
def test_quotation_marks_are_those_of_the_sites_language(
    language: str | None, made: str
) -> None:
    """Those of a language we know nothing of stay as they were typed."""
    (one,) = shown_as("\"She said 'no',\" it's said", form("wordpress"), language)
    assert one.text == made


def test_isso_reads_markdown() -> None:
    quoted, listed = shown_as("> only *paint*\n\n- so", form("isso"))
    assert (quoted.text, quoted.quoted) == ("only paint", 1)
    assert [span.mark for span in quoted.spans] == [Mark.EMPHASIS]
    assert listed.kind is BlockKind.ITEM


@pytest.mark.parametrize("system", ["drupal", "form", "nobody knows"])
def test_what_takes_no_markup_is_shown_as_typed(system: str) -> None:
    (one,) = shown_as("<b>1 < 2</b> -- *so*", form(system))
    assert one.text == "<b>1 < 2</b> -- *so*"
