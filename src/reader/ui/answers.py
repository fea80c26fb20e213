"""Telling the reader who has answered them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.domain.errors import CannotKeep
from reader.ui.cells import cut, plain

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

MOST = 3
"""Answers that are told one by one."""


async def tell_answers(app: ReaderApp) -> None:
    """Tell of each answer to a comment of the reader's own, once."""
    # Where nothing can be written down, nothing is told again and again.
    with suppress(CannotKeep):
        answers = await app.rooms.threads.answers()
        for one in answers[:MOST]:
            author = plain(one.comment.author) or "Somebody"
            app.notify(
                cut(" ".join(one.comment.text.split()), 160),
                title=f"{author} answered you: {cut(one.title, 60)}",
                timeout=10,
                markup=False,
            )
        if len(answers) > MOST:
            app.notify(
                f"{len(answers) - MOST} more answers to comments of yours.",
                timeout=10,
                markup=False,
            )
