"""The note that says where an article's news comes from."""

from __future__ import annotations

import pytest

from reader.domain.article import Block, BlockKind
from reader.text.page.closing import source_note_in


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("(Source: Harbour council)", "Harbour council"),
        ("Source: Harbour council", "Harbour council"),
        ("[Sources: Reuters, AP]", "Reuters, AP"),
        ("(Quelle: Gemeinderat)", "Gemeinderat"),
        ("Quellen: dpa, eigene", "dpa, eigene"),
        ("(Source : mairie)", "mairie"),
        ("Fuente: Ayuntamiento", "Ayuntamiento"),
        ("(Fonte: Prefeitura)", "Prefeitura"),
        ("Fonte: Comune", "Comune"),
        ("(Bron: Gemeente)", "Gemeente"),
        ("(المصدر: البلدية)", "البلدية"),
        ("(Källa: kommunen)", "kommunen"),
        ("出典：町役場", "町役場"),
        ("The council will vote.\n(Source: Harbour council)", "Harbour council"),
        ("The source: a spring under the hill, as everybody knows.", None),
        ("He named no source.", None),
        ("Sources close to the council said no.", None),
    ],
)
def test_a_closing_note_is_told_apart(line: str, says: str | None) -> None:
    """In the languages of the finder, with or without brackets."""
    assert source_note_in([paragraph("First."), paragraph(line)]) == says


def test_a_note_in_the_middle_is_no_closing_note() -> None:
    """It belongs to what stands around it."""
    blocks = [paragraph("(Source: first)"), *(paragraph(f"{n}.") for n in range(9))]

    assert source_note_in(blocks) is None


def paragraph(text: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text)
