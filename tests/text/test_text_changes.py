"""What was changed in a text."""

from __future__ import annotations

import pytest

from reader.text.changes import compared


@pytest.mark.parametrize(
    ("former", "present", "said"),
    [
        ("a\n\nb", "a\n\nb", "a\n\nb"),
        ("a\n\nb\n\nc", "a\n\nB\n\nc", "a\n\n− b\n\n+ B\n\nc"),
        ("a\n\nb", "b", "− a\n\nb"),
        ("b", "a\n\nb", "+ a\n\nb"),
    ],
)
def test_a_paragraph_that_went_or_came_is_marked(
    former: str, present: str, said: str
) -> None:
    assert compared(former, present) == said


def test_a_text_of_very_many_paragraphs_is_given_as_it_was() -> None:
    long = "\n\n".join(str(number) for number in range(3000))
    assert compared(long, "") == long
