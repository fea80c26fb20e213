"""Who is said to have said it."""

from __future__ import annotations

import pytest

from reader.text.quotations import quotations_in
from reader.text.typeset.margin import SURE


def speakers(text: str, language: str = "en") -> list[str | None]:
    return [one.speaker for one in quotations_in(text, language=language)]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We came,” said Mara Orr.", "Mara Orr", "said"),
        ("“We came,” Mara Orr told reporters.", "Mara Orr", "told"),
        ("Mara Orr replied: “We came.”", "Mara Orr", "replied"),
        (
            "The ship was “quite lost,” according to Mara Orr.",
            "Mara Orr",
            "according to",
        ),
        (
            "According to Mara Orr, the ship was “quite lost”.",
            "Mara Orr",
            "According to",
        ),
        ("“We came,” said Mara Orr, 44, a nurse from Delft.", "Mara Orr", "said"),
        ("“We came,” the club's spokeswoman, Mara Orr, said.", "Mara Orr", "said"),
        ("“We came,” Mara Orr, who leads the club, added.", "Mara Orr", "added"),
        ("“We came,” said club leader Mara Orr on Monday.", "Mara Orr", "said"),
        ("“We came,” said Dr Mara Orr.", "Dr Mara Orr", "said"),
        (
            "In a statement, the harbour office said: “We came.”",
            "the harbour office",
            "said",
        ),
        (
            "“We came,” said a spokesman for the company.",
            "a spokesman for the company",
            "said",
        ),
        ("Mara Orr called the plan “a slow shipwreck”.", "Mara Orr", "called"),
        ("Mara Orr called it “a slow shipwreck” and left.", "Mara Orr", "called"),
        (
            "HULL: Mara Orr said on Monday that the ship was “quite lost”.",
            "Mara Orr",
            "said",
        ),
        (
            "HULL (HN) — The club warned that the ship was “quite lost”.",
            "The club",
            "warned",
        ),
        (
            "One of the crew, a 20-year-old student, shouted: “We came.”",
            "One of the crew",
            "shouted",
        ),
        ("There was a letter from captain Mara Orr: “We came.”", "Mara Orr", None),
        ("The court found that the ship was “quite lost”.", "The court", "found"),
        ("“We came,” tweeted Mara Orr.", "Mara Orr", "tweeted"),
        (
            "Mara Orr was quoted as saying “we came too late”.",
            "Mara Orr",
            "was quoted as saying",
        ),
        ("‘We are staying’: islanders on a winter without a ferry", "islanders", None),
        ("“We are staying.” — Mara Orr", "Mara Orr", None),
        ("“We came,” said the Harbour Club (HC).", "Harbour Club", "said"),
        (
            "“We came,” Jim Lund, head of Boats, Ropes and Nets in Hull, said.",
            "Jim Lund",
            "said",
        ),
        (
            "“We came,” said a HarbourCo spokesperson.",
            "a HarbourCo spokesperson",
            "said",
        ),
        (
            "“We came,” said Mara Orr and Tom Hale in a joint letter.",
            "Mara Orr and Tom Hale",
            "said",
        ),
        ("Mara Orr and Tom Hale said: “We came.”", "Mara Orr and Tom Hale", "said"),
        ("“We came,” said her brother, Mick.", "Mick", "said"),
        (
            "“It is hot,” said a report from Lund & Gray Bank.",
            "Lund & Gray Bank",
            "said",
        ),
        (
            "The Lamp Commission, which counts lamps, issued a statement warning that “the dark is near”.",
            "Lamp Commission",
            "warning",
        ),
        (
            "“We came,” Jo Lund, a fellow at the Institute for Ink and Water think tank, told reporters.",
            "Jo Lund",
            "told",
        ),
        (
            "The Acme Bank denied Lund’s claims, saying they were “shocking and false”.",
            "Acme Bank",
            "denied",
        ),
        (
            "Delft said it was bound to the “one bridge, two banks” rule, while the town’s police deny it.",
            "Delft",
            "said",
        ),
        (
            "The National Tides and Moorings Administration (NTMA) said: “It is high.”",
            "National Tides and Moorings Administration",
            "said",
        ),
        (
            "On Monday, the Sailor’s Daily warned that the tide was “quite out of hand”.",
            "Sailor’s Daily",
            "warned",
        ),
        ("“We came,” said Laurence des Cars.", "Laurence des Cars", "said"),
    ],
)
def test_a_speaker_is_read_off_the_clause_beside(
    text: str, speaker: str, cue: str | None
) -> None:
    (found,) = quotations_in(text, language="en")
    assert (found.speaker, found.cue) == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Orr shut the shop. “Nobody came,” she said.", ["Mara Orr"]),
        (
            "Mara Orr met Tom Hale on Monday.\n\n“Nobody came,” Hale said. “Nobody.”",
            ["Tom Hale", "Tom Hale"],
        ),
        (
            "The Northern Bird Club (NBC) met on Monday.\n\n“We object,” the NBC said.\n\n“We do,” the club added.",
            ["Northern Bird Club", "Northern Bird Club"],
        ),
        (
            "Ashby Council met.\n\n“We object,” the council said.\n\nThe council added:\n\n“We always have.”",
            ["Ashby Council", "Ashby Council"],
        ),
        (
            "Mayor Ada Bone resigned.\n\n“I am tired,” the mayor said.",
            ["Mayor Ada Bone"],
        ),
        (
            "“I came,” said Mara Orr.\n\n“I saw nobody.”",
            ["Mara Orr", "Mara Orr"],
        ),
        (
            "Mara Orr said the club was closed.\n\n“It is over.”",
            ["Mara Orr"],
        ),
        (
            "“Are you coming?” asked Luke Moss.\n\n“No,” said Ann Pike.\n\n“Why not?”\n\n“It is cold.”",
            ["Luke Moss", "Ann Pike", "Ann Pike", "Luke Moss"],
        ),
        (
            "“It shuts,” said Ada Bone.\n\nThe council added:\n\n“It stays shut.”\n\n(Source: Harbour Office)",
            ["Ada Bone", "The council"],
        ),
        (
            "The Harbour Office met. Acme Holdings was told.\n\n“We are sorry,” the company said.",
            ["Acme Holdings"],
        ),
        (
            "Russia’s ministry said “never”.\n\nThe French ministry said “it regrets that”.",
            ["Russia’s ministry", "The French ministry"],
        ),
        (
            "Farmer Clem Hux lost a cow.\n\n“She was a good cow,” said Hux.",
            ["Clem Hux"],
        ),
        (
            "Trust Executive Director Javier Bone spoke.\n\n“We were sold a pup,” Bone said.",
            ["Trust Executive Director Javier Bone"],
        ),
        (
            "Mr Tom Reddy, defending, said: “He is sorry.” His client, Paul Eddis, nodded.\n\n“Very,” he added.",
            ["Mr Tom Reddy", "Paul Eddis"],
        ),
        (
            "Inspector Ravi Nair said: “It was reckless.” The officer added: “Utterly.”",
            ["Inspector Ravi Nair", "Inspector Ravi Nair"],
        ),
        (
            "“Look,” he says, pointing. “My house.” Ivan Pell, 67, is back for the first time.",
            ["Ivan Pell", "Ivan Pell"],
        ),
        (
            "‘I want to go home’: a sailor speaks\n\nSam Aziz swam.\n\n“I want to go home,” he said.",
            ["Sam Aziz", "Sam Aziz"],
        ),
        (
            "“Who goes?” asked Ann Pike.\n\n“I do,” said Luke Moss. “And you, Ann, will you come?”\n\n“No.”",
            ["Ann Pike", "Luke Moss", "Luke Moss", "Ann Pike"],
        ),
    ],
)
def test_a_pronoun_or_a_short_form_goes_back_to_the_first_full_naming(
    text: str, expected: list[str]
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“No bathing today!” It had hung there for years.",
        "“We came.”",
        "It rained. “We came,” he said.",
        "It may be, let’s say, “a matter of taste and of weather”.",
    ],
)
def test_nobody_is_invented(text: str) -> None:
    assert speakers(text) == [None]


