from __future__ import annotations

from reader.domain.quotation import Quotation
from reader.text.speakers import by_speaker


def said(start: int, speaker: str | None) -> Quotation:
    return Quotation(start=start, end=start + 1, speaker=speaker)


def test_whoever_is_quoted_most_comes_first_and_nobody_known_last() -> None:
    quotations = [
        said(0, None),
        said(1, "Tom"),
        said(2, "Ada"),
        said(3, "Noor"),
        said(4, "Ada"),
        said(5, None),
        said(6, None),
    ]
    speakers = by_speaker(quotations)
    assert [one.name for one in speakers] == ["Ada", "Tom", "Noor", None]
    assert [quotation.start for quotation in speakers[0].quotations] == [2, 4]


def test_without_quotations_there_are_no_speakers() -> None:
    assert by_speaker([]) == ()
