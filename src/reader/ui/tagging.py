"""Asking for tags."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.domain.errors import ReaderError
from reader.text.sanitize import clean, clean_line
from reader.ui.undo import Changed
from reader.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.services.reading import Reading


def tags_in(words: str) -> tuple[str, ...]:
    """The tags in what a reader wrote: parted by spaces or commas, with or without #."""
    parts = clean_line(words).replace(",", " ").split()
    return tuple(dict.fromkeys(one.lstrip("#") for one in parts if one.strip("#")))


def written(tags: Iterable[str]) -> str:
    """Tags as a reader writes them, ready for another one."""
    return "".join(f"{tag} " for tag in tags)


async def ask_for_tags(
    asking: Widget, reading: Reading, ids: Collection[int], common: Collection[str]
) -> None:
    """Ask for the tags of some articles, and give them these.

    Those that all of them have stand in the line; what only some have stays.

    Args:
        asking: Who asks; it posts `Changed` once they are given.
        reading: Where articles are tagged.
        ids: The articles.
        common: The tags that all of them have.
    """

    async def give(wanted: tuple[str, ...]) -> None:
        try:
            before = await reading.tag(
                ids,
                add=[tag for tag in wanted if tag not in common],
                remove=[tag for tag in common if tag not in wanted],
            )
        except ReaderError as error:
            asking.notify(
                clean(str(error)), title="Not tagged", severity="error", markup=False
            )
            return
        if before:
            asking.post_message(Changed())

    def answered(words: str | None) -> None:
        if words is not None:
            asking.run_worker(give(tags_in(words)), group="tag")

    prompt = Prompt("Tags:", text=written(common), example="coast boats")
    await prompt.ask(asking.app, answered)
