"""Whom a German sentence is about, by case rather than by place."""

from __future__ import annotations

import pytest

from reader.text.quotations import quotations_in


def speaker_in(text: str) -> str | None:
    (quotation,) = quotations_in(text, language="de")
    return quotation.speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Im Rat zeigt sich die Trainerin zufrieden: „Wir sind da.“", "die Trainerin"),
        ("In seiner Rede warb Karl Ott mit den Worten: „Wir sind da.“", "Karl Ott"),
        ("„Wir sind da“, ließ ein Ratssprecher verlauten.", "ein Ratssprecher"),
        ("„Wir sind da“, orakelt der Trainer.", "der Trainer"),
        ("Der Abendzeitung sagte Karl Ott: „Wir sind da.“", "Karl Ott"),
        ("Der deutschen Presse sagte Karl Ott: „Wir sind da.“", "Karl Ott"),
        ("Die Vertreter der Stadt sagten: „Wir sind da.“", "Die Vertreter der Stadt"),
        ("Einer der Anwälte sagte: „Wir sind da.“", "Einer der Anwälte"),
        (
            "Die in Köln geborene Autorin sagte: „Wir sind da.“",
            "Die in Köln geborene Autorin",
        ),
        ("Als Begründung sagte ein Forscher: „Wir sind da.“", "ein Forscher"),
        ("Karl Ott, ein Anwalt aus Köln, sagte: „Wir sind da.“", "Karl Ott"),
        ("Karl Ott, ein Anwalt aus Köln sagte: „Wir sind da.“", "Karl Ott"),
        ("Der Chef der Bahn, Karl Ott, teilte mit: „Wir sind da.“", "Karl Ott"),
        (
            "Wie Karl Ott, der seit Montag da ist, sagte, sei er „sehr müde“.",
            "Karl Ott",
        ),
        ("Das Fazit von Karl Ott fällt kurz aus: „Wir sind da.“", "Karl Ott"),
    ],
)
def test_a_subject_is_found_wherever_it_stands(text: str, speaker: str | None) -> None:
    assert speaker_in(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die „Abendpost“ zitiert Karl Ott mit den Worten: „Wir sind da.“", "Karl Ott"),
        ("Karl Ott wird von der „Abendpost“ zitiert: „Wir sind da.“", "Karl Ott"),
        ("„Wir sind da.“ Das sagte Karl Ott am Montag.", "Karl Ott"),
        ("„Wir sind da.“ Das musste Karl Ott am Montag einräumen.", "Karl Ott"),
        ("In dem Brief heißt es: „Wir sind da.“", "dem Brief"),
        ("In dem Brief ist von einem „klaren Fehler“ die Rede.", "dem Brief"),
        ("Es sei „alles sehr gut“, heißt es aus dem Rathaus.", "dem Rathaus"),
        (
            "Der Plan wird vom Wetterdienst als „sehr klug“ bewertet.",
            "Wetterdienst",
        ),
        ("Karl Ott sagte, dem Bericht zufolge sei es „sehr spät“.", "dem Bericht"),
    ],
)
def test_words_are_whose_they_are(text: str, speaker: str) -> None:
    assert speaker_in(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Die „Kampagne für ein Freies Tal“ berichtete von einem Marsch.",
        "Das Schiff, das früher „Frohe Fahrt“ hieß, ist da.",
        "„Frohe Fahrt“, so heißt das neue Boot der Stadt.",
        "Er gehört zur „Union für das Tal“ (UFT) in Köln.",
        "Sie begann eine „Rettet das Tal“-Kampagne in Köln.",
        "Der Verein (Motto: „Wir sind da“) tagt am Montag.",
        "In Köln haben Hacker mit einer „virtuellen Bombe“ ein Haus gesprengt.",
        "Seit Montag nennt sie sich „neue tal 12“ und tagt.",
    ],
)
def test_a_name_between_marks_is_nobodys_words(text: str) -> None:
    assert quotations_in(text, language="de") == ()


def test_reported_speech_is_not_said_by_whom_it_is_about() -> None:
    text = (
        "Karl Ott war am Montag da, sagte er: „Ja.“ Die Polizei habe „völlig versagt“."
    )
    assert [one.speaker for one in quotations_in(text, language="de")] == [
        "Karl Ott"
    ] * 2


def test_a_role_is_known_by_the_end_of_its_noun() -> None:
    text = "Stadttrainer Karl Ott kam. „Wir sind da“, sagte der Trainer."
    assert speaker_in(text) == "Stadttrainer Karl Ott"


def test_a_blank_may_be_missing_between_two_sentences() -> None:
    text = "Das steht im neuen Anzeiger.Karl Ott schreibt dazu: „Wir sind da.“"
    assert speaker_in(text) == "Karl Ott"
