"""The comments under an article, as a real site tells them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from reader.domain.delivery import Seen, State
from reader.domain.errors import CannotReach, CannotUnderstand
from reader.domain.identity import Identity
from reader.services.reading import Reading
from reader.services.threads import Threads
from reader.storage.database import Database
from servers.rooms import ADA, House, house
from servers.wordpress import BLOCKS, WordPress

TOM = Identity(name="Tom Fairley", email="tom@example.org")


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path / "library.db") as opened:
        yield opened


async def in_library(rooms: House, url: str) -> int:
    """An article that is kept."""
    reading = Reading(rooms.database, rooms.web, rooms.desk, rooms.clock)
    return (await reading.fetch(url)).id


def remark(
    site: WordPress, text: str, *, post: str = "before", parent: str = "0"
) -> str:
    """Somebody else comments; the comment's id."""
    return site.php(
        "$id = wp_insert_comment(["
        f"'comment_post_ID' => {site.posts[post]}, 'comment_author' => 'Ben Adeyemi',"
        f" 'comment_content' => {json.dumps(text, ensure_ascii=False)}, 'comment_parent' => {parent},"
        " 'comment_approved' => 1]); echo $id;"
    )


def set_state(site: WordPress, comment: str, state: str) -> None:
    site.php(f"wp_set_comment_status({comment}, {state!r});")


async def test_a_thread_is_told_with_who_answers_whom(
    rooms: House, each_wordpress: WordPress
) -> None:
    url = each_wordpress.article("before")
    thread = await rooms.threads.fetch(url)
    first, second, third = thread.comments
    assert (first.author, first.parent) == ("Tom Fairley", None)
    assert first.text == "Seven months for one roof. My shed took a week."
    assert (second.author, second.parent) == ("Rosa Whitcombe", first.id)
    assert second.text == "A shed has no swimmers.\n\nBut I take the point."
    assert (third.author, third.parent) == ("Zé Quintela", second.id)
    assert first.published is not None
    assert first.published.isoformat() == "2020-06-05T09:00:00+00:00"
    assert first.url == f"{url}#comment-{first.id}"
    assert thread.depths == (0, 1, 2)
    assert thread.whole


async def test_an_article_without_comments_has_none(
    rooms: House, wordpress: WordPress
) -> None:
    thread = await rooms.threads.fetch(wordpress.article())
    assert thread.comments == ()


