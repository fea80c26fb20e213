"""Letters on the links and footnotes in sight, to follow one without the mouse."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.text.layout import Spot
from reader.text.typeset.lines import Look
from reader.text.typeset.plan import Reference
from reader.ui.page import Page

LETTERS = "asdfghjklewrtyuiopqzxcvbnm"
"""The easiest to reach first."""


Target = int | Reference
"""The number of a link, or what refers to a footnote."""


class _Hint(NamedTuple):
    """Something with letters on it."""

    target: Target
    spot: Spot
    x: int
    """Cells from the pane's left edge."""


class LinkLetters:
    """The letters that stand on links just now; false while there are none."""

    def __init__(self) -> None:
        self._hints: dict[str, _Hint] = {}
        self._typed = ""

    def __bool__(self) -> bool:
        return bool(self._hints)

    def put_on(self, page: Page, top: int, height: int) -> None:
        """Put letters on every link and footnote that some rows lead to.

        Args:
            page: The page.
            top: The number of the first row.
            height: How many rows.
        """
        seen: dict[Target, _Hint] = {}
        for y in range(top, min(top + height, page.layout.height)):
            spot = page.layout.spot_at(y)
            line = page.line(spot)
            references = page.references_in(line)
            x = page.frame.text
            for run in line.runs:
                if run.link is not None and Look.NUMBER not in run.look:
                    seen.setdefault(run.link, _Hint(run.link, spot, x))
                for one in references:
                    if run.start is not None and run.start <= one.start < run.end:
                        before = run.text[: one.start - run.start]
                        seen[one] = _Hint(one, spot, x + cell_len(before))
                x += cell_len(run.text)
        self._hints = dict(zip(_labels(len(seen)), seen.values(), strict=False))
        self._typed = ""

    def take_off(self) -> None:
        """Take the letters off."""
        self._hints = {}
        self._typed = ""

    def take(self, character: str) -> Target | None:
        """Take a letter that was typed; one that leads nowhere takes all letters off.

        Returns:
            What it chooses, or None if it chooses nothing yet.
        """
        self._typed += character
        chosen = self._hints.get(self._typed)
        if chosen is not None or not any(
            letters.startswith(self._typed) for letters in self._hints
        ):
            self.take_off()
        return None if chosen is None else chosen.target

    def over(self, strip: Strip, spot: Spot, style: Style) -> Strip:
        """Write what is left to type of the letters over a row's links."""
        for letters, hint in self._hints.items():
            if hint.spot == spot and letters.startswith(self._typed):
                label = letters[len(self._typed) :]
                cuts = [hint.x, hint.x + len(label), strip.cell_length]
                before, _, after = strip.divide(cuts)
                strip = Strip.join([before, Strip([Segment(label, style)]), after])
        return strip


def _labels(count: int) -> list[str]:
    """At most so many labels, none of which begins another."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    return [first + second for first in LETTERS for second in LETTERS][:count]
