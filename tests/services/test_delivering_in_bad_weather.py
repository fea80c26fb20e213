"""A comment reaches its site once, whatever happens on the way."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.domain.delivery import Delivery, Seen, State
from reader.domain.errors import CannotKeep, CannotReach
from reader.services.delivering import Delivering, Waiting
from reader.storage import outbox
from servers.rooms import ADA, IMPATIENT, REMARK, Clock, House, house
from servers.weather import Way, Weather, somebody_else, way_to
from servers.wordpress import WordPress

LOST_BUT_STORED = [
    Weather.CUT_AFTER_STORING,
    Weather.HALF_AN_ANSWER,
    Weather.SILENT,
]
LOST_AND_NOT_STORED = [
    Weather.CUT_AT_ONCE,
    Weather.CUT_DURING,
    Weather.CUT_BEFORE_STORING,
    Weather.SILENT_BEFORE_STORING,
]


@pytest.fixture
async def way(wordpress: WordPress) -> AsyncIterator[Way]:
    async with way_to(wordpress) as opened:
        yield opened


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path / "library.db", limits=IMPATIENT) as opened:
        yield opened


@asynccontextmanager
async def away(site: WordPress) -> AsyncIterator[None]:
    """A while in which nothing answers on the site's port."""
    site.stop()
    try:
        yield
    finally:
        site.start()


async def _queued(rooms: House, site: WordPress, way: Way) -> Delivery:
    draft = await rooms.written(site.article(at=way.url))
    return await rooms.commenting.queue(draft)


async def _tried(rooms: House) -> Delivery:
    delivery = await rooms.delivering.deliver_next(impatient=True)
    assert delivery is not None
    return delivery


@pytest.mark.parametrize("weather", LOST_BUT_STORED)
async def test_a_comment_whose_answer_was_lost_is_found_at_the_site(
    rooms: House, wordpress: WordPress, way: Way, weather: Weather
) -> None:
    await _queued(rooms, wordpress, way)
    way.weather = weather

    delivery = await _tried(rooms)

    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    assert len(wordpress.comments()) == len(way.posts) == 1


@pytest.mark.parametrize("weather", LOST_AND_NOT_STORED)
async def test_a_comment_that_may_have_arrived_waits_for_a_person(
    rooms: House, wordpress: WordPress, way: Way, weather: Weather
) -> None:
    await _queued(rooms, wordpress, way)
    way.weather = weather

    delivery = await _tried(rooms)

    assert (delivery.state, delivery.tries) == (State.UNSURE, 1)
    assert "may have arrived" in delivery.words
    way.weather = Weather.FINE
    rooms.clock.pass_by(3600)
    assert await rooms.delivering.send_all() == ()
    assert len(await rooms.delivering.recover()) == 1
    assert wordpress.comments() == []


