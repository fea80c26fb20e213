"""The outbox: none lost, none sent twice."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from reader.domain.comment import Draft
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.errors import CannotSend, NotFound
from reader.storage import drafts, outbox, waiting
from reader.storage.instances import is_running, this_instance
from reader.storage.outbox import Destination
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NEWS = Destination("news.example", timedelta(seconds=15))
BLOG = Destination("blog.example", timedelta(0))


def empty() -> sqlite3.Connection:
    """A library with nothing in it."""
    return empty_library()


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(empty()) as opened:
        yield opened


@pytest.fixture(scope="module")
def running() -> Iterator[str]:
    """Another program that runs, as it names itself."""
    code = (
        "from reader.storage.instances import this_instance;"
        "print(this_instance(), flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        yield program.stdout.readline().strip()
        program.communicate("\n")


@pytest.fixture(scope="module")
def ended() -> str:
    """Another program that has ended, as it named itself."""
    code = "from reader.storage.instances import this_instance; print(this_instance())"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def written(db: sqlite3.Connection, text: str = "A remark.") -> Draft:
    draft = drafts.begin(db, url="https://news.example/", article="News", now=NOW)
    return drafts.save(db, replace(draft, text=text), NOW)


def put(
    db: sqlite3.Connection, to: Destination = NEWS, text: str = "A remark."
) -> Delivery:
    return outbox.put(db, written(db, text), to, NOW)


def sending(
    db: sqlite3.Connection, delivery: Delivery, now: datetime = NOW
) -> Delivery:
    assert outbox.reserve(db, now, only=delivery.id) is not None
    claimed = outbox.claim(db, delivery.id, delivery.draft, NEWS, now)
    assert claimed is not None
    return claimed


def settled(
    db: sqlite3.Connection, state: State, *, text: str = "A remark."
) -> Delivery:
    delivery = sending(db, put(db, text=text))
    return outbox.settle(db, delivery.id, Verdict(state=state, words="So."), NOW)


def test_what_is_handed_over_is_no_longer_a_draft_on_the_desk(
    db: sqlite3.Connection,
) -> None:
    delivery = put(db)
    assert delivery.state is State.QUEUED
    assert drafts.every(db) == ()
    assert waiting.deliveries(db) == 1


@pytest.mark.parametrize(
    "state", [State.SENDING, State.ACCEPTED, State.HELD, State.UNSURE]
)
def test_what_the_site_has_or_may_have_is_not_handed_over_again(
    db: sqlite3.Connection, state: State
) -> None:
    delivery = sending(db, put(db)) if state is State.SENDING else settled(db, state)
    again = outbox.put(db, delivery.draft, NEWS, after(60))
    assert again == delivery


def test_what_was_refused_starts_anew_with_what_it_says_now(
    db: sqlite3.Connection,
) -> None:
    delivery = settled(db, State.REFUSED)
    (draft,) = drafts.every(db)
    changed = drafts.save(db, replace(draft, text="Kinder."), after(5))
    again = outbox.put(db, changed, NEWS, after(6))
    assert (again.id, again.state, again.draft.text) == (
        delivery.id,
        State.QUEUED,
        "Kinder.",
    )
    assert len(outbox.every(db)) == 1


def test_the_oldest_goes_first(db: sqlite3.Connection) -> None:
    first, second = put(db, BLOG), put(db, BLOG)
    for expected in (first, second):
        taken = outbox.reserve(db, NOW)
        assert taken is not None
        assert taken.id == expected.id
        outbox.claim(db, taken.id, taken.draft, BLOG, NOW)
        outbox.settle(db, taken.id, Verdict(state=State.ACCEPTED), NOW)
    assert outbox.reserve(db, NOW) is None


def test_a_claim_counts_as_a_try(db: sqlite3.Connection) -> None:
    claimed = sending(db, put(db))
    assert (claimed.state, claimed.tries) == (State.SENDING, 1)


def test_a_reservation_alone_is_no_try(db: sqlite3.Connection) -> None:
    reserved = outbox.reserve(db, put(db).queued)
    assert reserved is not None
    assert (reserved.state, reserved.tries) == (State.QUEUED, 0)


def test_the_next_for_the_same_host_waits_its_spacing(db: sqlite3.Connection) -> None:
    first = put(db)
    put(db)
    outbox.settle(db, sending(db, first).id, Verdict(state=State.ACCEPTED), after(0.2))
    assert outbox.reserve(db, after(14)) is None
    assert outbox.next_due(db, after(14)) == after(15)
    assert outbox.reserve(db, after(15)) is not None


def test_another_host_need_not_wait(db: sqlite3.Connection) -> None:
    first = put(db)
    other = put(db, BLOG)
    outbox.settle(db, sending(db, first).id, Verdict(state=State.ACCEPTED), NOW)
    taken = outbox.reserve(db, after(1))
    assert taken is not None
    assert taken.id == other.id


@pytest.mark.parametrize("back", [1, 60, 86_400 * 1000])
def test_a_clock_that_was_set_back_delays_nothing_for_long(
    db: sqlite3.Connection, back: float
) -> None:
    settled(db, State.ACCEPTED)
    put(db)
    due = outbox.next_due(db, after(-back))
    assert due is not None
    assert due <= after(-back) + timedelta(seconds=30)


def test_a_site_that_asks_for_patience_gets_it_from_a_person_too(
    db: sqlite3.Connection,
) -> None:
    delivery = sending(db, put(db))
    back = outbox.settle(
        db, delivery.id, Verdict(state=State.QUEUED, words="Slow.", wait=90), NOW
    )
    assert (back.state, back.next, back.asked) == (State.QUEUED, after(90), True)
    assert outbox.reserve(db, after(60), impatient=True) is None
    assert outbox.reserve(db, after(90)) is not None


def _minutes(failures: int) -> timedelta:
    return timedelta(minutes=failures)


def test_a_person_need_not_wait_until_we_would_try_by_ourselves(
    db: sqlite3.Connection,
) -> None:
    delivery = put(db)
    for failures in (1, 2, 3):
        outbox.reserve(db, NOW, only=delivery.id, impatient=True)
        back = outbox.postpone(db, delivery.id, "No network.", NOW, back_off=_minutes)
        assert back.next == NOW + timedelta(minutes=failures)
        assert (back.state, back.tries, back.words) == (
            State.QUEUED,
            0,
            "No network.",
        )
    assert outbox.reserve(db, after(60)) is None
    assert outbox.reserve(db, after(60), impatient=True) is not None


def test_a_try_of_which_nothing_left_is_no_try(db: sqlite3.Connection) -> None:
    delivery = sending(db, put(db))
    back = outbox.postpone(
        db, delivery.id, "Refused to connect.", NOW, back_off=_minutes
    )
    assert (back.state, back.tries, back.doubtful) == (State.QUEUED, 0, False)


def test_a_wait_that_only_a_wrong_clock_could_have_written_is_none(
    db: sqlite3.Connection,
) -> None:
    delivery = put(db)
    outbox.postpone(
        db, delivery.id, "No network.", after(86_400 * 900), back_off=_minutes
    )
    assert outbox.reserve(db, NOW) is not None


def test_what_was_left_behind_while_sending_becomes_unsure(
    db: sqlite3.Connection, ended: str
) -> None:
    delivery = sending(db, put(db))
    db.execute("UPDATE outbox SET owner = ?", (ended,))
    (left,) = outbox.mark_interrupted(db, after(1))
    assert (left.id, left.state, left.doubtful) == (delivery.id, State.UNSURE, True)
    assert outbox.reserve(db, after(3600)) is None


def test_what_a_running_program_is_sending_is_left_alone(
    db: sqlite3.Connection, running: str
) -> None:
    sending(db, put(db))
    db.execute("UPDATE outbox SET owner = ?", (running,))
    assert outbox.mark_interrupted(db, after(60)) == ()


def test_a_claim_older_than_any_attempt_is_left_over(
    db: sqlite3.Connection, running: str
) -> None:
    sending(db, put(db))
    db.execute("UPDATE outbox SET owner = ?", (running,))
    assert len(outbox.mark_interrupted(db, after(3600))) == 1


def test_a_reservation_of_a_running_program_holds_the_whole_host(
    db: sqlite3.Connection, running: str
) -> None:
    taken = put(db)
    put(db)
    other = put(db, BLOG)
    outbox.reserve(db, NOW, only=taken.id)
    db.execute("UPDATE outbox SET owner = ? WHERE id = ?", (running, taken.id))
    free = outbox.reserve(db, after(1))
    assert free is not None
    assert free.id == other.id


def test_a_reservation_ends_with_its_program(
    db: sqlite3.Connection, ended: str
) -> None:
    delivery = put(db)
    outbox.reserve(db, NOW)
    db.execute("UPDATE outbox SET owner = ?", (ended,))
    taken = outbox.reserve(db, after(1))
    assert taken is not None
    assert taken.id == delivery.id


def test_what_was_discarded_while_its_form_was_fetched_is_not_sent(
    db: sqlite3.Connection,
) -> None:
    delivery = put(db)
    outbox.reserve(db, NOW)
    outbox.discard(db, delivery.id, NOW)
    assert outbox.claim(db, delivery.id, delivery.draft, NEWS, NOW) is None


def test_what_was_taken_back_while_its_form_was_fetched_is_not_sent(
    db: sqlite3.Connection,
) -> None:
    delivery = put(db)
    outbox.reserve(db, NOW)
    draft = outbox.take_back(db, delivery.id, NOW)
    assert outbox.claim(db, delivery.id, delivery.draft, NEWS, NOW) is None
    assert [one.id for one in drafts.every(db)] == [draft.id]


def test_what_another_program_took_over_is_not_claimed(
    db: sqlite3.Connection, running: str
) -> None:
    delivery = put(db)
    outbox.reserve(db, NOW)
    db.execute("UPDATE outbox SET owner = ?", (running,))
    assert outbox.claim(db, delivery.id, delivery.draft, NEWS, NOW) is None


def test_a_reservation_that_is_let_go_is_anybodys(db: sqlite3.Connection) -> None:
    delivery = put(db)
    outbox.reserve(db, NOW)
    outbox.let_go(db, delivery.id)
    assert db.execute("SELECT owner FROM outbox").fetchone() == (None,)


def test_a_refusal_gives_the_draft_back(db: sqlite3.Connection) -> None:
    delivery = settled(db, State.REFUSED)
    assert [one.id for one in drafts.every(db)] == [delivery.draft.id]
    assert outbox.find(db, delivery.id).words == "So."


def test_a_draft_that_comes_back_before_sending_has_its_form_as_it_is_now(
    db: sqlite3.Connection,
) -> None:
    delivery = put(db)
    now = replace(delivery.draft, fields={"town": ""})
    back = outbox.come_back(db, delivery.id, now, "Your town is required.", after(1))
    assert (back.state, back.words) == (State.REFUSED, "Your town is required.")
    assert drafts.find(db, now.id).fields == {"town": ""}
    assert back.draft.fields == {"town": ""}


def test_a_person_can_retry_what_is_unsure(db: sqlite3.Connection) -> None:
    delivery = settled(db, State.UNSURE)
    again = outbox.retry(db, delivery.id, after(60))
    assert (again.state, again.doubtful) == (State.QUEUED, True)


def test_other_words_are_another_comment(db: sqlite3.Connection) -> None:
    """The site's 409 to them would not say that the lost ones got through."""
    delivery = settled(db, State.UNSURE)
    outbox.retry(db, delivery.id, after(60))
    back = outbox.settle(
        db,
        sending(db, delivery, after(61)).id,
        Verdict(state=State.REFUSED),
        after(62),
    )
    assert back.doubtful
    same = outbox.put(db, back.draft, NEWS, after(63))
    assert same.doubtful
    other = replace(back.draft, text="Quite another remark.")
    outbox.settle(db, same.id, Verdict(state=State.REFUSED), after(64))
    assert not outbox.put(db, other, NEWS, after(65)).doubtful