def test_a_nearer_reading_is_surer() -> None:
    text = "“We came,” said Mara Orr.\n\nIt rained. It was dark.\n\n“Nobody was there.”"
    beside, carried = quotations_in(text, language="en")
    assert beside.confidence > carried.confidence


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "de",
            "„Wir kamen“, sagte Bürgermeisterin Mara Quill.",
            "Bürgermeisterin Mara Quill",
        ),
        ("de", "Gestern sagte Karl Ott: „Wir kamen.“", "Karl Ott"),
        ("de", "Nach Angaben von Jan Maas war es „viel zu spät“.", "Jan Maas"),
        ("de", "„Es war zu spät“, so die Stadt in einer Mitteilung.", "die Stadt"),
        ("de", "„Wir kamen zu spät“, schrieb die „Abendpost“.", "Abendpost"),
        (
            "de",
            "Gestern hatte Bürgermeisterin Mara Quill zugesichert: „Wir kommen.“",
            "Bürgermeisterin Mara Quill",
        ),
        ("de", "Mara Quill kam am Montag. „Es war zu spät“, sagte sie.", "Mara Quill"),
        (
            "fr",
            "« Nous avons tout perdu », a déclaré Claire Aubin, maire de Brive.",
            "Claire Aubin",
        ),
        (
            "fr",
            "Claire Aubin est venue lundi. « Il est trop tard », a-t-elle déclaré.",
            "Claire Aubin",
        ),
        ("fr", "Le ministre, Jean Morel, a répondu : « Nous agirons. »", "Jean Morel"),
        (
            "es",
            "«Hemos llegado tarde», dijo Marta Ruiz, alcaldesa de Soria.",
            "Marta Ruiz",
        ),
        (
            "es",
            "“Se acabó”, señaló el ayuntamiento en un comunicado.",
            "el ayuntamiento",
        ),
        (
            "pt",
            "“Chegámos tarde”, disse Joana Prado, autarca de Tavira.",
            "Joana Prado",
        ),
        (
            "it",
            "«Siamo arrivati tardi», ha detto Sara Neri, sindaca di Lucca.",
            "Sara Neri",
        ),
        (
            "nl",
            "‘We kwamen te laat’, zei Piet Vos, burgemeester van Delft.",
            "Piet Vos",
        ),
        ("nl", "Gisteren zei Els Bakker: “Wij kwamen te laat.”", "Els Bakker"),
        ("ar", "قالت ليلى حداد: «وصلنا بعد فوات الأوان».", "ليلى حداد"),
        ("pl", "„Przyszliśmy za późno” – powiedziała Ewa Nowak.", "Ewa Nowak"),
        ("ru", "«Мы опоздали», — сказала Анна Белова.", "Анна Белова"),
    ],
)
def test_each_language_has_its_cues(language: str, text: str, speaker: str) -> None:
    assert speakers(text, language) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Among those stranded was Mara Orr, a nurse from Delft. “We came,” she said.",
        "One of them is Mara Orr, a nurse from Delft. “We came,” she said.",
        "Mara Orr met us at the quay. “We came,” the Spaniard said.",
    ],
)
def test_whoever_was_presented_goes_on_to_speak(text: str) -> None:
    assert speakers(text) == ["Mara Orr"]


