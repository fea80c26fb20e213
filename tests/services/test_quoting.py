"""Who said what is found in the background, and the reader's word stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.dates import Published
from reader.domain.source import Entry
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.quoting import Quoting
from reader.services.reading import Reading
from reader.services.undoing import Undoing
from reader.storage import articles, sources
from reader.storage.database import Database

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = (
    "<p>“The pier stays open,” said Ada Moreno, the harbour master, on Monday.</p>"
    "<p>“For whom?” asked Tom Reid, who runs the ferry.</p>"
)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "library.sqlite3")
    await database.run(sources.add, url="https://a.example/feed", name="A")
    entry = Entry(
        guid="pier",
        url="https://a.example/pier",
        title="The pier",
        html=TEXT,
        published=Published("2026-02-01"),
    )
    await database.run(articles.arrive, 1, [entry], NOW)
    yield database
    await database.close()


async def test_quotations_of_what_a_feed_brought_are_found(database: Database) -> None:
    async with Desk() as desk:
        quoting = Quoting(database, desk, lambda: NOW)
        assert await quoting.examine() == 1
        assert await quoting.examine() == 0
        found = await quoting.every()
    assert [(one.quotation.speaker, one.text) for one in found] == [
        ("Ada Moreno", "The pier stays open,"),
        ("Tom Reid", "For whom?"),
    ]


async def test_a_corrected_speaker_outlives_another_examination(
    database: Database,
) -> None:
    async with Desk() as desk, Web() as web:
        quoting = Quoting(database, desk, lambda: NOW)
        reading = Reading(database, web, desk, lambda: NOW)
        opened = await reading.kept(1)
        assert opened is not None
        article = opened.article
        said = await quoting.correct(
            1, article, article.quotations[1], speaker="The ferryman"
        )
        assert said.quotations[1].speaker == "The ferryman"
        assert said.quotations[1].corrected
        await quoting.examine()
        found = await quoting.every(speaker="ferryman")
        assert [one.text for one in found] == ["For whom?"]
        again = await reading.kept(1)
        assert again is not None
        assert again.article.quotations[1].speaker == "The ferryman"
        await Undoing(database, lambda: NOW).take_back()
        await quoting.examine()
        assert await quoting.every(speaker="ferryman") == ()


async def test_a_dismissed_quotation_does_not_come_back(database: Database) -> None:
    async with Desk() as desk, Web() as web:
        quoting = Quoting(database, desk, lambda: NOW)
        opened = await Reading(database, web, desk, lambda: NOW).kept(1)
        assert opened is not None
        first = opened.article.quotations[0]
        await quoting.correct(1, opened.article, first, dismissed=True)
        await quoting.examine()
        assert [one.text for one in await quoting.every()] == ["For whom?"]


async def test_a_highlight_is_kept_with_its_note(database: Database) -> None:
    async with Desk() as desk:
        quoting = Quoting(database, desk, lambda: NOW)
        made = await quoting.highlight(1, "The pier stays open", 4, 8, "which one?")
        assert made.anchor.exact == "pier"
        assert await quoting.highlights(1) == (made,)
        await quoting.remove_highlight(made.id)
        assert await quoting.highlights(1) == ()


async def test_a_highlight_that_was_removed_comes_back_as_it_was(
    database: Database,
) -> None:
    """With the note it had last."""
    async with Desk() as desk:
        quoting = Quoting(database, desk, lambda: NOW)
        made = await quoting.highlight(1, "The pier stays open", 4, 8, "which one?")
        await quoting.annotate(made.id, "the old one")
        (noted,) = await quoting.highlights(1)
        await quoting.remove_highlight(made.id)
        await Undoing(database, lambda: NOW).take_back()
        assert await quoting.highlights(1) == (noted,)
        assert noted.note == "the old one"


async def test_an_article_is_opened_with_its_highlights(database: Database) -> None:
    """Each where its words stand now."""
    async with Desk() as desk, Web() as web:
        quoting = Quoting(database, desk, lambda: NOW)
        reading = Reading(database, web, desk, lambda: NOW)
        opened = await reading.kept(1)
        assert opened is not None
        assert opened.passages == ()
        text = opened.article.text
        start = text.index("For whom?")
        made = await quoting.highlight(1, text, start, start + 9)
        again = await reading.kept(1)
        assert again is not None
        (passage,) = again.passages
        assert (passage.start, passage.end, passage.highlight) == (
            start,
            start + 9,
            made,
        )