def test_a_retry_of_what_was_refused_sends_what_the_draft_says_now(
    db: sqlite3.Connection,
) -> None:
    delivery = settled(db, State.REFUSED)
    drafts.save(db, replace(delivery.draft, text="Kinder."), after(5))
    assert outbox.retry(db, delivery.id, after(6)).draft.text == "Kinder."
    assert drafts.every(db) == ()


@pytest.mark.parametrize("state", [State.SENDING, State.ACCEPTED, State.HELD])
def test_what_is_under_way_or_there_is_not_retried(
    db: sqlite3.Connection, state: State
) -> None:
    delivery = sending(db, put(db)) if state is State.SENDING else settled(db, state)
    with pytest.raises(CannotSend):
        outbox.retry(db, delivery.id, NOW)


@pytest.mark.parametrize("state", [State.UNSURE, State.ACCEPTED, State.HELD])
def test_writing_on_what_the_site_may_have_is_writing_on_a_copy(
    db: sqlite3.Connection, state: State
) -> None:
    delivery = settled(db, state)
    copy = outbox.take_back(db, delivery.id, after(9))
    assert copy.id != delivery.draft.id
    assert copy.text == delivery.draft.text
    assert outbox.find(db, delivery.id).state is state


def test_what_is_being_sent_is_neither_discarded_nor_taken_back(
    db: sqlite3.Connection,
) -> None:
    delivery = sending(db, put(db))
    with pytest.raises(CannotSend):
        outbox.discard(db, delivery.id, NOW)
    with pytest.raises(CannotSend):
        outbox.take_back(db, delivery.id, NOW)


