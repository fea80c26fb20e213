"""Pictures as Sixels and as half blocks."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem

from reader.domain.picture import CLEAR, Raster
from reader.ui.blocks import half_blocks
from reader.ui.sixel import sixels

RED, BLUE = (255, 0, 0), (0, 0, 255)
GROUND = (51, 51, 51)


def a_raster(*rows: str) -> Raster:
    """Red and blue as letters, and clear as dots."""
    numbers = {"r": 0, "b": 1, ".": CLEAR}
    return Raster(
        width=len(rows[0]),
        height=len(rows),
        palette=bytes((*RED, *BLUE)),
        pixels=bytes(numbers[one] for row in rows for one in row),
    )


def seen(drawn: str) -> list[str]:
    """What a terminal makes of Sixels: the letters of a raster, and spaces where nothing is."""
    head = re.fullmatch(r'\x1bP0;1;0q"1;1;(\d+);(\d+)(.*)\x1b\\', drawn, re.DOTALL)
    assert head is not None
    width, height = int(head[1]), int(head[2])
    rows = [[" "] * width for _ in range(height)]
    names = {"100;0;0": "r", "0;0;100": "b", "20;20;20": "g"}
    letters: dict[str, str] = {}
    x, top, letter = 0, 0, ""
    for number, colour, count, sign in re.findall(
        r"#(\d+)(?:;2;([\d;]+))?|!?(\d*)([?-~$-])", head[3]
    ):
        if number:
            letters |= {number: names[colour]} if colour else {}
            letter = letters[number]
        elif sign == "$":
            x = 0
        elif sign == "-":
            x, top = 0, top + 6
        else:
            end = x + int(count or 1)
            for bit in range(6):
                if ord(sign) - 63 >> bit & 1:
                    rows[top + bit][x:end] = letter * (end - x)
            x = end
    return ["".join(row) for row in rows]


def test_sixels_are_those_of_the_manual() -> None:
    """Six rows to a character, the upper one in the lowest bit, and runs counted."""
    raster = a_raster("rrrrrb", "rrrrr.")
    assert sixels(raster, 0, 0, 6, 2, ground=None) == (
        '\x1bP0;1;0q"1;1;6;2#0;2;100;0;0#1;2;0;0;100#0!5B$#1!5?@\x1b\\'
    )


def test_where_a_picture_is_clear_its_ground_is_seen() -> None:
    """Terminals differ in what they make of pixels that nobody draws."""
    raster = a_raster("r.", "b.")
    assert seen(sixels(raster, 0, 0, 2, 2, ground=GROUND)) == ["rg", "bg"]
    assert seen(sixels(raster, 0, 0, 2, 2, ground=None)) == ["r ", "b "]


def test_nothing_moves_the_cursor_below_a_picture() -> None:
    """It would move the whole screen at the last row."""
    assert not sixels(a_raster(*["rb"] * 12), 0, 0, 2, 12, ground=None).endswith(
        "-\x1b\\"
    )


@given(
    st.lists(st.text("rb.", min_size=9, max_size=9), min_size=1, max_size=15),
    st.tuples(*[st.integers(0, 8)] * 2, *[st.integers(1, 16)] * 2),
)
def test_any_part_of_a_picture_is_drawn(
    rows: list[str], part: tuple[int, int, int, int]
) -> None:
    """Pixel by pixel what it is."""
    left, top, width, height = part
    top = min(top, len(rows) - 1)
    drawn = sixels(a_raster(*rows), left, top, width, height, ground=None)
    expected = [
        row[left : left + width].replace(".", " ") for row in rows[top : top + height]
    ]
    assert seen(drawn) == expected


def test_half_blocks_show_two_pixels_a_cell() -> None:
    """And behind what is clear, what was there."""
    raster = a_raster("rr.rb.", "rb..r.")
    ground = "48;2;51;51;51"
    red, blue = "255;0;0", "0;0;255"
    drawn = half_blocks(raster, 0, 0, 6, system=ColorSystem.TRUECOLOR, ground=GROUND)
    assert re.findall(r"\x1b\[0;([\d;]*)m([^\x1b]+)", drawn) == [
        (f"38;2;{red};48;2;{red}", "▀"),
        (f"38;2;{red};48;2;{blue}", "▀"),
        (ground, " "),
        (f"38;2;{red};{ground}", "▀"),
        (f"38;2;{blue};48;2;{red}", "▀"),
        (ground, " "),
    ]
    assert drawn.endswith("\x1b[0m")


def test_half_blocks_become_the_colours_there_are() -> None:
    """On a terminal of 256."""
    drawn = half_blocks(
        a_raster("r", "."), 0, 0, 1, system=ColorSystem.EIGHT_BIT, ground=None
    )
    assert drawn == "\x1b[0;38;5;196m▀\x1b[0m"
