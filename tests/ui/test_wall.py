"""Pictures that are drawn over a page, on a screen that a cell of is text or picture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.picture import Picture
from reader.text.typeset.pictures import Grid, fitted
from reader.ui.gallery import Gallery
from reader.ui.kitty import PLACEHOLDER
from reader.ui.wall import MOST, Cell, Patch, Wall

PICTURE = Picture(width=80, height=64, png=b"")
GRID = Grid(10, 4)
GROUND = "48;2;30;30;30"


def a_wall() -> tuple[Wall, int]:
    wall = Wall()
    number = wall.hang(PICTURE)
    wall.place(number, GRID)
    return wall, number


def row_of(wall: Wall, number: int, row: int, *, left: int = 0, right: int = 10) -> str:
    """Some of a row's placeholders, as the framework would have cut and styled them."""
    cells = wall.placeholders(number, row, GRID.columns)[4 * left : 4 * right]
    return f"\x1b[{GROUND}m{cells}\x1b[0m"


def at(y: int, x: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"


def page(wall: Wall, number: int, *, top: int, x: int = 4) -> str:
    """A screen of eight rows, a picture among text."""
    lines = []
    for y in range(8):
        shown = 0 <= y - top < GRID.rows
        words = row_of(wall, number, y - top) if shown else "ten cells."
        lines.append(f"{at(y, 0)}    {words}│")
    assert x == 4
    return "\n".join(lines)


def draw(wall: Wall) -> list[Patch]:
    """Draw what is due."""
    return [patch for patch in wall.patches() if wall.settle(patch)]


def patch(number: int, *, y: int, x: int, cell: Cell, rows: int, columns: int) -> Patch:
    assert cell.number == number
    return Patch(y, x, cell, rows, columns, GROUND)


def test_what_shows_no_picture_passes_as_it_is() -> None:
    """Nothing is even looked at."""
    words = (
        f"{at(0, 0)}Just text, \x1b]8;;https://example.org\x1b\\linked\x1b]8;;\x1b\\"
    )
    assert Wall().passing(words) is words


def test_placeholders_become_blanks_and_a_picture() -> None:
    """One, of as many rows as are in sight, and where they are."""
    wall, number = a_wall()
    passed = wall.passing(page(wall, number, top=2))
    assert PLACEHOLDER not in passed
    assert f"{at(2, 0)}    \x1b[{GROUND}m{' ' * 10}\x1b[0m│" in passed
    assert draw(wall) == [
        patch(number, y=2, x=4, cell=Cell(number, 0, 0), rows=4, columns=10)
    ]
    assert not wall.is_due


def test_a_picture_that_stands_is_not_drawn_again() -> None:
    """Nor is it blanked: it stays while what is around it is painted."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    draw(wall)
    passed = wall.passing(page(wall, number, top=2))
    assert f"\x1b[{GROUND}m\x1b[10C\x1b[0m│" in passed
    assert " " * 10 not in passed
    assert not wall.is_due


def test_a_picture_scrolls_out_at_the_edge() -> None:
    """What is left of it is drawn anew; what is text now shows none of it."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    draw(wall)
    wall.passing(page(wall, number, top=-1))
    assert draw(wall) == [
        patch(number, y=0, x=4, cell=Cell(number, 1, 0), rows=3, columns=10)
    ]
    wall.passing(page(wall, number, top=2))
    assert [(one.y, one.rows) for one in draw(wall)] == [(2, 4)]


def test_a_dialog_cuts_a_picture_and_gives_it_back() -> None:
    """Only what was covered is drawn anew."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    draw(wall)
    wall.passing(f"{at(3, 7)}┌──┐\n{at(4, 7)}└──┘")
    assert not wall.is_due
    back = f"{at(3, 7)}{row_of(wall, number, 1, left=3, right=7)}"
    back += f"\n{at(4, 7)}{row_of(wall, number, 2, left=3, right=7)}"
    assert wall.passing(back).count(" " * 4) == 2
    assert draw(wall) == [
        patch(number, y=3, x=7, cell=Cell(number, 1, 3), rows=2, columns=4)
    ]


def test_a_hole_leaves_what_is_around_it() -> None:
    """In four rectangles at the most."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    wall.passing(f"{at(3, 7)}┌──┐\n{at(4, 7)}└──┘")
    drawn = draw(wall)
    assert sum(one.rows * one.columns for one in drawn) == 40 - 8
    assert len(drawn) == 4


def test_another_ground_has_it_drawn_again() -> None:
    """It is seen where the picture is clear."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    draw(wall)
    wall.passing(page(wall, number, top=2).replace(GROUND, "48;2;250;250;250"))
    assert [one.style for one in draw(wall)] == ["48;2;250;250;250"]


def test_what_was_painted_over_meanwhile_is_not_drawn() -> None:
    """A picture may take a moment to be made."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    (made,) = wall.patches()
    wall.passing(f"{at(3, 4)}words")
    assert not wall.settle(made)
    assert {(one.y, one.x) for one in draw(wall)} == {(2, 4), (3, 9), (4, 4)}


def test_wide_characters_cover_as_many_cells() -> None:
    """Two each, and their combining marks none."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    draw(wall)
    wall.passing(f"{at(2, 4)}港e\u0301é")
    wall.passing(f"{at(2, 4)}{row_of(wall, number, 0)}")
    assert draw(wall) == [
        patch(number, y=2, x=4, cell=Cell(number, 0, 0), rows=1, columns=4)
    ]


def test_of_another_size_it_is_another_picture() -> None:
    """The same cells show other parts of it."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    draw(wall)
    wall.place(number, Grid(10, 5))
    wall.passing(page(wall, number, top=2))
    assert wall.is_due


def test_a_terminal_that_has_forgotten_is_shown_everything() -> None:
    """As after another program, and once its window has another size."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    draw(wall)
    wall.again()
    wall.passing(page(wall, number, top=2))
    assert [one.rows for one in draw(wall)] == [4]


def test_a_number_that_is_given_again_shows_the_new_picture() -> None:
    """Even where the old one stood."""
    wall, number = a_wall()
    wall.passing(page(wall, number, top=2))
    draw(wall)
    wall.take_down(number)
    assert wall.hang(PICTURE) == number
    wall.place(number, GRID)
    wall.passing(page(wall, number, top=2))
    assert wall.is_due


def test_a_picture_has_no_row_that_it_does_not_fill() -> None:
    """Where cells are higher than usual, it takes fewer of them."""
    gallery = Gallery()
    picture = Picture(width=400, height=180, png=b"")
    gallery.add("usual", picture, Wall())
    gallery.add("high", picture, Wall(cell_height=2.25))
    grids = {
        url: fitted(one, 72)
        for url, one in gallery.pictures.items()
        if isinstance(one, Picture)
    }
    assert grids == {"usual": Grid(50, 12), "high": Grid(50, 10)}


def test_the_oldest_picture_gives_way() -> None:
    """Rather than that a new one is not shown."""
    wall = Wall()
    numbers = [wall.hang(PICTURE) for _ in range(MOST)]
    assert sorted(numbers) == list(range(MOST))
    assert wall.hang(PICTURE) == numbers[0]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 7),
            st.integers(0, 15),
            st.integers(1, 12),
            st.sampled_from(["text", "picture", "draw"]),
        ),
        max_size=12,
    )
)
def test_every_cell_shows_what_was_painted_last(
    strokes: list[tuple[int, int, int, str]],
) -> None:
    """However text and picture are laid over each other, and drawn in between."""
    wall, number = a_wall()
    painted: dict[tuple[int, int], Cell | None] = {}
    screen: dict[tuple[int, int], Cell | None] = {}

    def on_screen(drawn: list[Patch]) -> None:
        for one in drawn:
            for y, x, hanging in one.cells():
                screen[y, x] = hanging.cell

    for y, x, width, what in strokes:
        if what == "draw":
            on_screen(draw(wall))
            continue
        if what == "text":
            passed = wall.passing(f"{at(y, x)}{'t' * width}")
            painted |= {(y, x + one): None for one in range(width)}
        else:
            cells = row_of(wall, number, y % GRID.rows, right=width)
            passed = wall.passing(f"{at(y, x)}{cells}")
            painted |= {
                (y, x + one): Cell(number, y % GRID.rows, one)
                for one in range(min(width, GRID.columns))
            }
        column, written = x, passed.partition("H")[2]
        while written:
            if written.startswith("\x1b["):
                end = next(i for i, one in enumerate(written) if one in "mC")
                if written[end] == "C":
                    column += int(written[2:end] or 1)
                written = written[end + 1 :]
            else:
                screen[y, column] = None
                column, written = column + 1, written[1:]
    on_screen(draw(wall))
    assert screen == painted