@pytest.mark.parametrize(
    "state",
    [State.QUEUED, State.REFUSED, State.UNSURE, State.ACCEPTED, State.HELD],
)
def test_what_was_discarded_can_be_taken_out_of_the_bin(
    db: sqlite3.Connection, state: State
) -> None:
    delivery = put(db) if state is State.QUEUED else settled(db, state)
    on_the_desk = drafts.every(db)
    outbox.discard(db, delivery.id, after(1))
    assert outbox.every(db) == ()
    assert waiting.deliveries(db) == 0
    assert outbox.reserve(db, after(60)) is None
    assert outbox.restore(db, delivery.id) == delivery
    assert outbox.every(db) == (delivery,)
    assert drafts.every(db) == on_the_desk


def test_what_is_settled_is_remembered(db: sqlite3.Connection) -> None:
    delivery = sending(db, put(db))
    verdict = Verdict(
        state=State.ACCEPTED,
        words="Thank you.",
        permalink="https://news.example/#comment-7",
        comment_id="7",
        seen=Seen.PUBLIC,
    )
    outbox.settle(db, delivery.id, verdict, after(1))
    (found,) = outbox.every(db)
    assert (found.words, found.permalink, found.comment_id, found.seen) == (
        verdict.words,
        verdict.permalink,
        verdict.comment_id,
        verdict.seen,
    )


