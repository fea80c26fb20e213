"""Writing comments, with nothing but a library."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader.domain.comment import CommentForm, Field, FieldKind, Role
from reader.domain.delivery import State
from reader.domain.errors import CannotKeep, CannotSend
from reader.domain.identity import Identity
from reader.services.commenting import Commenting
from reader.storage import schema
from reader.storage.database import Database
from servers.rooms import Clock

URL = "https://news.example/mill-lane/"
FORM = CommentForm(
    action="https://news.example/wp-comments-post.php",
    system="wordpress",
    page=URL,
    fields=(
        Field(
            name="comment",
            label="Comment",
            kind=FieldKind.LONG_TEXT,
            role=Role.COMMENT,
            required=True,
        ),
        Field(name="author", label="Name", role=Role.NAME, required=True),
        Field(name="email", label="Email", kind=FieldKind.EMAIL, role=Role.EMAIL),
    ),
)
ADA = Identity(name="Ada Moreno", email="ada@example.org")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "library.db")
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def commenting(database: Database, clock: Clock) -> Commenting:
    return Commenting(database, clock, lambda _: ADA)


async def test_a_new_draft_is_signed_by_whoever_reads(commenting: Commenting) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    assert (draft.identity, draft.form, draft.text) == (ADA, FORM, "")


async def test_the_latest_draft_goes_on_with_the_form_as_it_is_now(
    commenting: Commenting,
) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane")
    await commenting.save(replace(draft, text="Half a thought"))
    again = await commenting.draft_for(f"{URL}#respond", "Mill Lane", FORM)
    assert (again.id, again.text, again.form) == (draft.id, "Half a thought", FORM)


async def test_another_draft_can_be_begun_beside_it(commenting: Commenting) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    await commenting.save(replace(draft, text="One."))
    other = await commenting.draft_for(URL, "Mill Lane", FORM, new=True)
    assert (other.text, other.id == draft.id) == ("", False)


async def test_a_comment_is_handed_over_when_nothing_is_missing(
    commenting: Commenting,
) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    delivery = await commenting.queue(replace(draft, text="A remark."))
    assert (delivery.state, delivery.draft.text) == (State.QUEUED, "A remark.")
    assert await commenting.drafts() == ()


async def test_what_is_missing_is_named_and_the_draft_is_kept(
    commenting: Commenting,
) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    draft = await commenting.save(
        replace(draft, text="A remark.", identity=Identity(email="ada"))
    )
    with pytest.raises(CannotSend, match=r"Name is required\. “ada”") as refusal:
        await commenting.queue(draft)
    assert [one.field for one in refusal.value.problems] == ["author", "email"]
    assert not refusal.value.ask
    assert await commenting.drafts() == (draft,)


async def test_a_draft_whose_form_was_never_seen_waits_without_one(
    commenting: Commenting,
) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane")
    with pytest.raises(CannotSend, match="Comment is required"):
        await commenting.queue(draft)
    delivery = await commenting.queue(replace(draft, text="A remark."))
    assert (delivery.state, delivery.draft.form) == (State.QUEUED, None)


async def test_a_form_with_a_warning_needs_a_person_to_say_so(
    commenting: Commenting,
) -> None:
    form = replace(FORM, action="https://collector.example/c")
    draft = await commenting.draft_for(URL, "Mill Lane", form)
    draft = replace(draft, text="A remark.")
    with pytest.raises(CannotSend, match=r"collector\.example") as refusal:
        await commenting.queue(draft)
    assert refusal.value.ask
    assert (await commenting.queue(draft, even_so=True)).state is State.QUEUED


async def test_a_discarded_draft_can_be_taken_back(commenting: Commenting) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    draft = await commenting.save(replace(draft, text="Too angry."))
    await commenting.discard(draft.id)
    assert await commenting.drafts() == ()
    assert [one.id for one in await commenting.drafts(discarded=True)] == [draft.id]
    assert await commenting.restore(draft.id) == draft
    assert await commenting.find(draft.id) == draft


async def test_what_a_draft_was_before_can_be_read(
    commenting: Commenting, clock: Clock
) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    await commenting.save(replace(draft, text="A long and careful argument."))
    clock.pass_by(1)
    await commenting.save(replace(draft, text=""))
    assert [text for _, text in await commenting.history(draft.id)] == [
        "A long and careful argument."
    ]


async def test_what_was_saved_is_there_after_the_program_was_killed(
    commenting: Commenting, database: Database, clock: Clock
) -> None:
    """A second connection sees it before the first one is closed."""
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    await commenting.save(replace(draft, text="Kept."))
    other = await Database.open(database.path)
    assert [one.text for one in await Commenting(other, clock).drafts()] == ["Kept."]
    await other.close()


async def test_a_full_disk_stops_no_writing(
    commenting: Commenting, database: Database
) -> None:
    """The draft lives on the screen until there is room again."""
    kept = await commenting.draft_for(URL, "Mill Lane", FORM)
    await commenting.save(replace(kept, text="Kept before."))

    def limit(db: object, pages: int) -> None:
        import sqlite3

        assert isinstance(db, sqlite3.Connection)
        (used,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {used + pages}")

    await database.run(limit, 0)
    huge = replace(kept, text="x" * 500_000)
    with pytest.raises(CannotKeep, match="full"):
        await commenting.save(huge)
    assert (await commenting.find(kept.id)).text == "Kept before."
    await database.run(limit, 10_000)
    assert (await commenting.save(huge)).text == huge.text


async def test_a_library_that_cannot_be_written_still_lets_one_write(
    commenting: Commenting, database: Database, clock: Clock
) -> None:
    locked = await Database.open(database.path, read_only=True)
    draft = await Commenting(locked, clock, lambda _: ADA).draft_for(
        URL, "Mill Lane", FORM
    )
    assert (draft.id, draft.identity) == (0, ADA)
    with pytest.raises(CannotKeep):
        await Commenting(locked, clock).save(draft)
    await locked.close()
    kept = await commenting.save(replace(draft, text="At last."))
    assert kept.id > 0
    assert len(schema.STEPS) >= 2


async def test_a_library_that_another_program_is_writing_to_says_so(
    commenting: Commenting, database: Database, clock: Clock
) -> None:
    import sqlite3

    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    impatient = await Database.open(database.path, patience=0.05)
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(CannotKeep, match="Another program"):
            await Commenting(impatient, clock).save(replace(draft, text="Waits."))
    finally:
        other.close()
        await impatient.close()
    assert (await commenting.save(replace(draft, text="Waits."))).text == "Waits."


def test_a_field_is_checked_as_it_is_left(commenting: Commenting) -> None:
    problem = commenting.check_field(FORM.fields[2], "ada")
    assert problem is not None
    assert problem.field == "email"
    assert commenting.check_field(FORM.fields[2], "ada@example.org") is None


async def test_what_a_system_stores_less_of_than_its_form_says_is_a_problem(
    commenting: Commenting,
) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    (problem,) = commenting.problems(replace(draft, text="漢" * 30_000))
    assert (problem.field, problem.missing) == ("comment", False)


def _an_instance_that_has_ended() -> str:
    code = "from reader.storage.instances import this_instance; print(this_instance())"
    ran = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    return ran.stdout.strip()


async def test_what_an_editor_was_left_with_is_taken_back(
    commenting: Commenting, clock: Clock
) -> None:
    """The program was killed while the editor had the text."""
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    draft = await commenting.save(replace(draft, text="Begun here"))
    path = await commenting.lend(draft)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.write_text("Begun here, finished there.\n")
    assert await commenting.recover() == ()

    (path.parent / "owner").write_text(_an_instance_that_has_ended())
    clock.moment += timedelta(minutes=5)
    (back,) = await commenting.recover()
    assert (back.id, back.text) == (draft.id, "Begun here, finished there.")
    assert "Begun here" in [text for _, text in await commenting.history(draft.id)]
    assert await commenting.recover() == ()
    assert not path.exists()


async def test_what_an_editor_left_as_it_was_is_cleared_away(
    commenting: Commenting,
) -> None:
    draft = await commenting.draft_for(URL, "Mill Lane", FORM)
    draft = await commenting.save(replace(draft, text="As it was"))
    path = await commenting.lend(draft)
    assert await commenting.take_back(path, draft) == "As it was"
    assert not path.exists()
