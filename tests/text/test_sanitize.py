"""What reaches the terminal is text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text.sanitize import clean, clean_line, for_terminal

NEVER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
hostile = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            list("\x1b\x07\x9b\x9c\x9d\x90[]0;52mJ\\\r\n\t\u202e\u2066\ud800")
        ),
    )
)


@given(hostile)
@example("\x1b\x1b]52;c;aGk=\x07[2J")
@example("\x1b]0;a\x1b[31mb\x07")
@example("\x1b\x9b]0;x\x07")
def test_no_control_is_left(text: str) -> None:
    assert NEVER.search(clean(text)) is None


@given(hostile)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    line = clean_line(text)
    assert clean_line(line) == line


@given(hostile)
def test_a_painted_line_is_one_line(text: str) -> None:
    painted = for_terminal(text)
    assert NEVER.search(painted) is None
    assert "\n" not in painted
    assert "\t" not in painted


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs", "M"])))
def test_what_is_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("hostile", "text"),
    [
        ("a\x1b]52;c;aGk=\x07b", "ab"),
        ("a\x1b]0;owned\x1b\\b", "ab"),
        ("a\x9d0;owned\x9cb", "ab"),
        ("a\x9d0;owned\rb", "a\nb"),
        ("a\x1b[31;1mred\x1b[0m", "ared"),
        ("a\x9b2Jb", "ab"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("a\u202eevil\u202c", "aevil"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("half \ud83d", "half \ufffd"),
        ("שלום\u200f", "שלום\u200f"),
        ("👩\u200d🚀 e\u0301", "👩\u200d🚀 e\u0301"),
    ],
)
def test_known_tricks(hostile: str, text: str) -> None:
    assert clean(hostile) == text


def test_an_unended_sequence_takes_its_own_line_at_the_most() -> None:
    assert clean("a\x1b]0;never ends\nthe next line") == "a\nthe next line"