def test_a_delivery_that_is_not_there_is_not_found(db: sqlite3.Connection) -> None:
    with pytest.raises(NotFound, match="no comment 99"):
        outbox.find(db, 99)
    with pytest.raises(NotFound):
        outbox.postpone(db, 99, "", NOW, back_off=_minutes)


def test_this_program_runs_as_far_as_it_can_tell() -> None:
    assert is_running(this_instance())


def test_a_program_that_got_the_same_number_later_is_another(running: str) -> None:
    boot, number, started = running.split(" ")
    assert is_running(running)
    if started != "-":
        assert not is_running(f"{boot} {number} {int(started) - 1}")
    assert not is_running(f"another-boot {number} {started}")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")
def test_a_program_that_was_killed_and_not_waited_for_runs_no_more() -> None:
    """In a container nobody may ever ask how it ended."""
    name = "from reader.storage.instances import this_instance as name; print(name())"
    command = [sys.executable, "-c", f"{name}; input()"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        instance = other.stdout.readline().strip()
        assert is_running(instance)
        other.kill()
        os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
        assert not is_running(instance)


class Outbox(RuleBasedStateMachine):
    """Whatever is done in whatever order, no comment leaves twice by itself."""

    @initialize()
    def begin(self) -> None:
        self.db = empty()
        self.now = NOW
        self.left: dict[int, int] = {}
        self.allowed: dict[int, int] = {}
        self.claimed: Delivery | None = None

    @rule()
    def hand_over(self) -> None:
        delivery = put(self.db)
        self.allowed[delivery.id] = 1

    @rule()
    def hand_over_again(self) -> None:
        for delivery in outbox.every(self.db):
            before = delivery.state
            again = outbox.put(self.db, delivery.draft, NEWS, self.now)
            if before is State.REFUSED and again.state is State.QUEUED:
                self.allowed[delivery.id] += 1

    @rule()
    def wait(self) -> None:
        self.now += timedelta(seconds=20)

    @precondition(lambda self: self.claimed is None)
    @rule()
    def send(self) -> None:
        delivery = outbox.reserve(self.db, self.now)
        if delivery is not None:
            self.claimed = outbox.claim(
                self.db, delivery.id, delivery.draft, NEWS, self.now
            )
            assert self.claimed is not None
            self.left[delivery.id] = self.left.get(delivery.id, 0) + 1

    @precondition(lambda self: self.claimed is not None)
    @rule()
    def be_killed(self) -> None:
        self.db.execute("UPDATE outbox SET owner = 'x 1 1' WHERE state = 'sending'")
        outbox.mark_interrupted(self.db, self.now)
        self.claimed = None

    @precondition(lambda self: self.claimed is not None)
    @rule()
    def be_accepted(self) -> None:
        self._settle(State.ACCEPTED)

    @precondition(lambda self: self.claimed is not None)
    @rule()
    def be_refused(self) -> None:
        self._settle(State.REFUSED)

    @precondition(lambda self: self.claimed is not None)
    @rule()
    def lose_the_answer(self) -> None:
        self._settle(State.UNSURE)

    @precondition(lambda self: self.claimed is not None)
    @rule()
    def not_get_through(self) -> None:
        assert self.claimed is not None
        outbox.postpone(self.db, self.claimed.id, "Away.", self.now, back_off=_minutes)
        self.left[self.claimed.id] -= 1
        self.claimed = None

    @rule()
    def ask_a_person(self) -> None:
        for delivery in outbox.in_state(self.db, State.UNSURE):
            outbox.retry(self.db, delivery.id, self.now)
            self.allowed[delivery.id] += 1

    @rule()
    def discard(self) -> None:
        for delivery in outbox.in_state(self.db, State.QUEUED)[:1]:
            outbox.discard(self.db, delivery.id, self.now)

    @invariant()
    def none_leaves_more_often_than_a_person_said(self) -> None:
        for number, times in self.left.items():
            assert times <= self.allowed[number]
            assert outbox.find(self.db, number).tries == times

    @invariant()
    def none_is_lost(self) -> None:
        for number in self.allowed:
            assert outbox.find(self.db, number).draft.text == "A remark."

    def teardown(self) -> None:
        self.db.close()

    def _settle(self, state: State) -> None:
        assert self.claimed is not None
        outbox.settle(self.db, self.claimed.id, Verdict(state=state), self.now)
        self.claimed = None


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(max_examples=40, deadline=None)
