from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.typeset.bidi import (
    NO_SIGN,
    levels_of,
    mirrored,
    reads_leftward,
    shaped,
    visual_order,
)
from reader.text.typeset.ordering import in_order

CHARACTERS = "abאב\u05b0تب\u064b012٣٤ .,:/+-%€()[]{}«»“”!?\u00ad\u200c\u0301"
IN_BETWEEN = str.maketrans("", "", "\u05b0\u064b\u00ad\u200c\u0301")


def seen(text: str, *, leftward: bool) -> str:
    """A text as it stands from the left, marks and invisible characters left out."""
    levels = levels_of(text, leftward=leftward)
    shown = (
        mirrored(text[at]) if levels[at] % 2 else text[at]
        for at in visual_order(levels)
    )
    return "".join(shown).translate(IN_BETWEEN)


@settings(deadline=None, max_examples=500)
@given(st.text(CHARACTERS, min_size=1, max_size=24), st.booleans())
def test_the_order_is_that_of_the_unicode_consortium(text: str, leftward: bool) -> None:  # noqa: FBT001
    """As another implementation of UAX #9 has it."""
    bidi = pytest.importorskip("bidi")
    expected = bidi.get_display(text, base_dir="R" if leftward else "L")
    both = {one.translate(IN_BETWEEN) for one in (expected, turned(expected))}
    assert seen(text, leftward=leftward) in both or unmirrored(text, leftward) in both


def turned(text: str) -> str:
    return "".join(map(mirrored, text))


def unmirrored(text: str, leftward: bool) -> str:  # noqa: FBT001
    levels = levels_of(text, leftward=leftward)
    return "".join(text[at] for at in visual_order(levels)).translate(IN_BETWEEN)


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("שלום", True),
        ("«قال»", True),
        ("12 שלום", True),
        ("abc שלום", False),
        ("12", False),
    ],
)
def test_a_text_reads_as_its_first_letter_does(text: str, leftward: bool) -> None:  # noqa: FBT001
    assert reads_leftward(text) is leftward


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("بيت", "ﺑﻴﺖ"),
        ("دار", "ﺩﺍﺭ"),
        ("بَيت", "ﺑَﻴﺖ"),
        ("می\u200cخواهم", "ﻣﯽ\u200cﺧﻮﺍﻫﻢ"),
        ("لا", "ﻻ" + NO_SIGN),
        ("سلام", "ﺳﻼ" + NO_SIGN + "ﻡ"),
        ("لأَن", "ﻷ" + NO_SIGN + "\u064eﻥ"),
        ("لَا", "ﻻ\u064e" + NO_SIGN),
        ("ل ا", "ﻝ ﺍ"),
        ("abc", "abc"),
    ],
)
def test_letters_are_written_joined(text: str, written: str) -> None:
    """Through vowel signs, and not across a zero-width non-joiner; lam and alef as one sign."""
    assert shaped(text) == written


def test_a_line_is_put_in_order_between_its_spaces() -> None:
    assert in_order("  שלום (1)   ") == "  (1) םולש   "
    assert in_order(" Plain words ") == " Plain words "
    assert in_order("سلام ") == "ﻡﻼﺳ "