async def test_one_that_is_tried_again_because_a_person_says_so_stands_there_once(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    await _queued(rooms, wordpress, way)
    way.weather = Weather.CUT_DURING
    unsure = await _tried(rooms)
    way.weather = Weather.FINE

    delivery = await rooms.delivering.send(unsure.id)

    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    assert len(wordpress.comments()) == 1


async def test_a_second_try_that_finds_the_first_one_held_is_accepted(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    """What is held is shown to nobody; only the site's 409 says that it is there."""
    wordpress.reset(comment_moderation=1)
    await _queued(rooms, wordpress, way)
    way.weather = Weather.CUT_AFTER_STORING
    unsure = await _tried(rooms)
    assert unsure.state is State.UNSURE
    way.weather = Weather.FINE

    delivery = await rooms.delivering.send(unsure.id)

    assert delivery.state is State.ACCEPTED
    assert "earlier try" in delivery.words
    assert len(wordpress.comments()) == 1


async def test_one_that_was_approved_meanwhile_is_found_without_another_try(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    wordpress.reset(comment_moderation=1)
    await _queued(rooms, wordpress, way)
    way.weather = Weather.CUT_AFTER_STORING
    await _tried(rooms)
    (stored,) = wordpress.comments()
    wordpress.php(f"wp_set_comment_status({stored['id']}, 'approve');")

    assert await rooms.delivering.recover() == ()

    (delivery,) = await rooms.delivering.outbox()
    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    assert len(way.posts) == 1


async def test_an_answer_that_never_ends_has_answered(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    await _queued(rooms, wordpress, way)
    way.weather = Weather.ENDLESS
    delivery = await asyncio.wait_for(_tried(rooms), 20)
    assert delivery.state is State.ACCEPTED
    assert len(wordpress.comments()) == 1


async def test_a_site_that_is_away_keeps_the_comment_waiting(
    rooms: House, wordpress: WordPress
) -> None:
    draft = await rooms.written(wordpress.article())
    async with away(wordpress):
        await rooms.commenting.queue(draft)
        first = await _tried(rooms)
        second = await _tried(rooms)

        assert (second.state, second.tries) == (State.QUEUED, 0)
        assert second.words
        assert first.next is not None
        assert second.next is not None
        assert second.next - rooms.clock() > first.next - rooms.clock()
        assert await rooms.delivering.deliver_next() is None

    (delivery,) = await rooms.delivering.send_all()
    assert delivery.state is State.ACCEPTED
    assert len(wordpress.comments()) == 1


async def test_a_network_that_wants_a_sign_in_gets_nothing(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    await _queued(rooms, wordpress, way)
    way.portal = True

    delivery = await _tried(rooms)

    assert (delivery.state, delivery.tries) == (State.QUEUED, 0)
    assert "sign-in" in delivery.words
    assert way.posts == []


async def test_a_sign_in_page_instead_of_an_answer_settles_nothing(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    await _queued(rooms, wordpress, way)
    way.weather = Weather.PORTAL
    delivery = await _tried(rooms)
    assert delivery.state is State.UNSURE
    assert "Welcome to the station" in delivery.words


async def test_a_redirect_of_the_comment_itself_takes_the_address_nowhere(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    await _queued(rooms, wordpress, way)
    async with somebody_else() as (url, got):
        way.weather, way.elsewhere = Weather.RESENT_ELSEWHERE, url
        delivery = await _tried(rooms)

    assert delivery.state is State.REFUSED
    assert url in delivery.words
    assert got == []
    assert [one.text for one in await rooms.commenting.drafts()] == [REMARK]


async def test_two_comments_to_one_site_are_sent_fifteen_seconds_apart(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(test_flood_rule=1)
    for text in ("The first remark.", "The second remark."):
        await rooms.commenting.queue(await rooms.written(wordpress.article(), text))
    heard: list[Delivery | Waiting] = []

    sent = await rooms.delivering.send_all(progress=heard.append)

    assert [one.state for one in sent][:1] == [State.ACCEPTED]
    assert rooms.clock.slept[0] == 15
    assert isinstance(heard[1], Waiting)


async def test_a_wait_that_is_too_long_is_left_for_another_time(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(test_flood_rule=1)
    for number in range(8):
        await rooms.commenting.queue(
            await rooms.written(wordpress.article(), f"Remark number {number}.")
        )
    await rooms.delivering.send_all()
    assert 45 < sum(rooms.clock.slept) <= 60
    states = [one.state for one in await rooms.delivering.outbox()]
    assert states.count(State.QUEUED) >= 3


async def test_a_clock_that_jumps_back_does_not_stop_the_outbox(
    rooms: House, wordpress: WordPress
) -> None:
    await rooms.sent(wordpress.article(), "Before the clock was set.")
    await rooms.commenting.queue(await rooms.written(wordpress.article()))
    rooms.clock.pass_by(-86_400 * 400)
    (delivery,) = await rooms.delivering.send_all()
    assert delivery.state is State.ACCEPTED
    assert sum(rooms.clock.slept) <= 15


async def test_a_clock_that_jumps_ahead_sends_nothing_twice(
    rooms: House, way: Way, wordpress: WordPress
) -> None:
    """Neither what is being sent, nor what waits for the site's own reasons."""
    way.weather = Weather.CUT_AFTER_STORING
    await rooms.commenting.queue(await rooms.written(wordpress.article(at=way.url)))
    await rooms.delivering.send_all()
    way.weather = Weather.FINE
    rooms.clock.pass_by(86_400 * 400)
    await rooms.delivering.recover()
    await rooms.delivering.send_all()
    (delivery,) = await rooms.delivering.outbox()
    assert (delivery.state, delivery.tries) == (State.ACCEPTED, 1)
    assert len(way.posts) == len(wordpress.comments()) == 1


async def test_pressing_send_twice_sends_once(
    rooms: House, wordpress: WordPress
) -> None:
    draft = await rooms.written(wordpress.article())
    deliveries = [await rooms.commenting.queue(draft) for _ in range(2)]
    assert len({one.id for one in deliveries}) == 1
    await asyncio.gather(*(rooms.delivering.deliver_next() for _ in range(3)))
    await rooms.commenting.queue(draft)
    rooms.clock.pass_by(60)
    await rooms.delivering.send_all()
    assert len(wordpress.comments()) == 1


async def test_being_cancelled_while_sending_leaves_the_comment_unsure(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    await _queued(rooms, wordpress, way)
    way.weather = Weather.SILENT
    sending = asyncio.create_task(rooms.delivering.deliver_next())
    await asyncio.wait_for(way.arrived.wait(), 10)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending

    (delivery,) = await rooms.delivering.outbox()
    assert delivery.state is State.UNSURE
    assert await rooms.delivering.recover() == ()
    assert len(wordpress.comments()) == 1


async def test_a_verdict_that_cannot_be_written_down_is_not_forgotten(
    rooms: House,
    wordpress: WordPress,
    way: Way,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The disk fills up between the comment leaving and its answer."""

    def full(*_: object) -> Delivery:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    await _queued(rooms, wordpress, way)
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "settle", full)
        with pytest.raises(CannotKeep):
            await rooms.delivering.deliver_next()
    (delivery,) = await rooms.delivering.outbox()
    assert delivery.state is State.SENDING

    assert await rooms.delivering.deliver_next() is None

    (delivery,) = await rooms.delivering.outbox()
    assert delivery.state is State.ACCEPTED
    assert len(wordpress.comments()) == 1


SENDER = """
import asyncio, sys
from pathlib import Path
sys.path[:0] = {path!r}
from servers.rooms import house
async def main():
    async with house(Path(sys.argv[1])) as rooms:
        rooms.clock.pass_by(float(sys.argv[2]))
        await rooms.delivering.send_all()
        rooms.clock.pass_by(3600)
        await rooms.delivering.send_all()
asyncio.run(main())
"""


def _start_sender(library: Path, *, later: float = 0) -> subprocess.Popen[bytes]:
    """Another program that sends what is in the same outbox."""
    code = SENDER.format(path=[one for one in sys.path if one])
    return subprocess.Popen([sys.executable, "-c", code, str(library), str(later)])


@pytest.mark.parametrize(
    "outcome",
    [
        (Weather.SILENT, State.ACCEPTED, 1),
        (Weather.SILENT_BEFORE_STORING, State.UNSURE, 0),
    ],
)
async def test_a_program_that_is_killed_while_sending_leaves_no_doubt_unsaid(
    tmp_path: Path,
    wordpress: WordPress,
    way: Way,
    outcome: tuple[Weather, State, int],
) -> None:
    weather, state, stored = outcome
    library = tmp_path / "library.db"
    async with house(library) as rooms:
        await _queued(rooms, wordpress, way)
    way.weather = weather
    sender = _start_sender(library)
    await asyncio.wait_for(way.arrived.wait(), 30)
    sender.send_signal(signal.SIGKILL)
    sender.wait()

    async with house(library) as rooms:
        (left,) = await rooms.delivering.outbox()
        assert left.state is State.SENDING
        await rooms.delivering.recover()
        (delivery,) = await rooms.delivering.outbox()

    assert delivery.state is state
    assert len(way.posts) == 1
    assert len(wordpress.comments()) == stored


async def test_what_a_running_program_is_sending_is_left_to_it(
    tmp_path: Path, wordpress: WordPress, way: Way
) -> None:
    library = tmp_path / "library.db"
    async with house(library) as rooms:
        await _queued(rooms, wordpress, way)
    way.weather = Weather.SILENT
    sender = _start_sender(library)
    try:
        await asyncio.wait_for(way.arrived.wait(), 30)
        async with house(library) as rooms:
            assert await rooms.delivering.recover() == ()
            assert await rooms.delivering.send_all() == ()
            (delivery,) = await rooms.delivering.outbox()
            assert delivery.state is State.SENDING
    finally:
        sender.kill()
        sender.wait()


async def test_two_programs_that_send_at_once_send_each_comment_once(
    tmp_path: Path, wordpress: WordPress
) -> None:
    library = tmp_path / "library.db"
    texts = [f"Remark number {number}, for the record." for number in range(6)]
    async with house(library) as rooms:
        for text in texts:
            await rooms.commenting.queue(await rooms.written(wordpress.article(), text))
    senders = [_start_sender(library, later=offset) for offset in (0, 7)]
    for sender in senders:
        assert await asyncio.to_thread(sender.wait, 60) == 0

    async with house(library, clock=Clock()) as rooms:
        rooms.clock.pass_by(86_400)
        await rooms.delivering.send_all()
        states = {one.state for one in await rooms.delivering.outbox()}

    assert states == {State.ACCEPTED}
    assert sorted(one["text"] for one in wordpress.comments()) == texts


async def test_a_comment_by_another_reader_in_the_same_words_is_not_taken_for_ours(
    rooms: House, wordpress: WordPress, way: Way
) -> None:
    await _queued(rooms, wordpress, way)
    wordpress.php(
        f"wp_insert_comment(['comment_post_ID' => {wordpress.posts['main']},"
        f" 'comment_author' => 'Somebody Else', 'comment_content' => '{REMARK}',"
        " 'comment_approved' => 1]);"
    )
    way.weather = Weather.CUT_BEFORE_STORING
    delivery = await _tried(rooms)
    assert delivery.state is State.UNSURE
    assert ADA.name != "Somebody Else"


async def test_a_site_that_is_asked_for_a_page_while_it_is_away_says_so(
    rooms: House, wordpress: WordPress
) -> None:
    async with away(wordpress):
        with pytest.raises(CannotReach):
            await rooms.discussion(wordpress.article())


async def test_what_waits_goes_by_itself_once_there_is_a_network_again(
    rooms: House, wordpress: WordPress
) -> None:
    """Without waiting until we would try again; it is sent once."""
    draft = await rooms.written(wordpress.article())
    await rooms.commenting.queue(draft)
    online = True
    delivering = Delivering(
        rooms.database,
        rooms.web,
        rooms.desk,
        rooms.clock,
        online=lambda: online,
        accounts=rooms.accounts,
    )
    wordpress.stop()
    (tried,) = await delivering.send_by_itself()
    assert tried.state is State.QUEUED
    online = False
    assert await delivering.send_by_itself() == ()
    wordpress.start()
    assert await delivering.send_by_itself() == ()
    online = True
    (sent,) = await delivering.send_by_itself()
    assert (sent.state, sent.tries) == (State.ACCEPTED, 1)
    assert len(wordpress.comments()) == 1
