"""Comments as a tree."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.domain.comment import Comment
from reader.domain.thread import Thread, in_reading_order

NOON = datetime(2020, 6, 27, 12, tzinfo=UTC)


def comment(number: str, parent: str | None = None, *, held: bool = False) -> Comment:
    return Comment(id=number, text="So.", author="Ada", parent=parent, held=held)


def thread(*pairs: tuple[str, str | None], deepest: int | None = None) -> Thread:
    comments = in_reading_order(comment(*pair) for pair in pairs)
    return Thread(comments=comments, fetched=NOON, deepest=deepest)


@pytest.mark.parametrize(
    ("pairs", "order", "depths"),
    [
        ([("1", None), ("2", None), ("3", "1")], "132", (0, 1, 0)),
        ([("1", None), ("2", "1"), ("3", "1"), ("4", "2")], "1243", (0, 1, 2, 1)),
        ([("1", "9"), ("2", "1")], "12", (0, 1)),
        ([("2", "1"), ("1", None)], "12", (0, 1)),
        ([("1", "2"), ("2", "1"), ("3", None)], "312", (0, 0, 1)),
        ([("1", "1")], "1", (0,)),
        ([("1", None), ("1", "2")], "1", (0,)),
        ([], "", ()),
    ],
)
def test_each_comment_stands_under_the_one_it_answers(
    pairs: list[tuple[str, str | None]], order: str, depths: tuple[int, ...]
) -> None:
    found = thread(*pairs)
    assert "".join(one.id for one in found.comments) == order
    assert found.depths == depths


def test_a_chain_without_end_is_put_in_order_in_no_time() -> None:
    pairs = [(str(one), str(one - 1)) for one in range(20_000)]
    assert thread(*pairs).depths[-1] == 19_999


@pytest.mark.parametrize(
    ("deepest", "answered"),
    [(None, "3"), (5, "3"), (4, "3"), (3, "2"), (2, "1"), (1, None), (0, None)],
)
def test_an_answer_goes_as_deep_as_the_site_lets_it(
    deepest: int | None, answered: str | None
) -> None:
    found = thread(("1", None), ("2", "1"), ("3", "2"), deepest=deepest)
    above = found.answerable("3")
    assert (None if above is None else above.id) == answered


def test_what_waits_for_approval_cannot_be_answered() -> None:
    held = comment("2", "1", held=True)
    found = Thread(comments=(comment("1"), held), fetched=NOON)
    above = found.answerable("2")
    assert above is not None
    assert above.id == "1"


def test_what_is_not_there_cannot_be_answered() -> None:
    assert thread(("1", None)).answerable("7") is None
