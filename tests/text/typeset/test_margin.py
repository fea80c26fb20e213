from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from reader.domain.quotation import Quotation
from reader.text.typeset.lines import Line, Run
from reader.text.typeset.margin import name_of, names_beside

ROW = 10


def lines(count: int) -> list[Line]:
    """Rows of ten characters each."""
    return [
        Line((Run("x" * ROW, at * ROW),), at * ROW, (at + 1) * ROW)
        for at in range(count)
    ]


def said(start: int, end: int, speaker: str | None, sure: float = 0.9) -> Quotation:
    return Quotation(start=start, end=end, speaker=speaker, confidence=sure)


def beside(count: int, quotations: Sequence[Quotation], width: int = 12) -> list[str]:
    notes = names_beside(lines(count), quotations, width, cell_len)
    return [notes[row].text if row in notes else "" for row in range(count)]


def test_a_speaker_stands_beside_the_row_they_begin_in() -> None:
    assert beside(4, [said(12, 28, "Ada Moreno")]) == ["", "Ada Moreno", "", ""]


def test_who_goes_on_speaking_is_not_named_again() -> None:
    quotations = [said(1, 5, "Ada"), said(12, 15, "Ada"), said(22, 25, "Tom")]
    assert beside(3, quotations) == ["Ada", "", "Tom"]


def test_who_speaks_again_after_another_is_named_again() -> None:
    quotations = [said(1, 5, "Ada"), said(12, 15, "Tom"), said(22, 25, "Ada")]
    assert beside(3, quotations) == ["Ada", "Tom", "Ada"]


def test_the_second_speaker_of_a_row_stands_beside_the_next() -> None:
    quotations = [said(1, 4, "Ada"), said(6, 15, "Tom")]
    assert beside(2, quotations) == ["Ada", "Tom"]


def test_the_second_speaker_of_a_row_is_left_out_if_they_say_nothing_more() -> None:
    quotations = [said(1, 4, "Ada"), said(6, 9, "Tom")]
    assert beside(2, quotations) == ["Ada", ""]


def test_a_long_name_takes_more_rows_or_is_cut() -> None:
    name = "The Harbour Council of Pilot Street and Lower Quay"
    assert beside(4, [said(1, 4, name)]) == [
        "The Harbour",
        "Council of",
        "Pilot Stree…",
        "",
    ]
    assert beside(1, [said(1, 4, name)]) == ["The Harbour…"]
    assert beside(2, [said(1, 4, name), said(12, 14, "Tom")]) == ["The Harbour…", "Tom"]


def test_words_of_nobody_have_no_name() -> None:
    assert beside(1, [said(1, 4, None)]) == [""]


def test_a_name_we_are_not_sure_of_has_a_question_mark() -> None:
    assert name_of(said(1, 4, "Ada", 0.3)) == "Ada?"
    assert name_of(said(1, 4, "Ada", 0.8)) == "Ada"
    corrected = Quotation(start=1, end=4, speaker="Ada", confidence=0.1, corrected=True)
    assert name_of(corrected) == "Ada"


def test_what_began_before_these_rows_is_not_named() -> None:
    rows = lines(4)[2:]
    assert names_beside(rows, [said(5, 35, "Ada")], 12, cell_len) == {}
