"""What is made of a comment by a server that answers as Remark42 does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.delivery import Seen, State
from reader.domain.identity import Identity
from reader.services.looking import look_for
from servers.remark42 import Remark42, remark42
from servers.rooms import ADA, REMARK, House, house


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[Remark42]:
    with remark42() as running:
        yield running


async def test_a_comment_is_accepted_and_stands_in_the_thread(
    rooms: House, server: Remark42
) -> None:
    delivery = await rooms.sent(server.article)
    answer = await rooms.sent(server.article, "So do I.", reply_to=delivery.comment_id)

    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    assert (answer.state, answer.seen) == (State.ACCEPTED, Seen.PUBLIC)
    first, second = server.comments
    assert (first["orig"], first["user"]["name"]) == (REMARK, ADA.name)
    assert first["locator"] == {"site": "tides", "url": server.article}
    assert second["pid"] == first["id"]
    thread = await rooms.threads.fetch(server.article)
    assert [one.text for one in thread.comments] == [REMARK, "So do I."]
    assert thread.depths == (0, 1)
    assert thread.comments[0].published is not None


async def test_where_one_has_to_sign_in_the_draft_is_for_the_browser(
    rooms: House, server: Remark42
) -> None:
    """Told before it is written, and again if it has come to be so since."""
    draft = await rooms.written(server.article)
    await rooms.commenting.queue(draft)
    server.providers = ["github"]

    tried = await rooms.delivering.deliver_next()
    assert tried is not None
    assert (tried.state, tried.tries) == (State.REFUSED, 0)
    assert "sign in" in tried.words
    assert server.comments == []
    (back,) = await rooms.commenting.drafts()
    assert (back.text, back.form) == (REMARK, None)

    found = await rooms.discussion(server.article)
    assert await rooms.accounts.form_under(found) is None
    assert found.hand_over == f"{server.article}#remark42"


async def test_a_name_that_is_not_taken_is_named(
    rooms: House, server: Remark42
) -> None:
    odd = await rooms.written(server.article, identity=Identity(name="A. M."))
    (problem,) = rooms.commenting.problems(odd)
    assert problem.field == "user"
    refused = await rooms.sent_unchecked(odd)
    assert refused.state is State.REFUSED
    assert "incorrect user" in refused.words
    assert server.comments == []


async def test_a_post_that_takes_no_more_says_so(
    rooms: House, server: Remark42
) -> None:
    server.read_only = True
    delivery = await rooms.sent(server.article)
    assert delivery.state is State.REFUSED
    assert delivery.words == "old post, read-only: rejected"


async def test_a_lost_answer_is_found_in_the_thread(
    rooms: House, server: Remark42
) -> None:
    delivery = await rooms.sent(server.article)
    lost = replace(delivery, comment_id=None, seen=None, state=State.UNSURE)
    sighting = await look_for(rooms.web, rooms.desk, lost, Seen.PUBLIC)
    assert (sighting.seen, sighting.comment_id) == (Seen.PUBLIC, delivery.comment_id)
