"""The subscriptions as a script sees them: what fails, what is quiet."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from cli.conftest import Reader
from servers.site import Answer, site

RSS = "application/rss+xml"


def feed(title: str, days: list[int]) -> str:
    now = datetime.now(UTC)
    items = "".join(
        f"<item><title>{title} {day}</title><guid>{day}</guid>"
        f"<pubDate>{now - timedelta(days=day):%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
        for day in days
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"


def test_the_subscriptions_are_listed_with_what_is_odd_about_them(
    reader: Reader,
) -> None:
    with site() as shown:
        shown.pages["/daily"] = Answer(feed("Daily", [0, 1, 2, 3, 4, 5]), RSS)
        shown.pages["/hushed"] = Answer(feed("Hushed", [60, 61, 62, 63, 64, 65]), RSS)
        shown.pages["/seldom"] = Answer(feed("Seldom", [60, 100, 140, 180, 220]), RSS)
        shown.pages["/broken"] = Answer(feed("Broken", [1]), RSS)
        for path in list(shown.pages):
            assert reader("add", shown.url + path).code == 0
        shown.pages["/broken"] = Answer(status=404)
        ran = reader("refresh")
        due = reader("refresh", "--due")
    assert ran.code == 75
    assert ran.err == "reader: Broken: There is no such page.\n"
    assert ran.out == "0 new articles from 4 sources, 1 failed\n"

    assert due.out == "0 new articles from 3 sources, 0 failed\n"

    every = json.loads(reader("sources", "--json").out)
    assert [one["name"] for one in every] == ["Broken", "Daily", "Hushed", "Seldom"]
    assert (every[0]["trouble"], every[0]["failures"]) == ("missing", 1)
    assert every[1]["failing_since"] is None
    (quiet,) = json.loads(reader("sources", "--quiet", "--json").out)
    assert (quiet["name"], quiet["quiet_since"] is None) == ("Hushed", False)
    lines = reader("sources", "--failing").out.splitlines()
    assert "Broken" in lines[0]
    assert lines[1].endswith(": There is no such page.")
