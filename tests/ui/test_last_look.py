"""The last look at what reaches the terminal."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widgets import Input

from reader.domain.preferences import Bidi, Preferences
from reader.ui.app import ReaderApp
from reader.ui.last_look import ORDERED, LastLook
from ui.house import open_rooms
from ui.patience import sees, shown
from ui.town import POSTS, Town

BLACK = Color(0, 0, 0)
FORBIDDEN = {
    *range(32),
    *range(127, 160),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
}

HOSTILE = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\x1b\x07\x9b\x9d\u202e\u2066\t\n\x00\x7f"),
    )
)


@given(HOSTILE)
def test_no_control_character_gets_past(text: str) -> None:
    """Whatever a widget of the framework lets through."""
    (segment,) = LastLook().apply([Segment(text)], BLACK)
    assert not FORBIDDEN.intersection(map(ord, segment.text))


@given(HOSTILE)
def test_a_line_is_not_shortened_by_it(text: str) -> None:
    """It has been measured already."""
    (segment,) = LastLook().apply([Segment(text)], BLACK)
    assert cell_len(segment.text) >= cell_len(text)


def test_what_is_clean_is_left_alone() -> None:
    """The same segment comes back."""
    segment = Segment("“A promise” 市場")
    assert LastLook().apply([segment], BLACK) == [segment]


def test_what_controls_the_terminal_on_our_behalf_is_left_alone() -> None:
    """The framework marks it as such."""
    segment = Segment("\x1b[2J", None, [(1,)])  # type: ignore[list-item]
    assert LastLook().apply([segment], BLACK) == [segment]


def test_hebrew_is_put_in_order_if_it_is_ours_to_do() -> None:
    (segment,) = LastLook(order=True).apply([Segment("שלום  ")], BLACK)
    assert segment.text == "םולש  "
    (segment,) = LastLook().apply([Segment("שלום  ")], BLACK)
    assert segment.text == "שלום  "


def test_what_stands_in_order_is_not_turned_again() -> None:
    """The page has done it."""
    style = Style.from_meta({ORDERED: True})
    (segment,) = LastLook(order=True).apply([Segment("םולש", style)], BLACK)
    assert segment.text == "םולש"


def test_pieces_of_one_link_are_one_link() -> None:
    """Whatever has been made of their style on the way."""
    pieces = [
        Segment(words, Style(bold=bold, link="https://harbourpost.example/"))
        for words, bold in (("the ", True), ("harbour", False))
    ]
    seen = LastLook().apply(pieces, BLACK)
    assert len({one.style.link_id for one in seen if one.style}) == 1


async def test_hebrew_under_a_prompt_and_a_dialog_stays_as_it_stands(
    tmp_path: Path, town: Town
) -> None:
    """The rows that are covered are painted once more, and turned only once."""
    town.posts = (POSTS[0]._replace(title="שלום עליכם"), *POSTS[1:])
    wanted = Preferences(bidi=Bidi.READER)
    library = tmp_path / "library.sqlite3"
    async with open_rooms(library, preferences=wanted) as rooms:
        await rooms.subscribing.add(town.address)
        app = ReaderApp(rooms)
        async with app.run_test(size=(80, 24)) as pilot:
            await sees(pilot, "םכילע םולש")
            for key, over in (("plus", "Add a site:"), ("question_mark", "Keys")):
                await pilot.press(key)
                await sees(pilot, over)
                assert "שלום" not in shown(pilot)
                await pilot.press("escape")
            await pilot.press("plus")
            await sees(pilot, "Add a site:")
            assert "םכילע םולש" in shown(pilot)
            # What is the prompt's own is still put in order.
            app.screen.query_one(Input).value = "טוב"
            await sees(pilot, "בוט")
