"""What a comment says, as plain text."""

from __future__ import annotations

import time

import pytest

from reader.sites.comments.prose import LONGEST, prose_of
from reader.text.markup.tree import fragment_tree


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."),
        ("One,<br>\n two.", "One,\ntwo."),
        ("<p>  much \n space </p>", "much space"),
        ("loose <p>One.</p> ends", "loose\n\nOne.\n\nends"),
        ("<blockquote><p>Said.</p><p>Again.</p></blockquote><p>No.</p>", "> Said.\n\n> Again.\n\nNo."),
        ("<blockquote>a<br>b<blockquote>c</blockquote></blockquote>", "> a\n> b\n\n> > c"),
        ("<ul><li>One</li><li>Two</li></ul><p>End</p>", "• One\n• Two\n\nEnd"),
        ("<ul><li><p>One</p></li></ul>", "• One"),
        ("<pre>a\n  b\n</pre>", "a\n  b"),
        ('<a href="https://a.example/x">there</a>', "there <https://a.example/x>"),
        ('<a href="https://a.example/x">https://a.example/x</a>.', "https://a.example/x."),
        ('<a href="https://a.example/">a.example</a>', "a.example"),
        ('<a href="https://a.example/long/way">https://a.example/lo…</a>', "https://a.example/long/way"),
        ('<a href="https://b.example/">https://a.example/</a>', "https://a.example/ <https://b.example/>"),
        ('<a href="javascript:alert(1)">there</a>', "there"),
        ('<a href="https://a.example/> <b">there</a>', "there"),
        ('<a href="#comment-3">Ada</a>, no.', "Ada, no."),
        ('<a href="https://a.example/x"><p>One</p></a><p>Two</p>', "One\n\nTwo"),
        ('Yes <img class="wp-smiley" alt=":)" src="x">!', "Yes :)!"),
        (f'<img alt="{"long " * 9}" src="x">Yes', "Yes"),
        ("<p>Held.</p><em class='comment-awaiting-moderation'>Waits.</em>", "Held."),
        ('<p>So.</p><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div>', "So."),
        ("<script>alert(1)</script><style>p{}</style><p>So.</p>", "So."),
        ("<p>a\x1b]52;c;eA==\x07b&#27;[31mc\u202ed</p>", "abcd"),
        ("", ""),
        ("<p> </p><br><br>", ""),
    ],
)  # fmt: skip
def test_a_comment_keeps_its_shape(html: str, text: str) -> None:
    assert prose_of(fragment_tree(html)) == text


def test_a_comment_without_end_is_cut() -> None:
    assert len(prose_of(fragment_tree("<p>word</p>" * 100_000))) <= LONGEST


@pytest.mark.parametrize(
    "html", ["<blockquote>" * 50_000 + "x", "<a href='https://a.example/'>" * 50_000, "<br>" * 200_000]
)  # fmt: skip
def test_hostile_markup_takes_no_time(html: str) -> None:
    before = time.process_time()
    prose_of(fragment_tree(html))
    assert time.process_time() - before < 5
