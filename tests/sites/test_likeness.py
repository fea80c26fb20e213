"""What a site shows is what it was sent, whatever it did to the typography."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sites.comments.likeness import is_like, is_within


@pytest.mark.parametrize(
    ("shown", "sent"),
    [
        ("“Paint”, it’s only paint…", '"Paint", it\'s only paint...'),
        ("Paint — only paint – here", "Paint -- only paint - here"),
        ("One. Two.", "One.\r\n\r\nTwo."),
        ("A 9×9 grid", "A 9x9 grid"),
        ("only paint", "<blockquote>only <em>paint</em></blockquote>"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("if (a<b>c)", "if (a<b>c)"),
        ("Straße", "STRASSE"),
        ("ﬁne", "fine"),
        ("👍 👍", "👍👍"),
    ],
)
def test_typography_tells_nothing_apart(shown: str, sent: str) -> None:
    assert is_like(shown, sent)


@pytest.mark.parametrize(
    ("shown", "sent"),
    [
        ("Only paint.", "Only painted."),
        ("", "Something."),
        ("👍", "👎"),
        ("Said twice. Said twice.", "Said twice."),
    ],
)
def test_other_words_are_another_comment(shown: str, sent: str) -> None:
    assert not is_like(shown, sent)


@given(st.text(max_size=80))
def test_a_text_is_like_itself(text: str) -> None:
    assert is_like(text, text)


def test_a_text_is_found_within_a_page() -> None:
    page = "Comments. Ada says: “The tide tables were — never — the problem.” Reply"
    assert is_within(page, "The tide tables were, never, the problem")
    assert not is_within(page, "The tide tables are the problem")


def test_a_short_text_may_stand_anywhere() -> None:
    assert not is_within("Well, yes.", "Yes.")
