"""What each answer of a real Isso makes of a comment."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from reader.domain.delivery import Seen, State
from reader.domain.errors import CannotSend
from reader.domain.identity import Identity
from servers.fixtures import say_why_not
from servers.isso import Isso, isso
from servers.packages import CannotStart
from servers.rooms import ADA, REMARK, House, house

Start = Callable[..., Isso]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts an Isso with settings."""
    with ExitStack() as stack:

        def begin(opening: Callable[..., AbstractContextManager[Isso]]) -> Isso:
            try:
                return stack.enter_context(opening())
            except CannotStart as error:
                say_why_not(error)
                raise

        yield lambda **settings: begin(partial(isso, tmp_path, **settings))


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path / "library.db") as opened:
        yield opened


async def test_a_comment_is_accepted_and_public(rooms: House, start: Start) -> None:
    site = start()
    delivery = await rooms.sent(site.article)
    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    (stored,) = site.comments()
    assert (stored["text"], stored["author"]) == (REMARK, ADA.name)


async def test_a_server_elsewhere_is_asked_about(rooms: House, start: Start) -> None:
    draft = await rooms.written(start().article)
    with pytest.raises(CannotSend) as refusal:
        await rooms.commenting.queue(draft)
    assert refusal.value.ask


async def test_a_moderated_comment_is_held(rooms: House, start: Start) -> None:
    site = start(moderation=True)
    delivery = await rooms.sent(site.article)
    assert (delivery.state, delivery.seen) == (State.HELD, Seen.HELD)
    assert site.comments() == []


@pytest.mark.parametrize(
    ("settings", "identity", "words"),
    [
        ({"require_author": True}, Identity(), "author address required"),
        ({"require_email": True}, Identity(name="Ada"), "email address required"),
    ],
    ids=["name", "e-mail"],
)
async def test_what_the_server_wants_and_the_page_does_not_say_is_refused_in_its_words(
    rooms: House,
    start: Start,
    settings: dict[str, bool],
    identity: Identity,
    words: str,
) -> None:
    site = start(**settings)
    delivery = await rooms.sent(site.article, identity=identity)
    assert delivery.state is State.REFUSED
    assert words in delivery.words
    assert [one.text for one in await rooms.commenting.drafts()] == [REMARK]


async def test_two_letters_are_too_few(rooms: House, start: Start) -> None:
    draft = await rooms.written(start().article, "ok")
    (problem,) = rooms.commenting.problems(draft)
    assert "3 characters" in problem.words
    refused = await rooms.sent_unchecked(draft)
    assert refused.state is State.REFUSED
    assert "text is too short" in refused.words


async def test_a_blank_comment_is_refused(rooms: House, start: Start) -> None:
    draft = await rooms.written(start().article, " ")
    refused = await rooms.sent_unchecked(draft)
    assert refused.state is State.REFUSED
    assert "text is missing" in refused.words


async def test_more_than_the_server_stores_is_too_much(
    rooms: House, start: Start
) -> None:
    draft = await rooms.written(start().article, "d" * 65_536)
    assert rooms.commenting.problems(draft)
    refused = await rooms.sent_unchecked(draft)
    assert refused.state is State.REFUSED
    assert "text is too long" in refused.words


async def test_a_comment_to_no_thread_is_refused(rooms: House, start: Start) -> None:
    draft = await rooms.written(start().article)
    assert draft.form is not None
    nowhere = replace(draft.form, action=draft.form.action.partition("?")[0])
    refused = await rooms.sent_unchecked(replace(draft, form=nowhere))
    assert refused.state is State.REFUSED
    assert "missing uri" in refused.words


async def test_an_answer_to_oneself_waits_until_the_first_is_settled(
    rooms: House, start: Start
) -> None:
    """The server refuses it while what it answers can still be changed."""
    site = start(reply_to_self=False)
    first = await rooms.sent(site.article, "The first one.")
    answer = await rooms.sent(site.article, "And more.", reply_to=first.comment_id)
    assert answer.state is State.REFUSED
    assert "edit time frame" in answer.words
    assert [one.text for one in await rooms.commenting.drafts()] == ["And more."]