async def test_a_closed_article_still_tells_its_comments(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.php(
        f"wp_update_post(['ID' => {wordpress.posts['before']}, 'comment_status' => 'closed']);"
    )
    thread = await rooms.threads.fetch(wordpress.article("before"))
    assert len(thread.comments) == 3


async def test_what_stands_on_the_page_is_read_where_the_api_is_closed(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(test_closed_api=1)
    found = (await rooms.threads.fetch(each_wordpress.article("before"))).comments
    assert [one.author for one in found] == [
        "Tom Fairley",
        "Rosa Whitcombe",
        "Zé Quintela",
    ]
    assert [one.parent for one in found] == [None, found[0].id, found[1].id]


async def test_a_block_theme_shows_the_same_thread(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(theme=BLOCKS)
    told = await rooms.threads.fetch(wordpress.article("before"))
    wordpress.reset(theme=BLOCKS, test_closed_api=1)
    shown = await rooms.threads.fetch(wordpress.article("before"))
    assert shown.comments == told.comments


@pytest.mark.parametrize("newest_first", ["newest", "oldest"])
async def test_every_page_of_comments_is_read(
    rooms: House, wordpress: WordPress, newest_first: str
) -> None:
    wordpress.reset(
        page_comments=1,
        comments_per_page=4,
        default_comments_page=newest_first,
        test_closed_api=1,
    )
    wordpress.php(
        "foreach (range(10, 21) as $one) wp_insert_comment(["
        f"'comment_post_ID' => {wordpress.posts['main']}, 'comment_author' => 'Ben',"
        " 'comment_content' => \"Remark $one\", 'comment_approved' => 1,"
        " 'comment_date' => \"2020-07-01 10:00:$one\","
        " 'comment_date_gmt' => \"2020-07-01 09:00:$one\"]);"
    )
    thread = await rooms.threads.fetch(wordpress.article())
    assert [one.text for one in thread.comments] == [
        f"Remark {number}" for number in range(10, 22)
    ]


async def test_the_feed_of_comments_is_read_where_nothing_else_tells_them(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(test_closed_api=1, test_hides_comments=1)
    thread = await rooms.threads.fetch(wordpress.article("before"))
    first, second, third = thread.comments
    assert (first.author, first.parent) == ("Tom Fairley", None)
    assert second.parent == first.id
    assert second.text == "A shed has no swimmers.\n\nBut I take the point."
    assert third.parent == second.id
    assert not thread.whole


async def test_a_long_thread_is_told_in_parts(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.php(
        "foreach (range(1, 130) as $one) wp_insert_comment(["
        f"'comment_post_ID' => {wordpress.posts['main']}, 'comment_author' => 'Ada',"
        " 'comment_content' => \"Remark $one\", 'comment_approved' => 1]);"
    )
    thread = await rooms.threads.fetch(wordpress.article())
    assert len({one.text for one in thread.comments}) == 130


async def test_quotations_links_and_lists_of_a_comment_stay_what_they_are(
    rooms: House, wordpress: WordPress
) -> None:
    remark(
        wordpress,
        "<blockquote>Two schools empty.</blockquote>\nSee"
        ' <a href="https://council.example/five">the questions</a>,\nand https://a.example/b',
        post="main",
    )
    for closed in (False, True):
        if closed:
            wordpress.php("update_option('test_closed_api', 1);")
        (one,) = (await rooms.threads.fetch(wordpress.article())).comments
        assert one.text == (
            "> Two schools empty.\n\nSee the questions <https://council.example/five>,\n"
            "and https://a.example/b"
        )


async def test_a_page_without_comments_of_its_own_says_so(
    rooms: House, wordpress: WordPress
) -> None:
    with pytest.raises(CannotUnderstand, match="only a browser"):
        await rooms.threads.fetch(f"{wordpress.url}/")


async def test_answers_stand_no_deeper_than_the_site_lets_them(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(thread_comments_depth=2)
    thread = await rooms.threads.fetch(each_wordpress.article("before"))
    first, second, third = thread.comments
    assert thread.deepest == 2
    assert thread.answerable(first.id) == first
    assert thread.answerable(second.id) == first
    assert thread.answerable(third.id) == first


async def test_a_site_without_threads_takes_no_answers(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(thread_comments=0)
    thread = await rooms.threads.fetch(wordpress.article("before"))
    assert thread.deepest == 0
    assert thread.answerable(thread.comments[0].id) is None


async def test_a_thread_is_kept_with_an_article_that_is_kept(
    rooms: House, wordpress: WordPress
) -> None:
    article = await in_library(rooms, wordpress.article("before"))
    assert await rooms.threads.kept(article) is None
    fetched = await rooms.threads.fetch(article)
    wordpress.stop()
    assert await rooms.threads.kept(article) == fetched
    with pytest.raises(CannotReach):
        await rooms.threads.fetch(article)


async def test_a_thread_under_an_article_that_is_not_kept_is_not_kept(
    rooms: House, wordpress: WordPress
) -> None:
    await rooms.threads.fetch(wordpress.article("before"))
    assert await rooms.threads.kept(wordpress.article("before")) is None


async def test_what_came_since_the_reader_looked_is_new(
    rooms: House, wordpress: WordPress
) -> None:
    article = await in_library(rooms, wordpress.article("before"))
    thread = await rooms.threads.fetch(article)
    assert thread.new == frozenset()
    rooms.clock.pass_by(60)
    number = remark(wordpress, "Is it open yet?")
    assert (await rooms.threads.fetch(article)).new == {number}
    rooms.clock.pass_by(60)
    thread = await rooms.threads.fetch(article)
    assert thread.new == {number}
    await rooms.threads.looked(article, thread)
    kept = await rooms.threads.kept(article)
    assert kept is not None
    assert kept.new == frozenset()


async def test_ones_own_comments_are_known(rooms: House, wordpress: WordPress) -> None:
    article = await in_library(rooms, wordpress.article("before"))
    delivery = await rooms.sent(wordpress.article("before"))
    thread = await rooms.threads.fetch(article)
    assert thread.own == {delivery.comment_id}


async def test_a_held_comment_is_shown_to_its_author_as_the_site_shows_it(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(comment_moderation=1)
    url = each_wordpress.article("before")
    article = await in_library(rooms, url)
    parent = (await rooms.threads.fetch(article)).comments[0].id
    delivery = await rooms.sent(url, 'I call it "quick".', reply_to=parent)

    thread = await rooms.threads.fetch(article)
    held = thread.find(delivery.comment_id or "")
    assert held is not None
    assert (held.held, held.author, held.parent) == (True, ADA.name, parent)
    assert held.text == "I call it “quick”."
    assert thread.own == {held.id}
    assert [one.id for one in thread.comments].index(held.id) == 3

    each_wordpress.stop()
    kept = await rooms.threads.kept(article)
    assert kept is not None
    assert kept.find(held.id) == held


async def test_a_held_comment_that_the_site_shows_to_nobody_is_shown_as_it_was_sent(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(comment_moderation=1)
    url = wordpress.article("before")
    delivery = await rooms.sent(url, fields={"wp-comment-cookies-consent": "yes"})
    thread = await rooms.threads.fetch(url)
    held = thread.find(delivery.comment_id or "")
    assert held is not None
    assert held.held
    assert held.text == delivery.draft.text


async def test_a_held_comment_is_accepted_once_the_site_shows_it(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(comment_moderation=1)
    url = wordpress.article("before")
    delivery = await rooms.sent(url)
    assert delivery.state is State.HELD
    set_state(wordpress, delivery.comment_id or "", "approve")
    thread = await rooms.threads.fetch(url)
    (now,) = await rooms.delivering.outbox()
    assert (now.state, now.seen) == (State.ACCEPTED, Seen.PUBLIC)
    assert not any(one.held for one in thread.comments)


async def test_an_accepted_comment_that_vanishes_stays_accepted(
    rooms: House, each_wordpress: WordPress
) -> None:
    url = each_wordpress.article("before")
    delivery = await rooms.sent(url)
    set_state(each_wordpress, delivery.comment_id or "", "trash")
    await rooms.threads.fetch(url)
    (now,) = await rooms.delivering.outbox()
    assert (now.state, now.seen) == (State.ACCEPTED, Seen.GONE)

    set_state(each_wordpress, delivery.comment_id or "", "approve")
    await rooms.threads.fetch(url)
    (now,) = await rooms.delivering.outbox()
    assert (now.state, now.seen) == (State.ACCEPTED, Seen.PUBLIC)


async def test_a_thread_that_is_not_told_whole_makes_nothing_vanish(
    rooms: House, wordpress: WordPress
) -> None:
    url = wordpress.article("before")
    delivery = await rooms.sent(url)
    wordpress.php(
        "update_option('test_closed_api', 1); update_option('test_hides_comments', 1);"
        f"wp_set_comment_status({delivery.comment_id}, 'trash');"
    )
    await rooms.threads.fetch(url)
    (now,) = await rooms.delivering.outbox()
    assert now.seen is Seen.PUBLIC


async def test_an_answer_to_ones_own_comment_is_told_once(
    rooms: House, wordpress: WordPress
) -> None:
    url = wordpress.article("before")
    article = await in_library(rooms, url)
    delivery = await rooms.sent(url, identity=TOM)
    remark(wordpress, "Nobody is answered here.")
    number = remark(wordpress, "Which shed?", parent=delivery.comment_id or "")

    assert await rooms.threads.follow() == ()
    rooms.clock.pass_by(3600)
    (answer,) = await rooms.threads.follow()
    assert (answer.article_id, answer.comment.id) == (article, number)
    assert answer.comment.text == "Which shed?"
    assert answer.title == "Swimming pool opens again after a winter of repairs"
    rooms.clock.pass_by(3600)
    assert await rooms.threads.follow() == ()


async def test_an_answer_that_was_read_is_not_told(
    rooms: House, wordpress: WordPress
) -> None:
    url = wordpress.article("before")
    article = await in_library(rooms, url)
    delivery = await rooms.sent(url)
    remark(wordpress, "Which shed?", parent=delivery.comment_id or "")
    await rooms.threads.looked(article, await rooms.threads.fetch(article))
    assert await rooms.threads.answers() == ()


async def test_a_site_that_is_away_is_asked_another_time(
    rooms: House, wordpress: WordPress
) -> None:
    url = wordpress.article("before")
    await in_library(rooms, url)
    delivery = await rooms.sent(url)
    remark(wordpress, "Which shed?", parent=delivery.comment_id or "")
    wordpress.stop()
    rooms.clock.pass_by(3600)
    assert await rooms.threads.follow() == ()
    wordpress.start()
    rooms.clock.pass_by(60)
    assert await rooms.threads.follow() == ()
    rooms.clock.pass_by(3600)
    assert len(await rooms.threads.follow()) == 1


async def test_a_thread_that_the_library_would_not_take_is_shown_all_the_same(
    rooms: House, wordpress: WordPress, tmp_path: Path
) -> None:
    article = await in_library(rooms, wordpress.article("before"))
    library = await Database.open(tmp_path / "library.db", read_only=True)
    try:
        reading = Threads(library, rooms.web, rooms.desk, rooms.clock)
        thread = await reading.fetch(article)
        assert len(thread.comments) == 3
        assert thread.not_kept
        await reading.looked(article, thread)
        assert await reading.follow() == ()
    finally:
        await library.close()
