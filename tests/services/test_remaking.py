"""Long articles are made in a process beside the program, short ones at its desk."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.domain.article import Article
from reader.services.desk import Desk
from reader.services.helpers import HelperLost, Helpers
from reader.services.making import made_again
from reader.services.remaking import VERY_LONG, Remaking
from reader.storage.bodies import Copy

PARAGRAPH = "<p>The tide was low. “We heard you,” said Ada Moreno.</p>\n"
SHORT = PARAGRAPH * 3
LONG = PARAGRAPH * (VERY_LONG // len(PARAGRAPH) + 1)


def copy(html: str) -> Copy:
    return Copy(
        id=1,
        kept=datetime(2020, 6, 27, tzinfo=UTC),
        what=Article(url=None, title="Tides", blocks=(), html=html, language="en"),
        base=None,
        site=None,
        language="en",
        place=0,
        read=False,
        starred=False,
        tags=(),
        edited=False,
    )


async def test_a_very_long_text_leaves_the_desk_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(Desk, "run")
    async with Desk() as desk:
        article = await Remaking(desk).article(copy(LONG), ())
    assert article == made_again(copy(LONG))
    assert article.quotations[-1].speaker == "Ada Moreno"


async def test_a_short_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Helpers, "run")
    async with Desk() as desk:
        article = await Remaking(desk).article(copy(SHORT), ())
    assert article == made_again(copy(SHORT))


@pytest.mark.parametrize("fault", [OSError, HelperLost])
async def test_where_no_process_is_to_be_had_the_desk_does_it(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    async def run(*_: object) -> Article:
        raise fault

    monkeypatch.setattr(Helpers, "run", run)
    async with Desk() as desk:
        article = await Remaking(desk).article(copy(LONG), ())
    assert article == made_again(copy(LONG))
