"""The least that a Textual program can be: one line, and a key that changes it.

In a file of its own, so that it imports nothing else.
"""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class MinimalApp(App[None]):
    """Shows a line, and answers one key."""

    def compose(self) -> ComposeResult:
        """Compose the line."""
        yield Static("Ready")

    def key_j(self) -> None:
        """Answer."""
        self.query_one(Static).update("Answered")


if __name__ == "__main__":
    MinimalApp().run()
