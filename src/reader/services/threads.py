"""What others have said under an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.domain.comment import Comment
from reader.domain.errors import CannotReach, CannotUnderstand
from reader.net.web import Web
from reader.services.desk import Desk
from reader.sites.comments.systems import thread_on

MOST_PARTS: Final = 20
"""Parts of a thread that are asked for."""


class Threads:
    """Reads the comments under articles.

    Args:
        web: The way to the sites.
        desk: Where answers are understood.
    """

    def __init__(self, web: Web, desk: Desk) -> None:
        self._web = web
        self._desk = desk

    async def under(self, url: str) -> tuple[Comment, ...]:
        """Read the comments under an article, the oldest first.

        Where the site's API is closed, those that stand on the page are all
        there are.

        Args:
            url: The article's address.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: Its comments are told in no way that we know.
        """
        thread = await self._desk.run(thread_on, await self._web.fetch(url))
        if thread is None:
            raise CannotUnderstand(
                "The comments under this article are kept in a way that only a browser can read."
            )
        found: list[Comment] = []
        for number in range(1, MOST_PARTS + 1):
            try:
                page = await self._web.fetch(thread.part(number))
            except CannotReach:
                if found or not thread.standing:
                    raise
                return thread.standing
            part = await self._desk.run(thread.read, page)
            found += part
            if thread.size is None or len(part) < thread.size:
                break
        return tuple(found)


def in_threads(comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """Put each comment under the one it answers, otherwise in their order.

    One whose parent is not among them stands by itself; so do those that
    answer each other in a circle.
    """
    known = {one.id for one in comments}
    answers: dict[str | None, list[Comment]] = {}
    for one in comments:
        parent = one.parent if one.parent in known and one.parent != one.id else None
        answers.setdefault(parent, []).append(one)
    ordered: dict[str, Comment] = {}
    left = list(reversed(answers.get(None, [])))
    while left:
        one = left.pop()
        ordered[one.id] = one
        left.extend(reversed(answers.get(one.id, [])))
    return (*ordered.values(), *(one for one in comments if one.id not in ordered))
