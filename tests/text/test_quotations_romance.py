"""Who said what in the Romance languages and Dutch, one way of saying it at a time."""

from __future__ import annotations

import pytest

from reader.text.quotations import quotations_in


def speakers(text: str, language: str) -> list[tuple[str, str | None]]:
    """What is quoted, each with its speaker."""
    return [
        (text[one.start : one.end], one.speaker)
        for one in quotations_in(text, language=language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "fr",
            "La procureure, Hélène Aubry, a ouvert une enquête. « Rien n'est exclu », a déclaré la magistrate.",
            "Hélène Aubry",
        ),
        (
            "fr",
            "Le préfet Luc Blin a reçu la députée Anne Roy. « Nous attendons », a dit l'élue.",
            "Anne Roy",
        ),
        (
            "es",
            "El ministro Rodrigo Salcedo habló ayer. “No habrá devaluación”, enfatizó el funcionario.",
            "Rodrigo Salcedo",
        ),
        (
            "it",
            "Il sindaco Matteo Raggi è furioso. «Non ce la facciamo», avverte il primo cittadino.",
            "Matteo Raggi",
        ),
        (
            "pt",
            "O presidente da câmara, Rui Meireles, falou ontem. “Falta a assinatura”, garantiu o autarca.",
            "Rui Meireles",
        ),
        (
            "nl",
            "Trainer Ron Jonker was boos. „Dit kan niet”, aldus de oefenmeester.",
            "Ron Jonker",
        ),
        (
            "it",
            "Marta Guerrini torna in libreria. «Non ho fretta di finire», racconta la triestina.",
            "Marta Guerrini",
        ),
    ],
)
def test_an_office_or_a_calling_is_taken_back_to_the_name(
    language: str, text: str, speaker: str
) -> None:
    [(_, found)] = speakers(text, language)
    assert found == speaker


def test_a_calling_is_less_sure_than_a_name() -> None:
    text = "La députée Anne Roy est venue. « Nous attendons la suite », a dit l'élue."
    [found] = quotations_in(text, language="fr")
    assert found.speaker == "Anne Roy"
    assert found.confidence < 0.8


def test_somebody_of_the_other_sex_is_not_meant() -> None:
    text = (
        "Le député Marc Roy est venu. « Nous attendons la suite », a dit la magistrate."
    )
    assert speakers(text, "fr") == [("Nous attendons la suite", "la magistrate")]


def test_a_neighbour_is_not_whoever_was_named_last() -> None:
    text = "« Je les comprends », confie Odile Mas. Son voisin, lui, fulmine : « Ça suffit ! »"
    assert [who for _, who in speakers(text, "fr")] == ["Odile Mas", "Son voisin"]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        (
            "fr",
            "La mairie dénonce une grève « irresponsable ».",
            "irresponsable",
            "La mairie",
        ),
        (
            "nl",
            "Voorzitter Dirk Mulder noemt het besluit „kortzichtig”.",
            "kortzichtig",
            "Dirk Mulder",
        ),
        (
            "pt",
            'A deputada Luiza Arantes classificou a fala como "autoritária".',
            "autoritária",
            "Luiza Arantes",
        ),
    ],
)
def test_one_word_of_judgement_is_quoted(
    language: str, text: str, words: str, speaker: str
) -> None:
    assert speakers(text, language) == [(words, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Dans « Les Heures plates » (éditions du Môle), l'historienne Judith Kervella raconte son enfance.",
        ),
        (
            "es",
            "La escritora Amalia Restrepo presentó ayer “El año de las garzas”, su primera novela.",
        ),
        ("fr", "Le maire défend le plan « vélo »."),
    ],
)
def test_a_title_or_a_name_is_nobodys(language: str, text: str) -> None:
    assert speakers(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "es",
            "BUENOS AIRES.- El ministro Rodrigo Salcedo descartó cambios y acusó a la oposición de “jugar con fuego”.",
            "Rodrigo Salcedo",
        ),
        (
            "it",
            "Il ministro dell'Economia Alberto Conti chiude e, a margine di un convegno, avverte gli alleati: «Dite dove trovate i soldi».",
            "Alberto Conti",
        ),
        (
            "it",
            "Ma un esponente della maggioranza, che chiede l'anonimato, ammette: «Così non va».",
            "un esponente della maggioranza",
        ),
        (
            "it",
            "Dalle opposizioni l'affondo di Irene Valli: «Sono allo sbando».",
            "Irene Valli",
        ),
        (
            "nl",
            "Burgemeester Els Vermeer bedankte de hulpdiensten en zei dat ze „diep respect” heeft.",
            "Els Vermeer",
        ),
        (
            "es",
            "La enfermera Rosario Vega escribió un diario. “Apuntaba cosas en los guantes”, recuerda.",
            "Rosario Vega",
        ),
        (
            "it",
            "«Non ho mai sognato di fare l'attrice». Nadia Ferrante ride, si accende una sigaretta.",
            "Nadia Ferrante",
        ),
        (
            "fr",
            "« On savait que ce serait difficile », reconnaît-on au gouvernement.",
            "gouvernement",
        ),
    ],
)
def test_the_subject_is_found_wherever_it_stands(
    language: str, text: str, speaker: str
) -> None:
    [(_, found)] = speakers(text, language)
    assert found is not None
    assert found.endswith(speaker)
