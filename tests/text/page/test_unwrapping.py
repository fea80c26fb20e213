"""Lines as they were before a mail program had them."""

from __future__ import annotations

import textwrap

import pytest

from reader.text.page.unwrapping import lines_of

PARAGRAPHS = [
    "The windmill on the dyke will turn again in spring, forty years after its last miller locked the door.",
    "“We have the sails, we have the stones and now we have the money,” said Wilma Postma, who leads the trust.",
    "“What we still lack,” she added, “is a miller who can tell wind from weather.”",
]


@pytest.mark.parametrize("width", [60, 72, 76])
@pytest.mark.parametrize("mark", ["", "> ", ">> ", ">"])
def test_wrapped_paragraphs_are_joined(width: int, mark: str) -> None:
    """Whatever the width, quoted or not."""
    rows = [row for one in PARAGRAPHS for row in [*textwrap.wrap(one, width), ""]]

    lines = lines_of("\n".join((mark + row).rstrip() for row in rows))

    assert [line for line in lines if line] == PARAGRAPHS


def test_a_text_that_was_never_wrapped_keeps_its_lines() -> None:
    """One paragraph a line, and short lines too."""
    lines = [*PARAGRAPHS, "Short.", "Shorter."]

    assert lines_of("\n".join(lines)) == lines


def test_dates_and_what_they_date_stay_on_their_lines() -> None:
    """Even where the next word would have found no room."""
    title = "A title that takes very nearly all of the width of the mail it is in"
    text = "\n".join(
        [title, "4 June 2020", *(textwrap.fill(one, 72) + "\n" for one in PARAGRAPHS)]
    )

    assert lines_of(text)[:2] == [title, "4 June 2020"]


def test_blank_lines_are_one_and_none_at_the_ends() -> None:
    """However many there are."""
    assert lines_of("\n\n a\t b \n\n\n\nc\n\n") == ["a b", "", "c"]
