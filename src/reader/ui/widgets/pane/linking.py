"""The links of the article shown: followed by number, and by letters that stand on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.strip import Strip

from reader.domain.article import Opened
from reader.ui.link_letters import LinkLetters, Target
from reader.ui.painting import PREFIX
from reader.ui.widgets.pane.shown import Said, ShownArticle

HINT = f"{PREFIX}hint"


class Linking(ShownArticle):
    """Follows links without the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "hints", "Follow a link", show=False, id="article.follow"),
        Binding("o,enter", "open_link", "Open the link", id="article.open-link"),
        Binding("y", "copy_link", "Copy the link", id="article.copy-numbered-link"),
    ]

    typed: var[str] = var("")
    """The digits of a link's number, as far as they are typed."""

    lettered: var[bool] = var(default=False)
    """Whether letters stand on the links in sight."""

    @dataclass
    class LinkChosen(Said):
        """The reader wants to go where a link leads."""

        url: str

    def __init__(self) -> None:
        super().__init__()
        self._letters = LinkLetters()

    def article_changed(self, before: Opened | None) -> None:
        """Forget the number, and take off the letters."""
        super().article_changed(before)
        self.take_letters_off()
        self.typed = ""

    def sight_changed(self) -> None:
        """Take the letters off links that have moved."""
        super().sight_changed()
        self.take_letters_off()

    def render_line(self, y: int) -> Strip:
        """Paint one row, with the letters on its links."""
        strip = super().render_line(y)
        page, painter, at = self._page, self._painter, self.scroll_offset.y + y
        if not self._letters or page is None or painter is None:
            return strip
        if at >= page.layout.height:
            return strip
        return self._letters.over(
            strip, page.layout.spot_at(at), painter.component(HINT)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A number makes keys of `o` and `y`."""
        if action in {"open_link", "copy_link"}:
            return bool(self.typed)
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Take the digits of a link's number, and the letters on links."""
        character = event.character or ""
        if self._letters and event.is_printable:
            event.stop()
            event.prevent_default()
            self._take_letter(character)
        elif character.isascii() and character.isdigit() and self.links:
            event.stop()
            event.prevent_default()
            number = self.typed + character
            self.typed = number if 0 < int(number) <= len(self.links) else ""

    def follow(self, target: Target) -> None:
        """Ask for what a link leads to.

        Args:
            target: What letters were put on.
        """
        if isinstance(target, int):
            self.post_message(self.LinkChosen(self, self.links[target - 1]))

    # Numbers

    def watch_typed(self) -> None:
        """A number makes keys of `o` and `y`."""
        self.refresh_bindings()

    def forget_number(self) -> None:
        """Have no number typed."""
        self.typed = ""

    def _link_typed(self) -> str | None:
        number, self.typed = self.typed, ""
        return self.links[int(number) - 1] if number else None

    def action_open_link(self) -> None:
        """Ask for the link whose number is typed."""
        url = self._link_typed()
        if url is not None:
            self.post_message(self.LinkChosen(self, url))

    def action_copy_link(self) -> None:
        """Ask for the address of the link whose number is typed."""
        url = self._link_typed()
        if url is not None:
            self.post_message(self.CopyAsked(self, url, "Link"))

    # Letters

    def action_hints(self) -> None:
        """Put letters on the links in sight."""
        if self._page is not None:
            self._letters.put_on(self._page, self.scroll_offset.y, self.size.height)
            if not self._letters:
                self.say_nothing_is_there("No link is in sight.")
            self._letters_changed()

    def _take_letter(self, character: str) -> None:
        chosen = self._letters.take(character)
        if chosen is not None:
            self.follow(chosen)
        self._letters_changed()

    def take_letters_off(self) -> None:
        """Have no letters on links."""
        if self._letters:
            self._letters.take_off()
            self._letters_changed()

    def _letters_changed(self) -> None:
        self.lettered = bool(self._letters)
        self.refresh_bindings()
        self.refresh()
