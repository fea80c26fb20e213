"""The headings of the article shown."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from reader.domain.article import BlockKind
from reader.ui.widgets.pane.shown import Said, ShownArticle


class Heading(NamedTuple):
    """A line of the article's outline."""

    level: int
    text: str
    offset: int


class Outlining(ShownArticle):
    """Walks through the headings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right_curly_bracket",
            "heading(1)",
            "Next heading",
            show=False,
            id="article.next-heading",
        ),
        Binding(
            "left_curly_bracket",
            "heading(-1)",
            "Heading before",
            show=False,
            id="article.prev-heading",
        ),
        Binding("O", "outline", "Outline", show=False, id="article.outline"),
    ]

    class OutlineAsked(Said):
        """The reader wants the article's headings."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The article's outline."""
        article = self.article
        if article is None:
            return ()
        return tuple(
            Heading(block.level, block.text, start)
            for block, start in zip(article.blocks, article.starts, strict=True)
            if block.kind is BlockKind.HEADING
        )

    def action_heading(self, step: int) -> None:
        """Bring the next heading, or the one before, to the second row."""
        headings, place = self.headings, self.place
        if step > 0:
            near = [one for one in headings if one.offset >= place]
        else:
            near = [one for one in reversed(headings) if one.offset <= place]
        # The nearest is the one that stands there already.
        for heading in near[:3]:
            if self.bring_to_second_row(heading.offset, step):
                return
        if not headings:
            self.say_nothing_is_there("This article has no headings.")
        elif step < 0:
            self.action_top()
        else:
            self.say_nothing_is_there("No heading follows.")

    def action_outline(self) -> None:
        """Ask for the outline."""
        self.post_message(self.OutlineAsked(self))
