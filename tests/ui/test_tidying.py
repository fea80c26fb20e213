"""What nobody needs any more is let go of, and no key waits for it."""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic
from typing import ClassVar
from weakref import ref

import pytest
from rich.style import Style
from textual.strip import Strip

from reader.ui import tidying
from reader.ui.app import ReaderApp
from ui.patience import sees


class Ring:
    """Something that refers to itself, which only the collector takes away."""

    alive: ClassVar[int] = 0

    def __init__(self) -> None:
        self.itself = self
        Ring.alive += 1

    def __del__(self) -> None:
        """Count."""
        Ring.alive -= 1


@contextmanager
def collecting() -> Iterator[None]:
    """Collect as the program does, and then as before."""
    threshold, callbacks = gc.get_threshold(), list(gc.callbacks)
    tidying.begin()
    try:
        yield
    finally:
        gc.set_threshold(*threshold)
        gc.callbacks[:] = callbacks
        tidying.collect_all()


def test_what_is_thrown_away_does_not_pile_up_while_one_is_at_the_keys() -> None:
    """What stood on the screen for a while goes too, a few collections of the young later."""
    with collecting():
        most, on_screen = 0, deque[Ring](maxlen=5_000)
        for _ in range(200_000):
            on_screen.append(Ring())
            most = max(most, Ring.alive)
        on_screen.clear()
    # Half of it, at the most: how much a collection leaves is the machine's affair.
    assert most < 120_000


def test_a_collection_is_never_long() -> None:
    """Where much has outlived one, the next does not look at it."""
    with collecting():
        kept = [[number] for number in range(100_000)]
        gc.collect()
        assert len(gc.get_objects()) < len(kept) / 4


def test_what_nobody_refers_to_goes_once_nobody_is_at_the_keys() -> None:
    """Not before: to look at everything would keep a key waiting."""
    with collecting():
        tidy = tidying.Tidying()
        ring = Ring()
        known = ref(ring)
        kept = [[number] for number in range(tidying.MUCH + 1)]
        gc.collect()
        del ring
        tidy.tidy_up(monotonic())
        assert known() is not None
        tidy.tidy_up(monotonic() - 60)
        assert known() is None
    assert kept


def test_a_great_deal_does_not_wait_for_that() -> None:
    """Memory has its bounds, whoever is at the keys."""
    with collecting():
        tidy = tidying.Tidying()
        known = ref(ring := Ring())
        kept = [[number] for number in range(tidying.TOO_MUCH + 1)]
        gc.collect()
        del ring
        tidy.tidy_up(monotonic())
        assert known() is None
    assert kept


def test_a_look_at_everything_waits_until_it_is_worth_its_while() -> None:
    """What little was made since the last does not bring the next."""
    with collecting():
        tidy = tidying.Tidying()
        ring = Ring()
        known = ref(ring)
        gc.collect()
        del ring
        tidy.tidy_up(monotonic() - 60)
        assert known() is not None


def test_not_every_way_to_paint_is_remembered() -> None:
    """Text that says where it stands is painted in a way of its own, each piece of it."""
    for number in range(3_000):
        where = Style.from_meta({"offset": (0, number)})
        Strip.render_ansi(where, None)
    tidying.Tidying().tidy_up(monotonic())
    assert Strip.render_ansi.cache_info().currsize < 3_000


async def test_the_program_tidies_up(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By itself, every few seconds."""
    looked: list[float] = []
    monkeypatch.setattr(tidying, "EVERY", 0.05)
    monkeypatch.setattr(tidying.Tidying, "tidy_up", lambda _, at: looked.append(at))
    async with app.run_test() as pilot:
        await sees(pilot, "All articles")
        while not looked:
            await pilot.pause(0.02)


def test_nothing_that_another_thread_makes_is_broken_by_a_look() -> None:
    """A tuple that is half made bears no reference from elsewhere."""
    broken: list[SystemError] = []
    done = Event()

    def make() -> None:
        try:
            while not done.is_set():
                tuple((number,) for number in range(2_000))
        except SystemError as error:
            broken.append(error)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0001)
    desk = Thread(target=make)
    try:
        with collecting():
            tidy = tidying.Tidying()
            desk.start()
            for _ in range(2_000):
                tidy.tidy_up(monotonic())
            for _ in range(20):
                gc.collect()
            done.set()
            desk.join()
    finally:
        done.set()
        sys.setswitchinterval(interval)
    assert broken == []
