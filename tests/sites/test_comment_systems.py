"""Every other system: recognised, read, and where a plain client may, posted to."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from reader.domain.comment import CommentForm, Discussion, Draft, Role
from reader.domain.delivery import Delivery, Seen, State
from reader.domain.errors import CannotReach
from reader.domain.exchange import Encoding, Page, Reply
from reader.domain.identity import Identity
from reader.sites.comments import drupal, isso
from reader.sites.comments import form as plain
from reader.sites.comments.systems import discussion_in, posting_of
from reader.text.markup.tree import tree_of

URL = "https://journal.example/notes/tides.html"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "The tide tables were never the problem; the clock was."

DRUPAL = """
<form class="comment-comment-form comment-form" action="/comment/reply/node/7/field_comments"
 method="post" id="comment-form" data-drupal-selector="comment-form">
<div class="form-item"><label for="edit-name">Your name</label>
 <input data-drupal-selector="edit-name" type="text" id="edit-name" name="name" maxlength="60"></div>
<div class="form-item"><label for="edit-mail">Email</label>
 <input type="email" id="edit-mail" name="mail" maxlength="64" aria-describedby="edit-mail--description">
 <div id="edit-mail--description">The content of this field is kept private.</div></div>
<div class="form-item"><label for="edit-homepage">Homepage</label><input type="url" id="edit-homepage" name="homepage" maxlength="255"></div>
<div class="form-item"><label for="edit-subject">Subject</label><input type="text" id="edit-subject" name="subject[0][value]" maxlength="64"></div>
<div class="form-item"><label for="edit-body" class="form-required">Comment</label>
 <textarea id="edit-body" name="comment_body[0][value]" required="required"></textarea></div>
<input autocomplete="off" type="hidden" name="form_build_id" value="form-Xy_1">
<input type="hidden" name="form_id" value="comment_comment_form">
<div class="url-textfield" style="display: none !important;"><label for="edit-url">Leave this field blank</label>
 <input type="text" id="edit-url" name="url" size="20"></div>
