"""One way of writing quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.quoted.typography import unified


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("``so''", " “so” "),
        ("‘‘so’’", " “so” "),
        (",,so''", " „so” "),
        ("<q>so</q>", "  “so”   "),
        ("&ldquo;so&rdquo;", "      “so”      "),
        ("&laquo;so&raquo;", "      «so»      "),
        ("it's 5,,6", "it's 5,,6"),
    ],
)
def test_every_variant_becomes_the_mark_it_stands_for(written: str, read: str) -> None:
    assert unified(written) == read


def test_a_block_elements_tag_parts_paragraphs() -> None:
    assert unified("<p>so</p>").split() == ["so"]


@given(st.text(alphabet="<>/qpldquo&;'`‘’,\"ab ", max_size=80))
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(unified(text)) == len(text)
