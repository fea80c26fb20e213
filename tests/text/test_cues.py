"""The tables of what each language says of speech."""

from __future__ import annotations

from pathlib import Path

import pytest

import reader.text.cues
from reader.text.cues.lookup import FALLBACK, LANGUAGES, cues_for

FOLDER = Path(str(reader.text.cues.__path__[0]))
NO_TABLES = {
    *("fiction", "en_fiction", "inflection", "__init__", "lookup", "table"),
    *(f"{language}_verbs" for language in LANGUAGES),
}


def test_every_table_in_the_folder_is_listed() -> None:
    tables = {path.stem for path in FOLDER.glob("*.py")} - NO_TABLES
    assert tables == {*LANGUAGES, FALLBACK}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_says_whose_it_is(language: str) -> None:
    assert cues_for(language).language == language


def test_a_region_does_not_hide_a_language() -> None:
    assert cues_for("pt-BR") is cues_for("pt")
    assert cues_for("EN_us") is cues_for("en")


def test_any_other_language_has_the_commonest_cues() -> None:
    assert cues_for("pl") is cues_for(None)
    assert cues_for("pl").verb.search("powiedział Jan")


def test_a_verb_is_found_as_a_word_only() -> None:
    cue = cues_for("en").verb
    assert cue.search("he said so")
    assert not cue.search("the unsaid")
    assert not cue.search("the United States")
