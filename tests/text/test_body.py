"""A page's article is kept as its author set it, whatever element holds it."""

from __future__ import annotations

import pytest

from reader.text.body import body_of
from reader.text.markup.tree import fragment_tree, text_of, tree_of

URL = "https://lowfield.example/pier/"
PROSE = "<p>Paragraph {} deals with the harbour wall, its stones, its cracks and the men who mend it; it is long enough to wrap on any screen a reader might own.</p>"
TABLE = (
    "<table><tr><th>Team</th><th>Won</th><th>Lost</th></tr>"
    "<tr><td>Reds</td><td>–</td><td>3</td></tr><tr><td>-</td><td>n/a</td><td>Share</td></tr></table>"
)
BETWEEN = (
    "<ul><li>Granite</li><li>—</li><li>Slate</li></ul>",
    '<figure><img src="/wall.png" alt="The wall"><figcaption>The wall at low tide, 1931.</figcaption></figure>',
    TABLE,
    '<p>See also the <a href="/long/">long report</a>.</p>',
    '<p>Read more: <a href="/long/">long report</a> is where the numbers are.</p>',
    '<p>See also the <a href="/long/">long report</a> and the <a href="/ar/">Arabic page</a>.</p>',
)
HOLDERS = (
    "<article><h1>T</h1>{}</article>",
    "<main><h1>T</h1>{}</main>",
    "<div id=content><h1>T</h1>{}</div>",
    '<article><h1>T</h1><div class="available-content"><div dir="auto" class="body markup">{}</div></div></article>',
    '<article><h1>T</h1><div class="entry-content">{}</div></article>',
    "<h1>T</h1>{}",
)


@pytest.mark.parametrize("holder", HOLDERS)
def test_what_is_short_of_prose_stays_in_its_place(holder: str) -> None:
    """Cells under their heads, items, captions, and sentences that hold links."""
    inside = "".join(PROSE.format(at) + one for at, one in enumerate(BETWEEN))
    root = tree_of(
        f"<html><head><title>T</title></head><body>{holder.format(PROSE.format(9) + inside)}</body></html>"
    )

    assert root is not None
    article = fragment_tree(body_of(root, URL).html)
    rows = [[text_of(cell) for cell in row] for row in article.iter("tr")]
    assert rows == [
        ["Team", "Won", "Lost"],
        ["Reds", "–", "3"],
        ["-", "n/a", "Share"],
    ]
    assert [text_of(item) for item in article.iter("li")] == ["Granite", "—", "Slate"]
    assert [picture.get("alt") for picture in article.iter("img")] == ["The wall"]
    said = text_of(article)
    assert "The wall at low tide, 1931." in said
    assert "See also the long report." in said
    assert "Read more: long report is where the numbers are." in said
    assert said.endswith("See also the long report and the Arabic page.")


def test_comments_longer_than_the_article_are_none_of_it() -> None:
    """An extractor takes what is longest; the page says where its article stands."""
    remark = "Rain we have, and it is patience that leaks. " * 30
    root = tree_of(
        "<html><head><title>T</title></head><body><main><h1>T</h1>"
        f"<div class='entry-content wp-block-post-content'>{PROSE.format(1)}{PROSE.format(2)}</div>"
        "<div class='wp-block-comments'><h2>Comments</h2><ol class='wp-block-comment-template'>"
        f"<li id='comment-5'><p>{remark}</p></li><li id='comment-6'><p>“{remark}”</p></li></ol>"
        "</div></main></body></html>"
    )
    assert root is not None
    body = body_of(root, URL)
    assert "Paragraph 2" in body.html
    assert "Rain we have" not in body.html


def test_labels_under_a_short_article_are_none_of_it() -> None:
    """“Posted in … by …”, as WordPress's own theme has it below the text."""
    root = tree_of(
        "<html><head><title>T</title></head><body><header><p>The Courier</p></header><main><h1>T</h1>"
        "<div class='entry-content wp-block-post-content'><p>“Patience,” said Councillor Thorne,"
        " “is what we ask for.”</p><p>She added: “And rain.”</p></div><div class='wp-block-group'>"
        "<p>Posted</p><p>in</p><p>News</p><p>by</p><p>Rosa Whitcombe</p><p>Tags:</p><p>council, rain, patience</p>"
        "</div></main></body></html>"
    )
    assert root is not None
    article = fragment_tree(body_of(root, URL).html)
    assert text_of(article).endswith("And rain.”")
