"""Words are found again after the page around them has changed."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.annotation import Anchor, Correction, Highlight
from reader.domain.quotation import Quotation
from reader.text.anchors import anchor_of, correct, find_anchor, passages

TEXT = "“Yes,” said Ada. “Yes,” said Tom. Nobody asked the ferryman."


@given(st.text(min_size=1), st.data())
def test_words_are_found_in_the_text_they_came_from(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_of(text, start, end)
    if not anchor.exact.strip():
        return
    found = find_anchor(text, anchor)
    assert found is not None
    assert text[found[0] : found[1]].split() == anchor.exact.split()


def test_the_same_words_are_told_apart_by_what_stands_around_them() -> None:
    second = TEXT.index("Yes", 10)
    assert find_anchor(TEXT, anchor_of(TEXT, second, second + 4)) == (
        second,
        second + 4,
    )


def test_a_paragraph_added_above_moves_nothing() -> None:
    second = TEXT.index("Yes", 10)
    anchor = anchor_of(TEXT, second, second + 4)
    moved = "A new first paragraph.\n\n" + TEXT
    found = find_anchor(moved, anchor)
    assert found == (second + 24, second + 28)


def test_a_line_break_inside_the_words_does_not_hide_them() -> None:
    anchor = Anchor(exact="asked the ferryman")
    assert find_anchor("Nobody asked\nthe ferryman.", anchor) == (7, 25)


def test_words_that_are_gone_are_not_found() -> None:
    assert find_anchor(TEXT, Anchor(exact="the harbour master")) is None


def test_a_corrected_speaker_stands_above_the_programs() -> None:
    found = [Quotation(start=1, end=5, speaker="Tom Reid", confidence=0.9)]
    said = Correction(anchor=anchor_of(TEXT, 1, 5), speaker="Ada Moreno")
    (quotation,) = correct(TEXT, found, [said])
    assert quotation.speaker == "Ada Moreno"
    assert quotation.corrected
    assert quotation.confidence == 1


def test_a_dismissed_quotation_is_gone() -> None:
    found = [Quotation(start=1, end=5), Quotation(start=18, end=22)]
    said = Correction(anchor=anchor_of(TEXT, 1, 5), dismissed=True)
    assert correct(TEXT, found, [said]) == (found[1],)


def test_what_the_reader_calls_a_quotation_is_one() -> None:
    start = TEXT.index("Nobody")
    said = Correction(anchor=anchor_of(TEXT, start, start + 6), speaker="Odysseus")
    (quotation,) = correct(TEXT, [], [said])
    assert (quotation.start, quotation.end) == (start, start + 6)
    assert quotation.speaker == "Odysseus"


def test_words_that_were_changed_are_known_by_what_stands_around_them() -> None:
    """A typing error was mended in the middle of what was highlighted."""
    text = "The wall is finished. It cost four milion more than was said. The council paid."
    start = text.index("It cost")
    anchor = anchor_of(text, start, text.index(" The council"))
    mended = "Updated.\n\n" + text.replace("milion", "million")
    found = find_anchor(mended, anchor)
    assert found is not None
    assert mended[slice(*found)] == "It cost four million more than was said."


def test_other_words_in_the_same_place_are_not_taken_for_them() -> None:
    text = "The wall is finished. It cost four million more. The council paid for it."
    start = text.index("It cost")
    anchor = anchor_of(text, start, text.index(" The council"))
    other = text.replace("It cost four million more.", "Nobody was at fault, they say.")
    assert find_anchor(other, anchor) is None


def test_highlights_are_found_in_the_order_of_the_text() -> None:
    """What is no longer in it is left out."""
    made = datetime(2026, 3, 1, tzinfo=UTC)
    highlights = [
        Highlight(id=1, anchor=anchor_of(TEXT, 34, 40), made=made),
        Highlight(id=2, anchor=Anchor(exact="the harbour master"), made=made),
        Highlight(id=3, anchor=anchor_of(TEXT, 1, 5), note="why?", made=made),
    ]
    found = passages(TEXT, highlights)
    assert [(one.start, one.end, one.highlight.id) for one in found] == [
        (1, 5, 3),
        (34, 40, 1),
    ]
