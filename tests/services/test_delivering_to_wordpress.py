"""What each answer of a real WordPress makes of a comment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.delivery import Seen, State
from reader.domain.errors import CannotSend
from reader.domain.identity import Identity
from servers.rooms import ADA, REMARK, House, house
from servers.wordpress import BLOCKS, WordPress


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path / "library.db") as opened:
        yield opened


async def test_a_comment_is_accepted_and_seen_in_public(
    rooms: House, each_wordpress: WordPress
) -> None:
    delivery = await rooms.sent(each_wordpress.article())

    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    (stored,) = each_wordpress.comments()
    assert stored["text"] == REMARK
    assert (stored["author"], stored["email"]) == (ADA.name, ADA.email)
    assert delivery.comment_id == stored["id"]
    assert delivery.permalink == f"{each_wordpress.article()}#comment-{stored['id']}"


async def test_a_block_theme_takes_a_comment_too(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(theme=BLOCKS)
    delivery = await rooms.sent(wordpress.article())
    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)


async def test_a_held_comment_says_that_it_waits_for_somebody(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(comment_moderation=1)
    delivery = await rooms.sent(each_wordpress.article())

    assert (delivery.state, delivery.seen) == (State.HELD, Seen.HELD)
    assert [one["state"] for one in each_wordpress.comments()] == ["0"]
    assert "approves" in delivery.words


async def test_a_first_comment_is_held_where_the_first_one_has_to_be_approved(
    rooms: House, wordpress: WordPress
) -> None:
    wordpress.reset(comment_previously_approved=1)
    assert (await rooms.sent(wordpress.article())).state is State.HELD


async def test_a_held_comment_is_known_as_held_when_cookies_were_agreed_to(
    rooms: House, each_wordpress: WordPress
) -> None:
    """The redirect is then the same as for a comment that is public."""
    each_wordpress.reset(comment_moderation=1)
    delivery = await rooms.sent(
        each_wordpress.article(), fields={"wp-comment-cookies-consent": "yes"}
    )
    assert (delivery.state, delivery.seen) == (State.HELD, Seen.HELD)


async def test_a_comment_that_is_thrown_away_is_not_said_to_be_seen(
    rooms: House, each_wordpress: WordPress
) -> None:
    """The site redirects as if it had been accepted, and shows it nowhere."""
    each_wordpress.reset(disallowed_keys="forty children")
    delivery = await rooms.sent(each_wordpress.article())

    assert (delivery.state, delivery.seen) == (State.ACCEPTED, None)
    assert "does not show it" in delivery.words


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        (Identity(email="ada@example.org"), "Please fill the required fields."),
        (Identity(name="Ada"), "Please fill the required fields."),
        (Identity(name="Ada", email="ada@exa"), "Please enter a valid email address."),
    ],
    ids=["no name", "no e-mail address", "a wrong e-mail address"],
)
async def test_what_the_form_does_not_check_is_refused_in_the_sites_own_words(
    rooms: House, each_wordpress: WordPress, identity: Identity, words: str
) -> None:
    draft = await rooms.written(each_wordpress.article(), identity=identity)
    delivery = await rooms.sent_unchecked(draft)

    assert delivery.state is State.REFUSED
    assert delivery.words == f"Error: {words}"
    assert each_wordpress.comments() == []


@pytest.mark.parametrize(
    ("text", "identity", "words"),
    [
        (" \n ", ADA, "Please type your comment text."),
        (REMARK, replace(ADA, name="A" * 246), "Your name is too long."),
        (
            REMARK,
            replace(ADA, email=f"{'a' * 60}@{'b' * 60}.org"),
            "Your email address is too long.",
        ),
        (
            REMARK,
            replace(ADA, website=f"https://example.org/{'c' * 200}"),
            "Your URL is too long.",
        ),
        ("d" * 65_526, ADA, "Your comment is too long."),
    ],
    ids=["blank", "name", "e-mail", "website", "comment"],
)
async def test_what_the_form_would_not_let_through_is_refused_by_the_site_as_well(
    rooms: House, each_wordpress: WordPress, text: str, identity: Identity, words: str
) -> None:
    draft = await rooms.written(each_wordpress.article(), text, identity=identity)
    assert rooms.commenting.problems(draft)

    delivery = await rooms.sent_unchecked(draft)

    assert (delivery.state, delivery.words) == (State.REFUSED, f"Error: {words}")
    assert each_wordpress.comments() == []


async def test_the_same_comment_again_is_refused_as_a_duplicate(
    rooms: House, each_wordpress: WordPress
) -> None:
    await rooms.sent(each_wordpress.article())
    delivery = await rooms.sent(each_wordpress.article())

    assert delivery.state is State.REFUSED
    assert delivery.words.startswith("Duplicate comment detected")
    assert len(each_wordpress.comments()) == 1


async def test_a_site_that_wants_fifteen_seconds_gets_them(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(test_flood_rule=1)
    await rooms.sent(each_wordpress.article())
    delivery = await rooms.sent(each_wordpress.article(), "A second thought.")

    assert delivery.state is State.QUEUED
    assert delivery.words == "You are posting comments too quickly. Slow down."
    assert delivery.next is not None
    assert (delivery.next - rooms.clock()).total_seconds() == 15
    assert len(each_wordpress.comments()) == 1


async def test_comments_that_were_closed_meanwhile_are_refused_before_anything_leaves(
    rooms: House, each_wordpress: WordPress
) -> None:
    draft = await rooms.written(each_wordpress.article())
    delivery = await rooms.commenting.queue(draft)
    each_wordpress.php(
        f"wp_update_post(['ID' => {each_wordpress.posts['main']}, 'comment_status' => 'closed']);"
    )

    tried = await rooms.delivering.deliver_next()

    assert tried is not None
    assert (tried.id, tried.state, tried.tries) == (delivery.id, State.REFUSED, 0)
    assert "closed" in tried.words.lower()
    assert [one.text for one in await rooms.commenting.drafts()] == [REMARK]


async def test_a_site_that_closes_between_looking_and_sending_says_so(
    rooms: House, each_wordpress: WordPress
) -> None:
    draft = await rooms.written(each_wordpress.article())
    each_wordpress.php(
        f"wp_update_post(['ID' => {each_wordpress.posts['main']}, 'comment_status' => 'closed']);"
    )
    delivery = await rooms.sent_unchecked(draft)
    assert delivery.state is State.REFUSED
    assert delivery.words == "Sorry, comments are closed for this item."


async def test_a_site_that_wants_a_login_says_so_before_anything_is_written(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(comment_registration=1)
    found = await rooms.discussion(each_wordpress.article())

    assert found.form is None
    assert found.why_not == "You must be logged in to post a comment."
    assert found.browser == f"{each_wordpress.article()}#respond"


async def test_a_site_that_has_come_to_want_a_login_refuses_in_its_own_words(
    rooms: House, each_wordpress: WordPress
) -> None:
    draft = await rooms.written(each_wordpress.article())
    each_wordpress.reset(comment_registration=1)

    unchecked = await rooms.sent_unchecked(draft)
    assert unchecked.state is State.REFUSED
    assert unchecked.words == "Sorry, you must be logged in to comment."

    checked = await rooms.sent_again(unchecked)
    assert checked.state is State.REFUSED
    assert checked.words == "You must be logged in to post a comment."


async def test_a_post_that_is_gone_answers_with_nothing_at_all(
    rooms: House, each_wordpress: WordPress
) -> None:
    draft = await rooms.written(each_wordpress.article())
    each_wordpress.php(f"wp_delete_post({each_wordpress.posts['main']}, true);")
    delivery = await rooms.sent_unchecked(draft)
    assert delivery.state is State.REFUSED
    assert "empty page" in delivery.words


async def test_a_form_that_names_no_post_is_answered_with_nothing_at_all(
    rooms: House, wordpress: WordPress
) -> None:
    draft = await rooms.written(wordpress.article())
    assert draft.form is not None
    fields = tuple(one for one in draft.form.fields if one.name != "comment_post_ID")
    delivery = await rooms.sent_unchecked(
        replace(draft, form=replace(draft.form, fields=fields))
    )
    assert delivery.state is State.REFUSED
    assert "empty page" in delivery.words


async def test_a_post_that_has_come_to_want_a_password_says_so(
    rooms: House, each_wordpress: WordPress
) -> None:
    """Sent all the same, it is answered with nothing at all."""
    draft = await rooms.written(each_wordpress.article())
    each_wordpress.php(
        f"wp_update_post(['ID' => {each_wordpress.posts['main']}, 'post_password' => 'tide']);"
    )
    unchecked = await rooms.sent_unchecked(draft)
    assert unchecked.state is State.REFUSED
    assert "empty page" in unchecked.words

    checked = await rooms.sent_again(unchecked)
    assert (checked.state, checked.tries) == (State.REFUSED, 1)
    assert "password protected" in checked.words
    assert each_wordpress.comments() == []


async def test_comments_that_close_with_age_are_closed(
    rooms: House, each_wordpress: WordPress
) -> None:
    """The post is of 2020, and nobody closed it by hand."""
    draft = await rooms.written(each_wordpress.article())
    each_wordpress.reset(close_comments_for_old_posts=1, close_comments_days_old=14)
    unchecked = await rooms.sent_unchecked(draft)
    assert unchecked.state is State.REFUSED
    assert unchecked.words == "Sorry, comments are closed for this item."
    found = await rooms.discussion(each_wordpress.article())
    assert (found.open, found.form) == (False, None)


@pytest.mark.parametrize(
    ("elsewhere", "permalink"),
    [("{url}/thanks/", "{url}/thanks/#comment-{id}"), ("https://else.example/", None)],
    ids=["the same host", "another host"],
)
async def test_a_form_may_say_where_to_go_from_it(
    rooms: House, each_wordpress: WordPress, elsewhere: str, permalink: str | None
) -> None:
    """The redirect then leads away from the article; to another host it never does."""
    url = each_wordpress.url
    each_wordpress.reset(test_redirect_to=elsewhere.format(url=url))
    delivery = await rooms.sent(each_wordpress.article())
    (stored,) = each_wordpress.comments()
    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    assert delivery.comment_id == stored["id"]
    assert delivery.permalink is not None
    if permalink is not None:
        article = f"{each_wordpress.article()}#comment-{stored['id']}"
        wanted = permalink.format(url=url, id=stored["id"])
        assert delivery.permalink in (wanted, article)


@pytest.mark.parametrize(
    ("option", "value"),
    [("comment_max_links", 1), ("moderation_keys", "forty children")],
)
async def test_what_a_site_wants_to_look_at_first_is_held(
    rooms: House, wordpress: WordPress, option: str, value: object
) -> None:
    wordpress.php(f"update_option({option!r}, {value!r});")
    text = f"{REMARK} https://example.org/ https://example.com/"
    delivery = await rooms.sent(wordpress.article(), text)
    assert (delivery.state, delivery.seen) == (State.HELD, Seen.HELD)


async def test_a_reply_stands_under_the_comment_it_answers(
    rooms: House, each_wordpress: WordPress
) -> None:
    before = each_wordpress.comments("before")
    await rooms.sent(each_wordpress.article("before"), reply_to=before[1]["id"])
    assert each_wordpress.comments("before")[-1]["parent"] == before[1]["id"]


async def test_a_reply_to_a_comment_that_is_gone_is_not_lost(
    rooms: House, each_wordpress: WordPress
) -> None:
    """6.1 stores it at the top of the thread, 6.8 refuses it."""
    delivery = await rooms.sent(each_wordpress.article(), reply_to="9999")
    if each_wordpress.suite == "bookworm":
        assert delivery.state is State.ACCEPTED
    else:
        assert delivery.state is State.REFUSED
        assert "unapproved comments" in delivery.words
        assert [one.text for one in await rooms.commenting.drafts()] == [REMARK]


async def test_what_was_typed_arrives_as_it_was_typed(
    rooms: House, each_wordpress: WordPress
) -> None:
    text = (
        "1 < 2 & 3 > 2; if (a<b && c>d) — “curly”, it’s 漢字 🌊.\n\n"
        "A second paragraph,\nin two lines, with an &amp; in it."
    )
    delivery = await rooms.sent(
        each_wordpress.article(), text, identity=replace(ADA, name="Jürgen Ó Broin")
    )

    assert delivery.seen is Seen.PUBLIC
    (stored,) = each_wordpress.comments()
    shown = each_wordpress.php(
        f"echo html_entity_decode(get_comment_text({stored['id']}), ENT_QUOTES);"
    )
    assert shown.replace("\r\n", "\n") == text
    assert stored["author"] == "Jürgen Ó Broin"


async def test_a_quotation_taken_in_as_markup_stays_markup(
    rooms: House, wordpress: WordPress
) -> None:
    text = "<blockquote>only paint</blockquote>\n\nPaint & signs."
    await rooms.sent(wordpress.article(), text)
    (stored,) = wordpress.comments()
    assert stored["text"].replace("\r\n", "\n") == text.replace("&", "&amp;")


async def test_a_german_site_speaks_german(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(WPLANG="de_DE")
    found = await rooms.discussion(each_wordpress.article())
    assert found.form is not None
    labels = [one.label for one in found.form.visible]
    assert labels[0] == "Kommentar"
    assert "E-Mail" in " ".join(labels)
    assert all("*" not in label for label in labels)

    await rooms.sent(each_wordpress.article())
    again = await rooms.sent(each_wordpress.article())
    assert again.state is State.REFUSED
    assert "Kommentar" in again.words


async def test_akismets_trap_is_left_as_it_is_found(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(
        plugins="akismet/akismet.php", wordpress_api_key="0123456789ab"
    )
    found = await rooms.discussion(each_wordpress.article())
    assert found.form is not None
    traps = [one.name for one in found.form.fields if one.honeypot]
    assert traps == ["ak_hp_textarea"]
    assert "ak_hp_textarea" not in [one.name for one in found.form.visible]

    delivery = await rooms.sent(each_wordpress.article())
    assert delivery.state in (State.ACCEPTED, State.HELD)
    assert len(each_wordpress.comments()) == 1


async def test_names_that_are_not_wanted_are_not_asked_for(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(require_name_email=0)
    delivery = await rooms.sent(each_wordpress.article(), identity=Identity())
    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)


async def test_a_field_that_has_become_required_brings_the_draft_back(
    rooms: House, each_wordpress: WordPress
) -> None:
    delivery = await rooms.commenting.queue(
        await rooms.written(each_wordpress.article())
    )
    each_wordpress.reset(test_asks_for_town=1)

    tried = await rooms.delivering.deliver_next()

    assert tried is not None
    assert (tried.state, tried.tries) == (State.REFUSED, 0)
    assert "Your town" in tried.words
    (draft,) = await rooms.commenting.drafts()
    assert draft.text == REMARK
    (problem,) = rooms.commenting.problems(draft)
    assert (problem.field, problem.missing) == ("town", True)
    again = await rooms.commenting.queue(replace(draft, fields={"town": "Millbrook"}))
    assert again.id == delivery.id
    done = await rooms.delivering.deliver_next()
    assert done is not None
    assert done.state is State.ACCEPTED
    assert len(each_wordpress.comments()) == 1


async def test_a_nonce_is_read_anew_when_the_comment_is_sent(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(test_nonce=1)
    draft = await rooms.written(each_wordpress.article())
    assert draft.form is not None
    stale = replace(
        draft.form,
        fields=tuple(
            replace(one, value="stale") if one.name == "test_nonce" else one
            for one in draft.form.fields
        ),
    )
    draft = replace(draft, form=stale)

    unchecked = await rooms.sent_unchecked(draft)
    assert unchecked.state is State.REFUSED
    assert unchecked.words == "The page had expired."

    checked = await rooms.sent_again(unchecked)
    assert checked.state is State.ACCEPTED


async def test_a_form_that_sends_elsewhere_is_asked_about(
    rooms: House, each_wordpress: WordPress
) -> None:
    elsewhere = "http://collector.example/wp-comments-post.php"
    each_wordpress.reset(test_form_action=elsewhere)
    draft = await rooms.written(each_wordpress.article())
    with pytest.raises(CannotSend, match=r"collector\.example") as refusal:
        await rooms.commenting.queue(draft)
    assert refusal.value.ask


async def test_a_form_that_has_come_to_send_elsewhere_gets_nothing(
    rooms: House, each_wordpress: WordPress
) -> None:
    await rooms.commenting.queue(await rooms.written(each_wordpress.article()))
    each_wordpress.reset(
        test_form_action="http://collector.example/wp-comments-post.php"
    )
    tried = await rooms.delivering.deliver_next()
    assert tried is not None
    assert (tried.state, tried.tries) == (State.REFUSED, 0)
    assert "collector.example" in tried.words


async def test_a_comment_on_a_later_page_of_the_thread_is_found(
    rooms: House, each_wordpress: WordPress
) -> None:
    each_wordpress.reset(
        page_comments=1, comments_per_page=2, default_comments_page="newest"
    )
    for text in ("The first of several.", "The second one.", "And the third."):
        delivery = await rooms.sent(each_wordpress.article(), text)
    assert (delivery.state, delivery.seen) == (State.ACCEPTED, Seen.PUBLIC)
    assert delivery.permalink is not None
    assert "comment-page-" in delivery.permalink


async def test_a_comment_written_from_a_bare_address_is_checked_when_it_can_be(
    rooms: House, each_wordpress: WordPress
) -> None:
    """Offline from the start: no form was ever seen."""
    draft = await rooms.commenting.draft_for(each_wordpress.article(), "An article")
    draft = replace(draft, text=REMARK, fields={"author": "Ada", "email": "ada@e.org"})
    await rooms.commenting.queue(draft)
    tried = await rooms.delivering.deliver_next()
    assert tried is not None
    assert (tried.state, tried.seen) == (State.ACCEPTED, Seen.PUBLIC)
    assert each_wordpress.comments()[0]["author"] == "Ada"


async def test_the_script_itself_answers_nothing_but_a_post(
    each_wordpress: WordPress, rooms: House
) -> None:
    """A form that came to be sent with GET would get this."""
    from reader.domain.errors import CannotReach

    with pytest.raises(CannotReach) as refusal:
        await rooms.web.fetch(f"{each_wordpress.url}/wp-comments-post.php")
    assert refusal.value.status == 405