def test_what_is_said_of_a_subject_does_not_part_it_from_its_verb() -> None:
    text = "The owners, who asked not to be named, praised the village. “We came,” they said."
    assert speakers(text) == ["The owners"]


def test_whoever_goes_on_speaking_is_no_guess() -> None:
    """Where nobody else is near, “he added” means whoever has just spoken."""
    text = (
        "The club’s spokesman, Jim Lund, told the town that the ferry “was never on time.” "
        "He added: “A promise is a promise.”"
    )
    _, added = quotations_in(text, language="en")
    assert added.speaker == "Jim Lund"
    assert added.confidence >= SURE


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A union official said it was late. “It is over,” the official said.",
            "A union official",
        ),
        (
            "Plumber Gary Orr fought a bird. “I just swung,” said the dad-of-three.",
            "Gary Orr",
        ),
        ("More from the mayor’s statement. He added: “We won.”", "the mayor"),
        (
            "Coach Dan Hale spoke. Here is what he had to say.\n\nOn money: “None.”",
            "Coach Dan Hale",
        ),
        ("A man can be heard saying, “That is no dog.”", "A man"),
        (
            "A letter from the mayor of Soria was read. “We won,” it said.",
            "the mayor of Soria",
        ),
    ],
)
def test_a_description_means_whoever_was_spoken_of(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker
