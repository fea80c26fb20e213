"""Pictures as the Kitty graphics protocol wants them."""

from __future__ import annotations

import re
from base64 import standard_b64decode

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from reader.ui import kitty


def test_placeholders_are_those_of_the_specification() -> None:
    """Its example: picture 42 in two rows of two columns."""
    assert kitty.placed(42, 2, 2) == "\x1b_Ga=p,U=1,i=42,p=1,c=2,r=2,q=2\x1b\\"
    assert kitty.placeholders(0, 2) == ("\U0010eeee\u0305\u0305\U0010eeee\u0305\u030d")
    assert kitty.placeholders(1, 2) == ("\U0010eeee\u030d\u0305\U0010eeee\u030d\u030d")
    assert kitty.colour(42) == (0, 0, 42)
    assert kitty.colour(0x123456) == (0x12, 0x34, 0x56)


def test_a_row_is_cut_between_its_cells() -> None:
    """Each cell says by itself which part of the picture it is, however a row is cut."""
    row = kitty.placeholders(3, kitty.MOST)
    assert cell_len(row) == kitty.MOST == 200
    strip = Strip([Segment(row)])
    assert "".join(one.text for one in strip.crop(50, 60)) == row[150:180]


@pytest.mark.parametrize("size", [1, 3072, 3073, 20_000])
def test_a_picture_is_given_in_pieces(size: int) -> None:
    """None is longer than the protocol allows, and only the last says it is the last."""
    png = bytes(number % 251 for number in range(size))
    sequences = re.findall("\x1b_G([^;]*);([^\x1b]*)\x1b\\\\", kitty.given(7, png))
    assert "".join(f"\x1b_G{a};{b}\x1b\\" for a, b in sequences) == kitty.given(7, png)
    assert sequences[0][0].startswith("a=t,f=100,i=7,q=2,m=")
    assert [one[-1] for one, _ in sequences] == ["1"] * (len(sequences) - 1) + ["0"]
    assert all(len(data) <= 4096 for _, data in sequences)
    assert standard_b64decode("".join(data for _, data in sequences)) == png
