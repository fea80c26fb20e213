"""Who said what: an article's quotations by speaker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.domain.quotation import Quotation


class Speaker(NamedTuple):
    """Somebody who is quoted, with everything they are quoted with."""

    name: str | None
    """As the article first names them; None for all the words nobody is named for."""

    quotations: tuple[Quotation, ...]
    """In the order they were said in."""


def by_speaker(quotations: Iterable[Quotation]) -> tuple[Speaker, ...]:
    """Bring quotations together by speaker.

    Returns:
        Whoever is quoted most comes first, then whoever is quoted first;
        the words of nobody known come last.
    """
    said: dict[str | None, list[Quotation]] = {}
    for quotation in quotations:
        said.setdefault(quotation.speaker, []).append(quotation)
    speakers = [Speaker(name, tuple(words)) for name, words in said.items()]
    return tuple(
        sorted(speakers, key=lambda one: (one.name is None, -len(one.quotations)))
    )
