"""The pictures of one article, as its page shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Protocol

from reader.domain.picture import Colour, Picture
from reader.text.typeset.pictures import USUAL_HEIGHT, Grid

MOST: Final = 32
"""Pictures of one article that are shown; of the others there are the words."""


class Means(Protocol):
    """How a terminal is shown pictures: wherever their placeholders are painted."""

    @property
    def cell_height(self) -> float:
        """How high a cell is, as far as it is known; its width is 1."""

    def hang(self, picture: Picture) -> int:
        """Have a picture.

        Returns:
            The number that it has from now on.
        """

    def place(self, number: int, grid: Grid) -> None:
        """Know the cells that the whole of a picture takes."""

    def placeholders(self, number: int, row: int, columns: int) -> str:
        """One row of a picture's placeholders.

        They are cut between cells as any text is, and each cell knows by itself what
        it shows.
        """

    def colour(self, number: int) -> Colour | None:
        """The colour that they must be painted in, if that matters."""

    def take_down(self, number: int) -> None:
        """Have a picture no more."""

    def again(self) -> None:
        """The terminal has forgotten everything."""


class Gallery:
    """Hangs an article's pictures, and takes them down with the article."""

    def __init__(self) -> None:
        self._hung: dict[str, tuple[int, Means]] = {}
        self.pictures: dict[str, Picture | str] = {}
        """What is shown, by its address, as high as it is in cells of the usual height;
        or why it is not, in a sentence."""

    def add(self, url: str, picture: Picture, means: Means) -> None:
        """Have a picture."""
        self._hung[url] = means.hang(picture), means
        height = round(picture.height * USUAL_HEIGHT / means.cell_height)
        self.pictures[url] = replace(picture, height=max(height, 1))

    def place(self, url: str, grid: Grid) -> None:
        """Have the terminal know the cells that a picture takes."""
        number, means = self._hung[url]
        means.place(number, grid)

    def placeholders(
        self, url: str, row: int, columns: int
    ) -> tuple[str, Colour | None]:
        """One row of a picture: its placeholders, and the colour they must have.

        Of a picture that is gone, blanks.
        """
        if url not in self._hung:
            return " " * columns, None
        number, means = self._hung[url]
        return means.placeholders(number, row, columns), means.colour(number)

    def clear(self) -> None:
        """Have no pictures any more."""
        for number, means in self._hung.values():
            means.take_down(number)
        self._hung.clear()
        self.pictures.clear()
