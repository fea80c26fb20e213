"""Asking for tags."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from textual.widget import Widget

from reader.text.sanitize import clean_line
from reader.ui.widgets.prompt import Prompt


def tags_in(words: str) -> tuple[str, ...]:
    """The tags in what a reader wrote: parted by spaces or commas, with or without #."""
    parts = clean_line(words).replace(",", " ").split()
    return tuple(dict.fromkeys(one.lstrip("#") for one in parts if one.strip("#")))


def written(tags: Iterable[str]) -> str:
    """Tags as a reader writes them, ready for another one."""
    return "".join(f"{tag} " for tag in tags)


async def ask_for_tags(
    asking: Widget,
    common: Collection[str],
    give: Callable[[Sequence[str], Sequence[str]], object],
) -> None:
    """Ask for the tags of some articles.

    Those that all of them have stand in the line; what only some have stays.

    Args:
        asking: Who asks.
        common: The tags that all of them have.
        give: Called with the tags they get, and with those they lose, if the
            question is answered.
    """

    def answered(words: str | None) -> None:
        if words is not None:
            wanted = tags_in(words)
            give(
                [tag for tag in wanted if tag not in common],
                [tag for tag in common if tag not in wanted],
            )

    prompt = Prompt("Tags:", text=written(common), example="coast boats")
    await prompt.ask(asking.app, answered)
