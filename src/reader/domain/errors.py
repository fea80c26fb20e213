"""Everything that can go wrong in a way the person reading should hear about.

    ReaderError
    ├── CannotReach      the site did not answer, or answered that it could not
    │   ├── LeftAlone    the site asked to be left alone, and was not asked
    │   └── AnswerLost   something was sent, and nobody knows what became of it
    ├── CannotUnderstand the site answered something we do not know how to read
    ├── CannotKeep       the disk or the database would not take it
    │   └── NotKept      an article was had, but could not be kept
    ├── CannotSend       a comment is not ready to be handed over
    └── NotFound         what was asked for is not in the library

Anything else that escapes is a bug, and is allowed to crash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.domain.article import Article
    from reader.domain.comment import Problem


class ReaderError(Exception):
    """Base of every failure that is shown rather than crashed on."""


class CannotReach(ReaderError):
    """The site did not answer, or answered with a failure.

    Args:
        url: The address we asked for.
        reason: One sentence in plain words, fit for a notification.
        status: The HTTP status of the answer, or None if there was no answer.
        wait: Seconds the site asked us to wait (`Retry-After`), or None.
    """

    def __init__(
        self,
        url: str,
        reason: str,
        *,
        status: int | None = None,
        wait: float | None = None,
    ) -> None:
        super().__init__(reason if url in reason else f"{reason} ({url})")
        self.url = url
        self.reason = reason
        self.status = status
        self.wait = wait


class LeftAlone(CannotReach):
    """The site was not asked: it had told us to stay away for a while, `wait`."""


class AnswerLost(CannotReach):
    """A request left this machine, and its answer never came.

    For a comment this is the one failure after which nobody may simply try
    again: it may have arrived.
    """


class CannotUnderstand(ReaderError):
    """The site answered something we do not know how to read."""


class CannotKeep(ReaderError):
    """The disk or the database would not take it; nothing was changed."""


class NotKept(CannotKeep):
    """An article was had, and can be read; but the library would not take it.

    Args:
        article: The article.
        reason: Why it was not kept, in a sentence.
    """

    def __init__(self, article: Article, reason: str) -> None:
        super().__init__(f"This article is shown, but not kept. {reason}")
        self.article = article


class CannotSend(ReaderError):
    """A comment is not ready to be handed over.

    Args:
        words: What stands in the way, in a sentence.
        problems: The fields that are missing or wrong, in the form's order.
        ask: Whether a person may say “even so”, because nothing is wrong with
            the comment and only the form wants a second look.
    """

    def __init__(
        self, words: str, *, problems: tuple[Problem, ...] = (), ask: bool = False
    ) -> None:
        super().__init__(words)
        self.problems = problems
        self.ask = ask


class NotFound(ReaderError):
    """What was asked for is not in the library."""
