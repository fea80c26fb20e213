"""What was done is taken back, the last first, whatever it was done to since."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from reader.domain.annotation import Anchor, Correction
from reader.domain.change import Change
from reader.domain.comment import Draft
from reader.domain.errors import NotFound
from reader.domain.identity import Identity
from reader.domain.selection import Counts, Selection
from reader.domain.source import Entry, Subscription
from reader.storage import (
    articles,
    changes,
    doing,
    drafts,
    lists,
    quotations,
    sources,
    tags,
)
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def db() -> sqlite3.Connection:
    """A library with a source of three articles, ids 1 to 3."""
    db = empty_library()
    sources.add(db, "https://example.org/feed", "Example")
    news = [
        Entry(guid=f"g{each}", url=None, title=f"Title {each}") for each in (3, 2, 1)
    ]
    articles.arrive(db, 1, news, NOW)
    return db


def undone(db: sqlite3.Connection) -> str | None:
    """Take back the last change, and say what it was."""
    change = changes.take_back(db, NOW)
    return None if change is None else change.words


def test_changes_are_taken_back_one_by_one(db: sqlite3.Connection) -> None:
    """The last first, until none is left."""
    doing.mark(db, [1], NOW, read=True)
    doing.mark_all_read(db, Selection(), NOW)
    doing.mark(db, [2], NOW, starred=True)
    doing.tag(db, [1, 3], NOW, add=["coast"])
    doing.delete(db, [1, 2], NOW)
    assert lists.counts(db, Selection()) == Counts(1, 0)
    assert undone(db) == "deleted 2 articles"
    assert lists.counts(db, Selection()) == Counts(3, 0)
    assert undone(db) == "changed the tags of 2 articles"
    assert tags.of(db, 1) == ()
    assert undone(db) == "starred “Title 2”"
    assert lists.counts(db, Selection(starred=True)).all == 0
    assert undone(db) == "marked 2 articles read"
    assert lists.counts(db, Selection()) == Counts(3, 2)
    assert undone(db) == "marked “Title 1” read"
    assert lists.counts(db, Selection()) == Counts(3, 3)
    assert undone(db) is None


def test_a_name_and_tags_of_a_source_are_taken_back(db: sqlite3.Connection) -> None:
    """Its feed may name it again, if no person had."""
    doing.rename_source(db, 1, "Harbour", NOW)
    doing.tag_source(db, 1, ["coast", "boats"], NOW)
    doing.tag_source(db, 1, ["coast", "boats"], NOW)
    doing.rename_source(db, 1, "Quay", NOW)
    assert undone(db) == "renamed Harbour to Quay"
    assert sources.find(db, 1).name == "Harbour"
    sources.described(db, 1, name="Feed", site=None, language=None)
    assert undone(db) == "changed the tags of Harbour"
    assert sources.find(db, 1).tags == ()
    assert undone(db) == "renamed Example to Harbour"
    sources.described(db, 1, name="Feed", site=None, language=None)
    assert sources.find(db, 1).name == "Feed"


def test_a_list_of_sources_is_taken_back(db: sqlite3.Connection) -> None:
    """Those it added, and no others."""
    listed = [Subscription(url=f"https://{each}.example/feed") for each in range(3)]
    doing.add_sources(db, listed, NOW)
    doing.add_sources(db, listed, NOW)
    assert len(sources.every(db)) == 4
    assert undone(db) == "added 3 sources"
    assert [source.id for source in sources.every(db)] == [1]
    assert undone(db) is None


def test_what_was_read_in_passing_is_one_step_but_for_the_last(
    db: sqlite3.Connection,
) -> None:
    """Who is sorry for what they did before has not to take back each opening."""
    doing.mark(db, [1], NOW, starred=True)
    for each in (1, 2, 3):
        assert doing.read_by_opening(db, each, NOW)
    assert not doing.read_by_opening(db, 3, NOW)
    assert undone(db) == "read “Title 3” by opening it"
    assert lists.counts(db, Selection()) == Counts(3, 1)
    assert undone(db) == "read 2 articles by opening them"
    assert lists.counts(db, Selection()) == Counts(3, 3)
    assert undone(db) == "starred “Title 1”"
    assert undone(db) is None


def test_what_changes_nothing_is_no_step(db: sqlite3.Connection) -> None:
    """Marking as read what is read, tagging with the tag that is there."""
    doing.mark(db, [1], NOW, read=False)
    doing.tag(db, [1], NOW)
    doing.delete(db, [99], NOW)
    assert undone(db) is None


def test_what_was_written_on_an_article_is_taken_back(db: sqlite3.Connection) -> None:
    """The change says which article is to be shown again."""
    anchor = Anchor(exact="Title")
    made = doing.highlight(db, 1, anchor, "first", NOW)
    doing.annotate(db, made.id, "second", NOW)
    doing.remove_highlight(db, made.id, NOW)
    doing.correct(db, 1, Correction(anchor=anchor, speaker="Ada"), NOW)
    assert changes.last(db, NOW) == Change(words="corrected a speaker", article=1)
    assert undone(db) == "corrected a speaker"
    assert quotations.corrections(db, 1) == ()
    assert undone(db) == "took a highlight away"
    assert [one.note for one in quotations.highlights(db, 1)] == ["second"]
    assert undone(db) == "changed a note"
    assert quotations.highlights(db, 1) == (made,)
    assert undone(db) == "highlighted a passage"
    assert quotations.highlights(db, 1) == ()


def test_a_draft_comes_out_of_the_bin(db: sqlite3.Connection) -> None:
    """As it was."""
    draft = Draft(
        id=0,
        url="https://example.org/1",
        article="Title",
        text="Mine.",
        identity=Identity(),
        changed=NOW,
    )
    kept = drafts.save(db, draft, NOW)
    doing.discard_draft(db, kept.id, NOW)
    assert drafts.every(db) == ()
    assert undone(db) == "discarded a draft"
    assert drafts.every(db) == (kept,)


def test_what_is_gone_holds_up_nothing(db: sqlite3.Connection) -> None:
    """A change whose article left is forgotten; the one before it is next."""
    doing.mark(db, [1], NOW, read=True)
    made = doing.highlight(db, 2, Anchor(exact="Title"), "", NOW)
    doing.remove_highlight(db, made.id, NOW)
    db.execute("DELETE FROM articles WHERE id = 2")
    assert undone(db) == "took a highlight away"
    assert undone(db) == "highlighted a passage"
    assert undone(db) == "marked “Title 1” read"


def test_yesterday_is_not_taken_back(db: sqlite3.Connection) -> None:
    """Nobody knows any more what they did then."""
    doing.mark(db, [1], NOW - timedelta(days=1, seconds=1), read=True)
    assert undone(db) is None
    doing.mark(db, [2], NOW, read=True)
    (kept,) = db.execute("SELECT count(*) FROM changes").fetchone()
    assert kept == 1


def test_no_more_are_kept_than_can_be_taken_back(db: sqlite3.Connection) -> None:
    """The oldest go."""
    for number in range(changes.MOST + 5):
        doing.mark(db, [1], NOW, read=number % 2 == 0)
    (kept,) = db.execute("SELECT count(*) FROM changes").fetchone()
    assert kept == changes.MOST


def test_a_change_that_fails_is_not_written_down(db: sqlite3.Connection) -> None:
    """There is nothing to take back of it."""
    with pytest.raises(NotFound):
        doing.annotate(db, 7, "", NOW)
    assert undone(db) is None
