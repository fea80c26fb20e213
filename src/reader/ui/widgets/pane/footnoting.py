"""The footnotes of the article shown, opened where they are referred to."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.domain.article import Opened
from reader.text.typeset.plan import Plan, Reference
from reader.ui.link_letters import Target
from reader.ui.widgets.pane.linking import Linking


class Footnoting(Linking):
    """Opens footnotes in place, by a key or by the letters that stand on them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "F",
            "footnotes",
            "Footnotes in place",
            show=False,
            id="article.footnotes",
        ),
    ]

    _open_notes: frozenset[Reference] = frozenset()

    def article_changed(self, before: Opened | None) -> None:
        """Close them all."""
        super().article_changed(before)
        self._open_notes = frozenset()

    def plan_shown(self, plan: Plan) -> Plan:
        """The article with the open ones in place."""
        return super().plan_shown(plan).with_notes(self._open_notes)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer footnotes where there are any."""
        if action == "footnotes":
            return self._plan is not None and bool(self._plan.references)
        return super().check_action(action, parameters)

    def action_footnotes(self) -> None:
        """Show the footnotes that are referred to in sight where they are referred to; or close them."""
        if self._plan is None:
            return
        start, end = self.in_sight()
        seen = {one for one in self._plan.references if start <= one.start < end}
        if seen <= self._open_notes:
            self.close_notes()
        else:
            self._show_notes(self._open_notes | seen)

    def follow(self, target: Target) -> None:
        """Open or close a footnote; a link leads where it leads."""
        if isinstance(target, Reference):
            self._show_notes(self._open_notes ^ {target})
        else:
            super().follow(target)

    @property
    def notes_open(self) -> bool:
        """Whether any footnote is open."""
        return bool(self._open_notes)

    def close_notes(self) -> None:
        """Close all footnotes."""
        self._show_notes(frozenset())

    def _show_notes(self, references: frozenset[Reference]) -> None:
        if references != self._open_notes:
            self._open_notes = references
            self.lay_out()
            self.refresh_bindings()
