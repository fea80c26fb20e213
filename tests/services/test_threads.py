"""The comments under an article, as a real site tells them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from reader.domain.comment import Comment
from reader.domain.errors import CannotUnderstand
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.threads import Threads, in_threads
from servers.wordpress import WordPress


@pytest.fixture
async def threads() -> AsyncIterator[Threads]:
    async with Web() as web, Desk() as desk:
        yield Threads(web, desk)


async def test_a_thread_is_told_with_who_answers_whom(
    threads: Threads, each_wordpress: WordPress
) -> None:
    first, second, third = await threads.under(each_wordpress.article("before"))
    assert (first.author, first.parent) == ("Tom Fairley", None)
    assert first.text == "Seven months for one roof. My shed took a week."
    assert (second.author, second.parent) == ("Rosa Whitcombe", first.id)
    assert second.text == "A shed has no swimmers.\n\nBut I take the point."
    assert (third.author, third.parent) == ("Zé Quintela", second.id)
    assert first.published is not None
    assert first.published.isoformat() == "2020-06-05T09:00:00+00:00"
    assert first.url == f"{each_wordpress.article('before')}#comment-{first.id}"


async def test_an_article_without_comments_has_none(
    threads: Threads, wordpress: WordPress
) -> None:
    assert await threads.under(wordpress.article()) == ()


async def test_a_closed_article_still_tells_its_comments(
    threads: Threads, wordpress: WordPress
) -> None:
    wordpress.php(
        f"wp_update_post(['ID' => {wordpress.posts['before']}, 'comment_status' => 'closed']);"
    )
    assert len(await threads.under(wordpress.article("before"))) == 3


async def test_what_stands_on_the_page_is_read_where_the_api_is_closed(
    threads: Threads, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(test_closed_api=1)
    found = await threads.under(each_wordpress.article("before"))
    assert [one.author for one in found] == [
        "Tom Fairley",
        "Rosa Whitcombe",
        "Zé Quintela",
    ]
    assert [one.parent for one in found] == [None, found[0].id, found[1].id]


async def test_a_long_thread_is_told_in_parts(
    threads: Threads, wordpress: WordPress
) -> None:
    wordpress.php(
        "foreach (range(1, 130) as $one) wp_insert_comment(["
        f"'comment_post_ID' => {wordpress.posts['main']}, 'comment_author' => 'Ada',"
        " 'comment_content' => \"Remark $one\", 'comment_approved' => 1]);"
    )
    found = await threads.under(wordpress.article())
    assert len({one.text for one in found}) == 130


async def test_a_page_without_comments_of_its_own_says_so(
    threads: Threads, wordpress: WordPress
) -> None:
    with pytest.raises(CannotUnderstand, match="only a browser"):
        await threads.under(f"{wordpress.url}/")


def _comment(number: str, parent: str | None = None) -> Comment:
    return Comment(id=number, text="So.", author="Ada", parent=parent)


@pytest.mark.parametrize(
    ("pairs", "order"),
    [
        ([("1", None), ("2", None), ("3", "1")], "132"),
        ([("1", None), ("2", "1"), ("3", "1"), ("4", "2")], "1243"),
        ([("1", "9"), ("2", "1")], "12"),
        ([("1", "2"), ("2", "1"), ("3", None)], "312"),
        ([("1", "1")], "1"),
        ([], ""),
    ],
)
def test_each_comment_stands_under_the_one_it_answers(
    pairs: list[tuple[str, str | None]], order: str
) -> None:
    found = in_threads([_comment(*pair) for pair in pairs])
    assert "".join(one.id for one in found) == order
