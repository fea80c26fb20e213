"""Telling the reader what became of their comments, and who has answered them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.notifications import SeverityLevel

from reader.domain.delivery import Delivery, State
from reader.domain.errors import CannotKeep
from reader.text.sanitize import clean
from reader.ui.cells import cut, plain

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

MOST = 3
"""Answers that are told one by one."""


OUTCOMES: dict[State, tuple[str, SeverityLevel]] = {
    State.QUEUED: ("Not sent yet; it waits in the outbox", "warning"),
    State.SENDING: ("Being sent", "information"),
    State.ACCEPTED: ("The site took your comment", "information"),
    State.HELD: ("The site holds your comment for approval", "information"),
    State.REFUSED: ("The site refused your comment", "error"),
    State.UNSURE: ("Nobody knows whether it arrived", "warning"),
}
"""How the outcome of a sending is told."""


def tell_outcome(app: ReaderApp, delivery: Delivery) -> None:
    """Say what has come of a comment, with the site's own words."""
    title, severity = OUTCOMES[delivery.state]
    words = clean(delivery.words) or clean(delivery.draft.article)
    app.notify(words, title=title, severity=severity, timeout=8, markup=False)


async def tell_answers(app: ReaderApp, *, follow: bool = False) -> None:
    """Tell of each answer to a comment of the reader's own, once.

    Args:
        app: The program.
        follow: Whether the sites are asked first what became of such comments.
    """
    # Where nothing can be written down, nothing is told again and again.
    with suppress(CannotKeep):
        threads = app.rooms.threads
        answers = await (threads.follow() if follow else threads.answers())
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