%s
<input data-drupal-selector="edit-preview" type="submit" id="edit-preview" name="op" value="Preview">
</form>
"""
SAVE = '<input data-drupal-selector="edit-submit" type="submit" id="edit-submit" name="op" value="Save">'

MOVABLE_TYPE = """
<form method="post" action="https://journal.example/cgi-bin/mt/talkback.cgi" name="comments_form" id="comments-form">
<input type="hidden" name="static" value="1"><input type="hidden" name="entry_id" value="42">
<input type="hidden" name="__lang" value="en">
<label for="comment-author">Name</label><input id="comment-author" name="author">
<label for="comment-email">Email Address</label><input id="comment-email" name="email">
<label for="comment-url">URL</label><input id="comment-url" name="url">
<label for="comment-text">Comments</label><textarea id="comment-text" name="text"></textarea>
<input type="submit" accesskey="v" name="preview" value="Preview">
%s
</form>
"""
POST = '<input type="submit" accesskey="s" name="post" value="Submit">'

PLAIN = """
<form action="/notes/comment.cgi" method="post" class="comment-form">
<p>Comments are read before they appear.</p>
<label for=n>Name*</label><input id=n name=author><label for=t>Remark</label><textarea id=t name=body></textarea>
<button>Send it</button></form>
"""

ISSO = """
<script data-isso="//talk.journal.example/isso" data-isso-require-author="true" src="x.js"></script>
<section id="isso-thread" data-isso-id="/notes/tides" data-title="Tides"></section>
"""


def discussion(html: str) -> Discussion:
    """What a page says about its comments."""
    root = tree_of(f"<html><head><title>Tides</title></head><body>{html}</body></html>")
    assert root is not None
    return discussion_in(root, URL)


def form(html: str) -> CommentForm:
    """The form of a page."""
    found = discussion(html).form
    assert found is not None
    return found


def delivery(one: CommentForm, *, reply_to: str | None = None) -> Delivery:
    """A comment for a form."""
    draft = Draft(
        id=1,
        url=URL,
        article="Tides",
        text=TEXT,
        identity=Identity(name="Ada", email="ada@example.org"),
        reply_to=reply_to,
        changed=NOW,
        form=one,
    )
    return Delivery(id=1, draft=draft, state=State.SENDING, queued=NOW, changed=NOW)


def reply(status: int, body: str = "", location: str = "") -> Reply:
    """An answer to a comment."""
    headers = {"location": location} if location else {}
    return Reply(url=URL, status=status, headers=headers, body=body.encode())


def test_a_drupal_form_is_read_with_its_notes_and_without_its_trap() -> None:
    found = form(DRUPAL % SAVE)
    assert found.system == "drupal"
    assert [(one.name, one.role) for one in found.visible] == [
        ("name", Role.NAME),
        ("mail", Role.EMAIL),
        ("homepage", Role.WEBSITE),
        ("subject[0][value]", None),
        ("comment_body[0][value]", Role.COMMENT),
    ]
    assert found.visible[1].note == "The content of this field is kept private."
    assert [one.name for one in found.fields if one.honeypot] == ["url"]


def test_a_drupal_comment_is_saved_and_not_previewed() -> None:
    submission = drupal.submission_for(delivery(form(DRUPAL % SAVE)))
    sent = dict(submission.fields)
    assert sent["op"] == "Save"
    assert sent["comment_body[0][value]"] == TEXT
    assert (sent["form_build_id"], sent["form_id"]) == (
        "form-Xy_1",
        "comment_comment_form",
    )
    assert sent["url"] == ""
    assert (
        submission.url == "https://journal.example/comment/reply/node/7/field_comments"
    )


def test_a_drupal_reply_goes_to_the_address_of_what_it_answers() -> None:
    submission = drupal.submission_for(delivery(form(DRUPAL % SAVE), reply_to="12"))
    assert submission.url.endswith("/comment/reply/node/7/field_comments/12")


@pytest.mark.parametrize(
    "html", [DRUPAL % "", MOVABLE_TYPE % ""], ids=["Drupal", "Movable Type"]
)
def test_a_form_that_must_be_previewed_is_left_to_the_browser(html: str) -> None:
    found = discussion(html)
    assert (found.form, found.open, found.browser) == (None, True, URL)
    assert "preview" in (found.why_not or "")


def test_a_form_that_a_script_has_to_unlock_is_left_to_the_browser() -> None:
    found = discussion(DRUPAL % f"<input type=hidden name=antibot_key value=''>{SAVE}")
    assert (found.system, found.form, found.browser) == ("drupal", None, URL)


def test_a_movable_type_form_is_known_whatever_its_script_is_called() -> None:
    found = form(MOVABLE_TYPE % POST)
    assert found.system == "movabletype"
    posting = posting_of(found)
    assert posting is not None
    sent = dict(posting.submission_for(delivery(found)).fields)
    assert sent["post"] == "Submit"
    assert "preview" not in sent
    assert (sent["static"], sent["entry_id"], sent["text"]) == ("1", "42", TEXT)


def test_a_plain_form_is_read_for_what_it_says() -> None:
    found = form(PLAIN)
    assert found.system == "form"
    assert found.notes == ("Comments are read before they appear.",)
    assert [(one.label, one.required, one.role) for one in found.visible] == [
        ("Name", True, Role.NAME),
        ("Remark", False, Role.COMMENT),
    ]
    assert found.button is not None
    assert found.button.label == "Send it"


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        (reply(302, location=f"{URL}#comment-7"), State.ACCEPTED, ""),
        (reply(303, location="/notes/tides.html#c7"), State.ACCEPTED, ""),
        (reply(302, location=URL), State.UNSURE, "redirect"),
        (reply(302), State.UNSURE, "redirect"),
        (reply(307, location="https://evil.example/x"), State.REFUSED, "evil.example"),
        (reply(200, "<div class='messages messages--error'>Name is required.</div>"), State.REFUSED, "Name is required."),
        (reply(200, "<p role=alert>Wrong sum.</p>"), State.REFUSED, "Wrong sum."),
        (reply(200, "<title>Thank you</title>"), State.UNSURE, "Thank you"),
        (reply(403, "<title>Forbidden</title>"), State.REFUSED, "Forbidden"),
        (reply(429, "<title>Slow down</title>"), State.QUEUED, "Slow down"),
        (reply(500, "<title>Oops</title>"), State.UNSURE, "Oops"),
    ],
)  # fmt: skip
def test_only_what_can_mean_nothing_else_is_a_yes_or_a_no(
    answer: Reply, state: State, words: str
) -> None:
    verdict = plain.verdict_on(delivery(form(PLAIN)), answer)
    assert verdict.state is state
    assert words in verdict.words


def test_a_comment_is_found_on_the_page_by_its_words() -> None:
    (look,) = plain.looks_for(delivery(form(PLAIN)))
    shown = f"<p>{TEXT.replace(';', ' —')}</p>"
    assert look.url == URL
    assert look.find(Page(url=URL, body=shown.encode())).seen is Seen.PUBLIC


@pytest.mark.parametrize(
    "html",
    ["<p>Nothing.", f"<form><textarea>{TEXT}</textarea></form>", ""],
)
def test_a_comment_that_only_stands_in_the_form_again_is_not_seen(html: str) -> None:
    (look,) = plain.looks_for(delivery(form(PLAIN)))
    assert look.find(Page(url=URL, body=html.encode())).seen is None
    assert look.find(CannotReach(URL, "Away.")).seen is None


def test_an_isso_thread_has_the_form_that_isso_makes() -> None:
    found = form(ISSO)
    assert found.system == "isso"
    parts = urlsplit(found.action)
    assert (parts.scheme, parts.netloc, parts.path) == (
        "https",
        "talk.journal.example",
        "/isso/new",
    )
    assert parse_qs(parts.query) == {"uri": ["/notes/tides"]}
    assert [(one.name, one.required) for one in found.visible] == [
        ("text", True),
        ("author", True),
        ("email", False),
        ("website", False),
    ]
    assert "talk.journal.example" in (found.warning or "")


def test_an_isso_thread_without_an_id_is_the_pages_path() -> None:
    found = form("<script data-isso='/isso/'></script><div id=isso-thread></div>")
    assert found.action == "https://journal.example/isso/new?uri=%2Fnotes%2Ftides.html"


def test_an_isso_comment_is_json_without_what_is_empty() -> None:
    submission = isso.submission_for(delivery(form(ISSO), reply_to="12"))
    assert submission.encoding is Encoding.JSON
    assert json.loads(submission.document) == {
        "text": TEXT,
        "author": "Ada",
        "email": "ada@example.org",
        "title": "Tides",
        "parent": 12,
    }


@pytest.mark.parametrize(
    ("answer", "state", "seen", "words"),
    [
        (reply(201, '{"id": 5, "mode": 1}'), State.ACCEPTED, Seen.PUBLIC, ""),
        (reply(202, '{"id": 5, "mode": 2}'), State.HELD, Seen.HELD, "approves"),
        (reply(400, "<h1>Bad Request</h1><p>text is missing</p>"), State.REFUSED, None, "text is missing"),
        (reply(403, "<p>email address required but not provided</p>"), State.REFUSED, None, "email address required"),
        (reply(403, "<p>ratelimit exceeded (1, 2)</p>"), State.QUEUED, None, "ratelimit"),
        (reply(500, ""), State.UNSURE, None, "500"),
        (reply(200, "<p>Sign in</p>"), State.UNSURE, None, "200"),
    ],
)  # fmt: skip
def test_an_isso_answer_means_what_its_status_says(
    answer: Reply, state: State, seen: Seen | None, words: str
) -> None:
    verdict = isso.verdict_on(delivery(form(ISSO)), answer)
    assert (verdict.state, verdict.seen) == (state, seen)
    assert words in verdict.words


def test_an_isso_comment_is_found_in_its_thread_under_another() -> None:
    thread = {
        "replies": [
            {
                "id": 3,
                "text": "First.",
                "author": None,
                "created": 1_700_000_000.5,
                "replies": [{"id": 4, "text": TEXT, "author": "Ada", "replies": []}],
            }
        ]
    }
    page = Page(url=URL, body=json.dumps(thread).encode())
    (look,) = isso.looks_for(delivery(form(ISSO)))
    assert look.url == "https://talk.journal.example/isso/?uri=%2Fnotes%2Ftides&plain=1"
    assert (look.find(page).seen, look.find(page).comment_id) == (Seen.PUBLIC, "4")
    first, second = isso.thread_in(page)
    assert (first.parent, second.parent) == (None, "3")


@pytest.mark.parametrize("body", [b"", b"[]", b'{"replies": 3}', b'{"replies": [1]}'])
def test_what_is_no_thread_shows_no_comment(body: bytes) -> None:
    (look,) = isso.looks_for(delivery(form(ISSO)))
    assert look.find(Page(url=URL, body=body)).seen is None


def test_isso_wants_three_characters() -> None:
    one = form(ISSO)
    written = delivery(one).draft
    assert isso.further_problem(one, written) is None
    problem = isso.further_problem(one, replace(written, text="ok"))
    assert problem is not None
    assert problem.field == "text"


@pytest.mark.parametrize(
    ("html", "system", "browser"),
    [
        ("<div id=disqus_thread></div>", "disqus", f"{URL}#disqus_thread"),
        ("<script src='https://tides.disqus.com/embed.js'></script>", "disqus", f"{URL}#disqus_thread"),
        (
            "<div id=discourse-comments></div><script>DiscourseEmbed = {discourseUrl: 'https://forum.example/', topicId: 88};</script>",
            "discourse",
            "https://forum.example/t/88",
        ),
        ("<div id=discourse-comments></div>", "discourse", f"{URL}#discourse-comments"),
        ("<script data-ghost-comments=https://journal.example data-post-id=1></script>", "ghost", f"{URL}#ghost-comments"),
        ("<iframe id=jetpack_remote_comment name=jetpack_remote_comment></iframe>", "jetpack", f"{URL}#respond"),
        ("<div id=comment-form__verbum></div>", "wordpress.com", f"{URL}#respond"),
        (
            "<a id=comment-editor-src href='https://www.blogger.com/comment/frame/1?po=2'></a>",
            "blogger",
            "https://www.blogger.com/comment/frame/1?po=2",
        ),
        ("<div id=remark42></div>", "remark42", f"{URL}#remark42"),
        ("<script src='https://giscus.app/client.js'></script>", "giscus", URL),
        ("<div class='x fb-comments'></div>", "facebook", URL),
        ("<div id=commento></div>", "commento", f"{URL}#commento"),
        ("<hyvor-talk-comments></hyvor-talk-comments>", "hyvor", URL),
        ("<div id=coral_thread></div>", "coral", f"{URL}#coral_thread"),
    ],
)  # fmt: skip
def test_an_embedded_system_is_recognised_and_left_to_the_browser(
    html: str, system: str, browser: str
) -> None:
    found = discussion(html)
    assert (found.system, found.form, found.open) == (system, None, True)
    assert found.browser == browser
    assert found.why_not


def test_a_form_wins_over_an_embed_beside_it() -> None:
    assert discussion(f"<div id=disqus_thread></div>{PLAIN}").system == "form"
