"""Where a plain text's paragraphs are."""

from __future__ import annotations

from reader.text.quoted.paragraphs import Paragraphs, paragraphs_of

LINE = "This line is as wide as a page that somebody has wrapped by hand,"


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs_of(text)]


def test_a_blank_line_parts_paragraphs() -> None:
    assert texts("One.\n\n Two. \n \n\nThree.\n") == ["One.", "Two.", "Three."]


def test_a_line_break_parts_paragraphs_that_end() -> None:
    assert texts("One.\nTwo.") == ["One.", "Two."]


def test_a_line_break_in_the_middle_of_a_sentence_is_a_wrapped_line() -> None:
    assert texts(f"{LINE}\nand goes on below.") == [f"{LINE}\nand goes on below."]


def test_what_is_apart_belongs_to_no_paragraph() -> None:
    text = "One. [code] Two."
    assert paragraphs_of(text, [(5, 11)]) == [(0, 4), (12, 16)]


def test_an_offset_knows_its_paragraph() -> None:
    paragraphs = Paragraphs([(0, 4), (6, 10)])
    assert (paragraphs.start_at(7), paragraphs.end_at(7)) == (6, 10)
    assert (paragraphs.start_at(5), paragraphs.end_at(5)) == (0, 5)
