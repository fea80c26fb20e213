"""Articles, quotations and comments as Markdown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.domain.annotation import Anchor, Highlight
from reader.domain.article import Article
from reader.domain.comment import Draft
from reader.domain.dates import Published
from reader.domain.delivery import Delivery, State
from reader.domain.source import Listed
from reader.sites.exports.markdown import (
    FIRST_LINES,
    article_file,
    comment,
    file_name,
    sayings,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def listed(title: str = "A title", day: str | None = None) -> Listed:
    return Listed(
        id=7,
        guid="g",
        url="https://a.example/7",
        title=title,
        published=None if day is None else Published(day),
        source="The Harbour",
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Harbour: a plan!", "2026-02-01-the-harbour-a-plan-7.md"),
        ("../../etc/passwd", "2026-02-01-etc-passwd-7.md"),
        ("Édouard à l’île", "2026-02-01-édouard-à-l-île-7.md"),
        ("…", "2026-02-01-7.md"),
        (".", "2026-02-01-7.md"),
        ("a\0b/c\\d", "2026-02-01-a-b-c-d-7.md"),
    ],
)
def test_a_file_is_named_by_day_title_and_id(title: str, name: str) -> None:
    assert file_name(listed(title, "2026-02-01T10:00:00")) == name


def test_a_name_is_never_too_long_for_a_disk() -> None:
    for title in ("x" * 1000, "語" * 1000, "\U0001d504" * 1000):
        assert len(file_name(listed(title)).encode()) < 200


def test_what_is_known_of_an_article_stands_in_front() -> None:
    text = article_file(
        replace(
            listed('Say “hi”: "yes"\\no', "2026-02-01"),
            tags=("a b", "c"),
            starred=True,
        ),
        Article(
            url="https://ada:secret@a.example/7",
            title="T",
            blocks=(),
            byline="Ada",
            language="en",
            markdown="\nText.\n\n> quoted\n",
        ),
    )
    assert text.startswith(FIRST_LINES + "7\n")
    _, front, body = text.split("---\n", 2)
    assert body == "\nText.\n\n> quoted\n"
    known = dict(line.split(": ", 1) for line in front.strip().splitlines())
    assert {key: json.loads(value) for key, value in known.items()} == {
        "reader-article": 7,
        "title": 'Say “hi”: "yes"\\no',
        "author": "Ada",
        "source": "The Harbour",
        "url": "https://a.example/7",
        "published": "2026-02-01",
        "language": "en",
        "tags": ["a b", "c"],
        "read": False,
        "starred": True,
    }


def test_a_highlight_is_quoted_with_its_note() -> None:
    mark = Highlight(id=1, anchor=Anchor(exact="two\nlines"), note="Why?", made=NOW)
    assert sayings(listed(), (), (mark,)) == (
        "> two\n> lines\n>\n> — [A title](<https://a.example/7>), The Harbour\n\n"
        "Why?\n\n"
    )


def test_a_comment_says_where_it_went_and_what_came_of_it() -> None:
    draft = Draft(
        id=1,
        url="https://a.example/7",
        article="A [title]",
        text="Well.\n",
        changed=NOW,
    )
    delivery = Delivery(
        id=1,
        draft=draft,
        state=State.HELD,
        words="Your comment awaits moderation.",
        permalink="https://a.example/7#comment-3",
        queued=NOW,
        changed=NOW,
    )
    text = comment(delivery)
    assert text.startswith("## [A \\[title\\]](<https://a.example/7>)\n\n2026-03-01")
    assert "held · <https://a.example/7#comment-3>\n\nWell.\n\n" in text
    assert text.endswith("> Your comment awaits moderation.\n\n")
