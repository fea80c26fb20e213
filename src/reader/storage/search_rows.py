"""The rows of the full-text index: in the order of the lists, so that nothing is sorted."""

from __future__ import annotations

from typing import Final

_ARTICLE_BITS: Final = 27
_VERSION_BITS: Final = 4


def row_for(second: int, article_id: int, before: int | None) -> int:
    """A row for an article, not used before.

    The second it is listed by, the article, and how often it was indexed: the
    last starts again after a while, and then finds what the article said long ago
    as well.

    Args:
        second: Seconds since 1970.
        article_id: The article.
        before: The row it had before, if it had one.
    """
    versions = 1 << _VERSION_BITS
    version = 0 if before is None else (before + 1) % versions
    return first_row(second) + article_id % (1 << _ARTICLE_BITS) * versions + version


def first_row(moment: float) -> int:
    """The first row that an article of a second can have.

    Args:
        moment: Seconds since 1970.
    """
    return int(moment) << (_ARTICLE_BITS + _VERSION_BITS)
