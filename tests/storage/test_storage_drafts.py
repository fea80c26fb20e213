"""Drafts: each kept, none overwritten by another."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.comment import Draft
from reader.domain.errors import NotFound
from reader.domain.identity import Identity
from reader.storage import drafts
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
URL = "https://news.example/mill-lane/"
ADA = Identity(name="Ada Moreno", email="ada@example.org")


def empty() -> sqlite3.Connection:
    """A library with nothing in it."""
    return empty_library()


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(empty()) as opened:
        yield opened


def begun(db: sqlite3.Connection, text: str = "", reply_to: str | None = None) -> Draft:
    """A draft, with a text if there is one."""
    draft = drafts.begin(
        db, url=URL, article="Mill Lane", now=NOW, identity=ADA, reply_to=reply_to
    )
    return drafts.save(db, replace(draft, text=text), NOW) if text else draft


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_a_draft_comes_back_as_it_was_saved(db: sqlite3.Connection) -> None:
    draft = begun(db)
    written = replace(
        draft,
        text="“Only paint”?\n\nI doubt it. 🌊",
        identity=replace(ADA, website="https://ada.example"),
        fields={"town": "Millbrook"},
        reply_to="17",
    )
    saved = drafts.save(db, written, after(1))
    assert drafts.find(db, draft.id) == saved
    assert saved == replace(written, changed=after(1))


def test_several_drafts_of_one_article_stay_apart(db: sqlite3.Connection) -> None:
    one, other = begun(db, "One thought."), begun(db, "Another.")
    drafts.save(db, replace(one, text="One thought, longer."), after(5))
    assert drafts.find(db, other.id).text == "Another."
    assert [draft.id for draft in drafts.every(db)] == [one.id, other.id]


def test_the_draft_that_was_written_in_last_goes_on(db: sqlite3.Connection) -> None:
    one, other = begun(db, "One."), begun(db, "Other.")
    drafts.save(db, replace(one, text="One, again."), after(9))
    latest = drafts.latest(db, URL, None)
    assert latest is not None
    assert latest.id == one.id
    drafts.discard(db, one.id, after(10))
    latest = drafts.latest(db, URL, None)
    assert latest is not None
    assert latest.id == other.id


def test_an_answer_to_a_comment_is_not_the_draft_of_the_article(
    db: sqlite3.Connection,
) -> None:
    begun(db, "To the comment.", reply_to="17")
    assert drafts.latest(db, URL, None) is None
    found = drafts.latest(db, URL, "17")
    assert found is not None
    assert found.text == "To the comment."


def test_what_was_only_opened_is_not_listed(db: sqlite3.Connection) -> None:
    begun(db)
    begun(db, "  \n ")
    assert drafts.every(db) == ()


def test_what_was_only_opened_goes_after_a_day(db: sqlite3.Connection) -> None:
    opened, written = begun(db), begun(db, "Kept.")
    drafts.begin(db, url=URL, article="Mill Lane", now=after(90_000))
    with pytest.raises(NotFound):
        drafts.find(db, opened.id)
    assert drafts.find(db, written.id).text == "Kept."


def test_a_draft_that_was_emptied_keeps_what_it_was(db: sqlite3.Connection) -> None:
    draft = begun(db, "Half an hour of writing.")
    drafts.save(db, replace(draft, text=""), after(1))
    drafts.begin(db, url=URL, article="Mill Lane", now=after(90_000))
    assert [text for _, text in drafts.history(db, draft.id)] == [
        "Half an hour of writing."
    ]


def test_what_is_in_the_bin_can_be_taken_out_again(db: sqlite3.Connection) -> None:
    draft = begun(db, "Too angry.")
    drafts.discard(db, draft.id, after(1))
    assert drafts.every(db) == ()
    assert [one.id for one in drafts.every(db, discarded=True)] == [draft.id]
    assert drafts.restore(db, draft.id).text == "Too angry."
    assert [one.id for one in drafts.every(db)] == [draft.id]


def test_a_late_autosave_does_not_take_a_draft_out_of_the_bin(
    db: sqlite3.Connection,
) -> None:
    draft = begun(db, "Too angry.")
    drafts.discard(db, draft.id, after(1))
    drafts.save(db, replace(draft, text="Too angry!"), after(2))
    assert drafts.every(db) == ()


def test_a_late_autosave_does_not_take_a_draft_back_from_the_outbox(
    db: sqlite3.Connection,
) -> None:
    draft = begun(db, "Done.")
    drafts.hand_over(db, draft)
    drafts.save(db, draft, after(1))
    assert drafts.every(db) == ()
    assert drafts.latest(db, URL, None) is None


def test_history_keeps_what_was_written_minutes_ago(db: sqlite3.Connection) -> None:
    draft = begun(db)
    for second in range(600):
        draft = drafts.save(db, replace(draft, text=draft.text + "x"), after(second))
    lengths = [len(text) for _, text in drafts.history(db, draft.id)]
    assert lengths == sorted(lengths, reverse=True)
    assert 3 <= len(lengths) <= 6


def test_history_keeps_what_was_deleted_at_once(db: sqlite3.Connection) -> None:
    draft = begun(db, "A long and careful argument.")
    drafts.save(db, replace(draft, text="A"), after(0.5))
    assert [text for _, text in drafts.history(db, draft.id)] == [
        "A long and careful argument."
    ]


def test_history_has_an_end(db: sqlite3.Connection) -> None:
    draft = begun(db)
    for number in range(drafts.VERSIONS + 20):
        text = f"{number} " * 50 if number % 2 else "short"
        draft = drafts.save(db, replace(draft, text=text), after(number * 200))
    kept = drafts.history(db, draft.id)
    assert len(kept) == drafts.VERSIONS
    assert kept[0][0] > kept[-1][0]


def test_a_draft_that_could_not_be_kept_at_first_is_kept_later(
    db: sqlite3.Connection,
) -> None:
    unkept = Draft(id=0, url=URL, article="Mill Lane", text="At last.", changed=NOW)
    kept = drafts.save(db, unkept, after(1))
    assert kept.id > 0
    assert drafts.find(db, kept.id).text == "At last."


def test_an_id_that_is_in_use_on_a_screen_is_kept_when_its_row_is_gone(
    db: sqlite3.Connection,
) -> None:
    opened = begun(db)
    drafts.begin(db, url=URL, article="Mill Lane", now=after(90_000))
    kept = drafts.save(db, replace(opened, text="Written at last."), after(90_001))
    assert kept.id == opened.id
    assert drafts.find(db, opened.id).text == "Written at last."


@pytest.mark.parametrize(
    "ask",
    [drafts.find, drafts.restore, lambda db, number: drafts.discard(db, number, NOW)],
    ids=["find", "restore", "discard"],
)
def test_a_draft_that_is_not_there_is_not_found(
    db: sqlite3.Connection, ask: Callable[[sqlite3.Connection, int], object]
) -> None:
    with pytest.raises(NotFound, match="no draft 99"):
        ask(db, 99)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8"), max_size=40),
            st.floats(-1000, 1000, allow_nan=False),
        ),
        max_size=30,
    )
)
def test_no_clock_and_no_text_keeps_a_save_from_being_the_last_word(
    saves: list[tuple[str, float]],
) -> None:
    with closing(empty()) as db:
        draft = begun(db)
        for text, second in saves:
            drafts.save(db, replace(draft, text=text), after(second))
            assert drafts.find(db, draft.id).text == text
