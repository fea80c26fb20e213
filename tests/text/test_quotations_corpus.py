"""How well articles are read that say who said what.

An article is a text file. Its first lines say what it is (`kind: agency`,
`language: de`); after a blank line comes the text. What somebody says begins
with the speaker in braces and ends with `{/}`, both inside the marks:

    “{Ada Moreno}We lost the roof,{/}” said Moreno.

`{-}` is a quotation by nobody who is named. `{~Ada Moreno}` begins a fragment
in a sentence that reports speech: finding it is neither right nor wrong.
Whatever else stands between marks is no quotation.

A speaker is right who is named in full; the office before the name may be
there or not: “Captain Ollie Wren” is “Ollie Wren”, and “Wren” is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reader.domain.quotation import Quotation
from reader.text.cues.lookup import LANGUAGES
from reader.text.quotations import quotations_in

HERE = Path(__file__).parent / "quotes"
FLOOR_EXACT = 0.98
FLOOR_JOINT = 0.96
FLOOR_STORIES = 0.98
FLOOR_STORIES_JOINT = 0.90
LANGUAGES_EXACT = 0.95
LANGUAGES_JOINT = 0.9
HELD_OUT_EXACT = 0.98
HELD_OUT_JOINT = 0.90
"""What the articles that were held back score: scored once, and never tuned to."""


_LABEL = re.compile(r"\{(?P<end>/)?(?P<loose>~)?(?P<who>[^{}]*)\}")
_NOBODY = "-"
_SURROUNDING = " \n“”‘’\"'«»„.,;:!?…"


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and whose they are."""

    start: int
    end: int
    speaker: str | None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and what is quoted in it."""

    name: str
    text: str
    said: tuple[Said, ...]
    language: str | None
    kind: str


def articles_in(folder: Path) -> list[Annotated]:
    """Read every article of a folder, by name."""
    return [read(path) for path in sorted(folder.glob("*.txt"))]


def read(path: Path) -> Annotated:
    """Read one article."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    text, said, at = "", [], 0
    begun: tuple[int, str, bool] | None = None
    for label in _LABEL.finditer(body):
        text += body[at : label.start()]
        at = label.end()
        if label["end"]:
            assert begun is not None, f"{path.name}: nothing to end at {label.start()}"
            start, who, loose = begun
            speaker = None if who in (_NOBODY, "") else who
            said.append(Said(start, len(text), speaker, loose))
            begun = None
        else:
            assert begun is None, f"{path.name}: still open before {label.group()}"
            begun = (len(text), label["who"], bool(label["loose"]))
    assert begun is None, f"{path.name}: never ended"
    text += body[at:].rstrip("\n")
    return Annotated(path.stem, text, tuple(said), facts.get("language"), facts["kind"])


@dataclass(slots=True)
class Score:
    """How many quotations were found, and how many with their speaker."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    joint: int = 0
    failures: list[str] = field(default_factory=list)
    sureness: list[tuple[float, bool]] = field(default_factory=list)
    """The confidence of each quotation that is one, and whether its speaker is right."""

    @property
    def exact_f1(self) -> float:
        """F1 of spans, both ends equal."""
        return _f1(self.exact, self.found, self.gold)

    @property
    def joint_f1(self) -> float:
        """F1 of spans together with the speaker's full name."""
        return _f1(self.joint, self.found, self.gold)

    def add(self, article: Annotated, quotations: Iterable[Quotation]) -> None:
        """Count what was found in an article."""
        wanted = {_bare(article.text, one.start, one.end): one for one in article.said}
        self.gold += sum(not one.loose for one in article.said)
        for quotation in quotations:
            span = _bare(article.text, quotation.start, quotation.end)
            said = wanted.pop(span, None)
            if said is not None and said.loose:
                continue
            self.found += 1
            words = article.text[slice(*span)]
            shown = words if len(words) < 60 else f"{words[:28]} … {words[-28:]}"
            if said is None:
                self.failures.append(f"{article.name}: not said: {shown}")
                continue
            self.exact += 1
            right = _same(said.speaker, quotation.speaker)
            self.joint += right
            self.sureness.append((quotation.confidence, right))
            if not right:
                self.failures.append(
                    f"{article.name}: {said.speaker}, not {quotation.speaker}: {shown}"
                )
        self.failures += [
            f"{article.name}: not found: {article.text[one.start : one.end][:60]}"
            for one in wanted.values()
            if not one.loose
        ]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _SURROUNDING:
        start += 1
    while end > start and text[end - 1] in _SURROUNDING:
        end -= 1
    return start, end


def _same(wanted: str | None, given: str | None) -> bool:
    if wanted is None or given is None:
        return wanted is given
    short, long = sorted((_spelled(wanted), _spelled(given)), key=len)
    return short == long or (" " in short and long.endswith(f" {short}"))


def _spelled(name: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", name.casefold())


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 1.0


def scored(folder: str, language: str = "") -> Score:
    score = Score()
    for article in articles_in(HERE / folder):
        if language and article.language != language:
            continue
        score.add(article, quotations_in(article.text, language=article.language))
    return score


def test_the_articles_are_read_at_least_as_well_as_before() -> None:
    score = scored("articles")
    failures = "\n".join(score.failures)
    assert score.exact_f1 >= FLOOR_EXACT, failures
    assert score.joint_f1 >= FLOOR_JOINT, failures


def test_stories_are_read_by_whose_turn_it_is_to_speak() -> None:
    score = scored("stories")
    failures = "\n".join(score.failures)
    assert score.exact_f1 >= FLOOR_STORIES, failures
    assert score.joint_f1 >= FLOOR_STORIES_JOINT, failures


def test_articles_that_were_written_before_the_rules_are_read_well_too() -> None:
    score = scored("held-out")
    failures = "\n".join(score.failures)
    assert score.exact_f1 >= HELD_OUT_EXACT, failures
    assert score.joint_f1 >= HELD_OUT_JOINT, failures


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_other_languages_are_read_well_too(language: str) -> None:
    score = scored("languages", language)
    failures = "\n".join(score.failures)
    assert score.gold, f"no article in {language}"
    assert score.exact_f1 >= LANGUAGES_EXACT, failures
    assert score.joint_f1 >= LANGUAGES_JOINT, failures


@pytest.mark.parametrize(
    "article", articles_in(HERE / "articles"), ids=lambda one: one.name
)
def test_no_article_is_read_badly(article: Annotated) -> None:
    score = Score()
    score.add(article, quotations_in(article.text, language=article.language))
    assert score.joint_f1 >= 0.6, "\n".join(score.failures)


def test_what_is_sure_is_right_more_often_than_what_is_not() -> None:
    sure = [right for how_sure, right in scored("articles").sureness if how_sure >= 0.9]
    assert sum(sure) / len(sure) >= 0.95
