"""What a real WordPress makes of a comment that comes with an application password."""

from __future__ import annotations

import sys
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reader.domain.comment import Draft
from reader.domain.delivery import Delivery, Seen, State
from reader.domain.exchange import Access
from reader.domain.preferences import Preferences, SecretPlace, SourceSettings
from reader.services.looking import look_for
from servers.rooms import REMARK, House, house
from servers.wordpress import WordPress


def told_by(site: WordPress, password: str) -> Preferences:
    """Settings that say where the password is kept."""
    place = SecretPlace(command=(sys.executable, "-c", f"print({password!r})"))
    settings = SourceSettings(comment_as="ada", application_password=place)
    return Preferences(sources={urlsplit(site.url).netloc: settings})


async def written(rooms: House, site: WordPress, text: str = REMARK) -> Draft:
    """A draft for the form that a member has."""
    url = site.article()
    form = await rooms.accounts.form_under(await rooms.discussion(url))
    draft = await rooms.commenting.draft_for(url, "", form, new=True)
    rooms.clock.pass_by(20)
    return await rooms.commenting.save(replace(draft, text=text))


async def sent(rooms: House, site: WordPress, text: str = REMARK) -> Delivery:
    """A comment written and sent as the program does it."""
    delivery = await rooms.commenting.queue(await written(rooms, site, text))
    tried = await rooms.delivering.deliver_next(only=delivery.id)
    assert tried is not None
    return tried


async def test_a_member_comments_in_their_own_name(
    tmp_path: Path, each_wordpress: WordPress
) -> None:
    """Where strangers cannot, too; and the password is written down nowhere."""
    each_wordpress.reset(comment_registration=1)
    password = each_wordpress.application_password()
    preferences = told_by(each_wordpress, password)
    async with house(tmp_path / "library.db", preferences=preferences) as rooms:
        draft = await written(rooms, each_wordpress)
        assert draft.form is not None
        assert [one.label for one in draft.form.visible] == ["Comment"]
        assert "ada" in draft.form.notes[0]
        delivery = await sent(rooms, each_wordpress)
        again = await sent(rooms, each_wordpress)

    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    (stored,) = each_wordpress.comments()
    assert (stored["author"], stored["text"]) == ("Ada of the harbour", REMARK)
    assert delivery.permalink is not None
    assert delivery.permalink.endswith(f"#comment-{stored['id']}")
    assert again.state is State.REFUSED
    assert again.words.startswith("Duplicate comment detected")
    written_down = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert REMARK.encode() in written_down
    for secret in (password.encode(), b64encode(f"ada:{password}".encode())):
        assert secret not in written_down


async def test_the_answers_of_the_api_are_understood(
    tmp_path: Path, each_wordpress: WordPress
) -> None:
    """Held, too soon, without words, closed, and to a post that is gone."""
    site = each_wordpress
    site.reset(comment_moderation=1)
    preferences = told_by(site, site.application_password())
    async with house(tmp_path / "library.db", preferences=preferences) as rooms:
        held = await sent(rooms, site)
        assert (held.state, held.seen) == (State.HELD, Seen.HELD)
        assert site.comments()[0]["state"] == "0"

        site.php("update_option('test_flood_rule', 1);")
        soon = await rooms.sent_unchecked(await written(rooms, site, "At once."))
        assert (soon.state, soon.words) == (
            State.QUEUED,
            "You are posting comments too quickly. Slow down.",
        )
        site.php("update_option('test_flood_rule', 0);")

        blank = await rooms.sent_unchecked(await written(rooms, site, " "))
        assert blank.state is State.REFUSED
        assert blank.words

        draft = await written(rooms, site, "Another thought.")
        post = site.posts["main"]
        site.php(f"wp_update_post(['ID' => {post}, 'comment_status' => 'closed']);")
        closed = await rooms.sent_unchecked(draft)
        assert closed.state is State.REFUSED
        assert "closed" in closed.words
        site.php(f"wp_delete_post({post}, true);")
        rooms.clock.pass_by(20)
        gone = await rooms.sent_unchecked(
            await rooms.commenting.save(replace(draft, id=0))
        )
        assert gone.state is State.REFUSED
        assert "post" in gone.words


async def test_a_lost_answer_is_looked_for_by_its_words(
    tmp_path: Path, wordpress: WordPress
) -> None:
    """And the site's word that it has it already settles it too."""
    preferences = told_by(wordpress, wordpress.application_password())
    async with house(tmp_path / "library.db", preferences=preferences) as rooms:
        first = await sent(rooms, wordpress)
        lost = replace(first, comment_id=None, seen=None, state=State.UNSURE)
        sighting = await look_for(rooms.web, rooms.desk, lost, Seen.PUBLIC)
        assert (sighting.seen, sighting.comment_id) == (Seen.PUBLIC, first.comment_id)


async def test_a_password_that_is_not_taken_is_told(
    tmp_path: Path, wordpress: WordPress
) -> None:
    """The login password is none; the draft comes back."""
    wordpress.application_password()
    preferences = told_by(wordpress, "the login password")
    async with house(tmp_path / "library.db", preferences=preferences) as rooms:
        delivery = await sent(rooms, wordpress)
        assert delivery.state is State.REFUSED
        assert "did not take the application password" in delivery.words
        assert [one.text for one in await rooms.commenting.drafts()] == [REMARK]
    assert wordpress.comments() == []


async def test_where_the_site_takes_no_such_passwords_its_form_is_used(
    tmp_path: Path, wordpress: WordPress
) -> None:
    """What was written as a member comes back, with the form that is everybody's."""
    preferences = told_by(wordpress, wordpress.application_password())
    async with house(tmp_path / "1.db", preferences=preferences) as rooms:
        await rooms.commenting.queue(await written(rooms, wordpress))
        wordpress.php("update_option('test_no_application_passwords', 1);")
        rooms.accounts._known.clear()
        tried = await rooms.delivering.deliver_next()
        assert tried is not None
        assert (tried.state, tried.tries) == (State.REFUSED, 0)
        assert "no application passwords" in tried.words
        (draft,) = await rooms.commenting.drafts()
        assert draft.form is not None
        assert draft.form.system == "wordpress"

        found = await rooms.discussion(wordpress.article())
        form = await rooms.accounts.form_under(found)
        assert form is found.form


async def test_without_an_account_nothing_is_different(
    tmp_path: Path, wordpress: WordPress
) -> None:
    async with house(tmp_path / "library.db") as rooms:
        found = await rooms.discussion(wordpress.article())
        assert await rooms.accounts.form_under(found) is found.form


@pytest.mark.parametrize(
    ("action", "refused"),
    [
        ("http://example.org/wp-json/wp/v2/comments", True),
        ("http://127.0.0.1:9/wp-json/wp/v2/comments", False),
    ],
)
async def test_a_password_goes_over_plain_http_on_the_local_network_alone(
    tmp_path: Path, action: str, *, refused: bool
) -> None:
    from reader.domain.errors import CannotReach
    from reader.domain.exchange import Submission

    async with house(tmp_path / "library.db") as rooms:
        submission = Submission(
            url=action, fields=(), access=Access(username="ada", password="secret")
        )
        with pytest.raises(CannotReach) as failure:
            await rooms.web.send(submission)
    assert ("plain http" in str(failure.value)) is refused
    assert "secret" not in repr(submission)