async def test_a_third_comment_in_a_minute_waits(rooms: House, start: Start) -> None:
    site = start(ratelimit=2)
    for text in ("The first one.", "The second one."):
        await rooms.sent(site.article, text)
    delivery = await rooms.sent(site.article, "The third one.")
    assert (delivery.state, delivery.asked) == (State.QUEUED, True)
    assert "ratelimit exceeded" in delivery.words


async def test_more_comments_than_the_thread_takes_of_one_person_are_refused(
    rooms: House, start: Start
) -> None:
    site = start(direct_reply=1)
    await rooms.sent(site.article, "The first one.")
    delivery = await rooms.sent(site.article, "The second one.")
    assert delivery.state is State.REFUSED
    assert "direct responses" in delivery.words


async def test_a_reply_stands_under_what_it_answers(rooms: House, start: Start) -> None:
    site = start()
    await rooms.sent(site.article, "A question?", identity=replace(ADA, name="Bea"))
    (question,) = site.comments()
    delivery = await rooms.sent(site.article, reply_to=str(question["id"]))
    assert delivery.state is State.ACCEPTED
    (question,) = site.comments()
    assert [one["text"] for one in question["replies"]] == [REMARK]


async def test_a_thread_is_told_by_the_server(rooms: House, start: Start) -> None:
    site = start()
    await rooms.sent(site.article, "A question?", identity=replace(ADA, name="Bea"))
    (question,) = site.comments()
    await rooms.sent(site.article, reply_to=str(question["id"]))

    first, second = (await rooms.threads.fetch(site.article)).comments

    assert (first.author, first.text, first.parent) == ("Bea", "A question?", None)
    assert (second.text, second.parent) == (REMARK, first.id)


async def test_a_held_comment_is_shown_to_its_author(
    rooms: House, start: Start
) -> None:
    site = start(moderation=True)
    await rooms.sent(site.article)

    thread = await rooms.threads.fetch(site.article)

    (held,) = thread.comments
    assert (held.held, held.text, held.author) == (True, REMARK, ADA.name)
    assert thread.own == {held.id}


async def test_a_comment_that_was_deleted_is_seen_to_be_gone(
    rooms: House, start: Start
) -> None:
    site = start()
    delivery = await rooms.sent(site.article)
    assert (await rooms.threads.fetch(site.article)).own == {delivery.comment_id}
    site.forget()

    await rooms.threads.fetch(site.article)

    (now,) = await rooms.delivering.outbox()
    assert (now.state, now.seen) == (State.ACCEPTED, Seen.GONE)


async def test_what_was_typed_is_kept_as_it_was_typed(
    rooms: House, start: Start
) -> None:
    site = start()
    text = "a < b & c > d — “curly”, 漢字 🌊\n\n> quoted"
    await rooms.sent(site.article, text)
    assert [one["text"] for one in site.comments()] == [text]


async def test_a_lost_answer_is_found_before_anything_is_sent_again(
    rooms: House, start: Start
) -> None:
    """Isso takes the same comment twice without a word."""
    site = start()
    sent = await rooms.sent(site.article)
    await rooms.database.run(_forget, sent.id)
    delivery = await rooms.sent_again(sent)
    assert (delivery.state, delivery.tries) == (State.ACCEPTED, 1)
    assert len(site.comments()) == 1


def _forget(db: object, delivery_id: int) -> None:
    """Leave a delivery as it is when its answer was lost."""
    import sqlite3

    assert isinstance(db, sqlite3.Connection)
    db.execute(
        "UPDATE outbox SET state = 'unsure', doubtful = 1, comment_id = NULL,"
        " seen = NULL WHERE id = ?",
        (delivery_id,),
    )
