"""WordPress as its pages and answers are written; the real one is asked elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.comment import CommentForm, Discussion, Draft
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.errors import CannotReach
from reader.domain.exchange import Page, Reply
from reader.domain.identity import Identity
from reader.sites.comments import wordpress, wordpress_sight, wordpress_thread
from reader.sites.comments.systems import discussion_in, discussion_on, speaks_of
from reader.text.markup.tree import tree_of

URL = "https://news.example/2020/06/17/mill-lane/"
SCRIPT = "https://news.example/wp-comments-post.php"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

FORM = f"""
<div id="respond" class="comment-respond">
<h3 id="reply-title" class="comment-reply-title">Deixe um comentário
 <small><a id="cancel-comment-reply-link" href="#respond" style="display:none;">Cancelar</a></small></h3>
<form action="{SCRIPT}" method="post" id="commentform" class="comment-form">
<p class="comment-notes"><span id="email-notes">O seu endereço não será publicado.</span>
 <span class="required-field-message">Campos obrigatórios marcados com <span class="required">*</span></span></p>
<p class="comment-form-comment"><label for="comment">Comentário <span class="required">*</span></label>
 <textarea id="comment" name="comment" maxlength="65525" required></textarea></p>
<p class="comment-form-author"><label for="author">Nome <span class="required">*</span></label>
 <input id="author" name="author" type="text" value="" maxlength="245" required></p>
<p class="comment-form-email"><label for="email">Email <span class="required">*</span></label>
 <input id="email" name="email" type="text" maxlength="100" aria-describedby="email-notes" required></p>
<p class="comment-form-url"><label for="url">Site</label> <input id="url" name="url" type="text" maxlength="200"></p>
<p class="form-submit"><input name="submit" type="submit" id="submit" value="Publicar">
 <input type='hidden' name='comment_post_ID' value='5'> <input type='hidden' name='comment_parent' value='0'></p>
</form></div>
"""

THREAD = """
<h2 class="comments-title">1.204 comentários</h2>
<ol class="comment-list">
 <li id="comment-7" class="comment depth-1 parent"><article class="comment-body">
  <footer><b class="fn">Tomás</b> <a href="#"><time datetime="2020-06-18T09:00:00+01:00">ontem</time></a></footer>
  <div class="comment-content"><p>Quarenta anos “sem” passadeira.</p><p>E agora?</p></div>
  <div class="reply"><a rel="nofollow">Responder</a></div></article>
  <ol class="children"><li id="comment-8" class="comment depth-2"><article class="comment-body">
   <footer><b class="fn">Inês</b> <time datetime="2020-06-18T10:00:00+01:00">hoje</time></footer>
   <em class="comment-awaiting-moderation">Aguarda moderação.</em>
   <div class="comment-content"><p>Agora, devagar.</p></div></article></li></ol></li>
</ol>
"""


def page(html: str, classes: str = "single postid-5") -> Discussion:
    """What a page of a WordPress says about its comments."""
    root = tree_of(f"<!doctype html><html><body class='{classes}'>{html}</body></html>")
    assert root is not None
    return discussion_in(root, URL)


@pytest.fixture
def form() -> CommentForm:
    found = page(FORM).form
    assert found is not None
    return found


@pytest.fixture
def delivery(form: CommentForm) -> Delivery:
    draft = Draft(
        id=1,
        url=URL,
        article="Mill Lane",
        text="Forty years without a crossing, and now — slowly.",
        identity=Identity(name="Ada", email="ada@example.org"),
        changed=NOW,
        form=form,
    )
    return Delivery(id=1, draft=draft, state=State.SENDING, queued=NOW, changed=NOW)


def reply(status: int, body: bytes = b"", **headers: str) -> Reply:
    """An answer of the script."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(url=SCRIPT, status=status, headers=named, body=body)


def said(status: int, message: str, **headers: str) -> Reply:
    """An answer as WordPress words it in JSON."""
    body = {"code": "wp_die", "message": message, "data": {"status": status}}
    return reply(status, json.dumps(body).encode(), **headers)


def test_a_form_keeps_the_sites_own_words(form: CommentForm) -> None:
    assert form.title == "Deixe um comentário"
    assert form.notes == (
        "O seu endereço não será publicado.",
        "Campos obrigatórios marcados com *",
    )
    assert [(one.name, one.label, one.required) for one in form.visible] == [
        ("comment", "Comentário", True),
        ("author", "Nome", True),
        ("email", "Email", True),
        ("url", "Site", False),
    ]
    assert form.button is not None
    assert form.button.label == "Publicar"


def test_a_thread_is_counted_by_its_title_where_more_is_on_other_pages() -> None:
    assert page(THREAD + FORM).count == 1204


def test_a_thread_without_a_title_is_counted_by_what_stands_there() -> None:
    assert page(THREAD.replace("comments-title", "other") + FORM).count == 2


def test_a_title_without_a_number_counts_what_stands_there() -> None:
    assert page(THREAD.replace("1.204 comentários", "Um comentário") + FORM).count == 2


def test_a_post_that_takes_no_comments_is_closed() -> None:
    found = page("<p class='no-comments'>Comentários fechados.</p>")
    assert (found.open, found.system, found.why_not) == (
        False,
        "wordpress",
        "Comentários fechados.",
    )


def test_a_page_that_is_no_post_says_nothing_of_comments() -> None:
    assert page("<p>News.</p>", classes="home blog").open is None


def test_a_closed_post_that_embeds_another_system_is_that_systems() -> None:
    found = page("<div id='disqus_thread'></div>")
    assert (found.system, found.open) == ("disqus", True)


def test_a_thread_is_read_with_its_replies() -> None:
    root = tree_of(THREAD)
    assert root is not None
    first, second = wordpress_thread.thread_on(root, URL)
    assert (first.id, first.author, first.parent) == ("7", "Tomás", None)
    assert first.text == "Quarenta anos “sem” passadeira.\n\nE agora?"
    assert first.url == f"{URL}#comment-7"
    assert first.published is not None
    assert first.published.isoformat() == "2020-06-18T09:00:00+01:00"
    assert (second.id, second.author, second.parent, second.held) == (
        "8",
        "Inês",
        "7",
        True,
    )
    assert second.text == "Agora, devagar."


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        (said(200, "<p><strong>Erro:</strong> Escreva o comentário.</p>"), State.REFUSED, "Erro: Escreva o comentário."),
        (said(409, "Já disse isso!"), State.REFUSED, "Já disse isso!"),
        (said(403, "Comentários fechados."), State.REFUSED, "Comentários fechados."),
        (said(429, "Mais devagar."), State.QUEUED, "Mais devagar."),
        (said(503, "Briefly unavailable for scheduled maintenance."), State.QUEUED, "Briefly unavailable for scheduled maintenance."),
        (said(500, "There has been a critical error on this website."), State.UNSURE, "critical error"),
        (reply(502, b"<title>Bad Gateway</title>"), State.UNSURE, "Bad Gateway"),
        (reply(503, b"<title>Backend fetch failed</title>", retry_after="5"), State.UNSURE, "Backend fetch failed"),
        (reply(200), State.REFUSED, "empty page"),
        (reply(200, b"<title>Welcome</title><p>Sign in to the train"), State.UNSURE, "Welcome"),
        (reply(200, b"{}"), State.UNSURE, "does not say"),
        (reply(200, b'{"success": true, "message": "Thank you!"}'), State.UNSURE, "does not say"),
        (reply(200, b'{"message": 7}'), State.UNSURE, "does not say"),
        (reply(200, b"[" * 100_000), State.UNSURE, ""),
        (reply(403, b"<title>Just a moment...</title>"), State.REFUSED, "Just a moment..."),
        (reply(404), State.REFUSED, "404"),
        (reply(405, b"", allow="POST"), State.REFUSED, "405"),
        (reply(302), State.UNSURE, "redirect"),
        (reply(302, b"", location="https://news.example/thanks/"), State.UNSURE, "redirect"),
        (reply(302, b"", location="javascript:alert(1)"), State.UNSURE, "redirect"),
        (reply(302, b"", location="https://portal.example/login"), State.UNSURE, "portal.example"),
        (reply(301, b"", location="https://www.news.example/wp-comments-post.php"), State.REFUSED, "www.news.example"),
        (reply(307, b"", location="https://evil.example/collect"), State.REFUSED, "evil.example"),
        (reply(308, b"", location=f"{URL}#comment-9"), State.REFUSED, "instead"),
        (reply(302, b"", location="https://news.example/thanks/", x_redirect_by="WordPress"), State.ACCEPTED, ""),
        (reply(302, b"", location="https://evil.example/", x_redirect_by="WordPress"), State.UNSURE, "evil.example"),
    ],
)  # fmt: skip
def test_an_answer_means_what_its_status_says(
    delivery: Delivery, answer: Reply, state: State, words: str
) -> None:
    verdict = wordpress.verdict_on(delivery, answer)
    assert verdict.state is state
    assert words in verdict.words
    assert "\x1b" not in verdict.words


def test_a_comment_that_is_public_has_its_place(delivery: Delivery) -> None:
    answer = reply(302, location=f"{URL}comment-page-2/#comment-9")
    assert wordpress.verdict_on(delivery, answer) == Verdict(
        state=State.ACCEPTED,
        permalink=f"{URL}comment-page-2/#comment-9",
        comment_id="9",
    )


def test_a_comment_that_waits_has_a_place_of_its_authors_own(
    delivery: Delivery,
) -> None:
    place = f"{URL}?unapproved=12&moderation-hash=abc#comment-12"
    verdict = wordpress.verdict_on(delivery, reply(302, location=place))
    assert (verdict.state, verdict.seen, verdict.comment_id) == (
        State.HELD,
        Seen.HELD,
        "12",
    )
    assert verdict.permalink == place


def test_a_duplicate_of_a_try_whose_answer_was_lost_is_that_try(
    delivery: Delivery,
) -> None:
    again = replace(delivery, doubtful=True, tries=2)
    assert wordpress.verdict_on(again, said(409, "Duplicate.")).state is State.ACCEPTED


@pytest.mark.parametrize(
    ("asked", "wait"),
    [("", 15), ("5", 15), ("120", 120), ("soon", 15), ("9" * 20, 86_400)],
)
def test_a_site_in_no_hurry_is_given_its_time(
    delivery: Delivery, asked: str, wait: float
) -> None:
    verdict = wordpress.verdict_on(delivery, said(429, "Slow.", retry_after=asked))
    assert verdict.wait == wait


def test_the_sites_words_are_cleaned_and_have_an_end(delivery: Delivery) -> None:
    long = "word " * 5000
    answer = said(
        403,
        f"<p>No\u202e. {long}</p><p><a href='javascript:history.back()'>« Back</a></p>",
    )
    verdict = wordpress.verdict_on(delivery, answer)
    assert verdict.words.startswith("No. word")
    assert "Back" not in verdict.words
    assert len(verdict.words) <= 1000


def test_an_error_page_in_html_is_read_too(delivery: Delivery) -> None:
    body = (
        "<html><head><title>Fehler</title></head><body id='error-page'>"
        "<div class='wp-die-message'>Doppelter Kommentar.</div>"
        "<p><a href='javascript:history.back()'>« Zurück</a></p></body></html>"
    )
    verdict = wordpress.verdict_on(delivery, reply(409, body.encode()))
    assert verdict.words == "Doppelter Kommentar."


def test_a_submission_is_what_a_browser_would_send(delivery: Delivery) -> None:
    submission = wordpress.submission_for(
        replace(delivery, draft=replace(delivery.draft, reply_to="7"))
    )
    assert submission.url == SCRIPT
    assert submission.fields == (
        ("comment", "Forty years without a crossing, and now — slowly."),
        ("author", "Ada"),
        ("email", "ada@example.org"),
        ("url", ""),
        ("comment_post_ID", "5"),
        ("comment_parent", "7"),
        ("submit", "Publicar"),
    )
    assert submission.headers["Accept"] == "application/json"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("if (a<b && c>d)", "if (a&lt;b &amp;&amp; c&gt;d)"),
        ("I <3 it", "I &lt;3 it"),
        ("&amp;", "&amp;amp;"),
        ("<em>so</em>", "<em>so</em>"),
        ("<EM>so</em >", "<EM>so</em >"),
        ("<blockquote>a & b</blockquote>", "<blockquote>a &amp; b</blockquote>"),
        ('<a href="https://x.example/?a=1&b=2">x</a>', '<a href="https://x.example/?a=1&amp;b=2">x</a>'),
        ("a<b>c", "a&lt;b&gt;c"),
        ("</em>", "&lt;/em&gt;"),
        ("<em><b>x</em></b>", "<em>&lt;b&gt;x</em>&lt;/b&gt;"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ('<b onclick="x()">y</b>', '&lt;b onclick="x()"&gt;y&lt;/b&gt;'),
        ("<p>x</p>", "&lt;p&gt;x&lt;/p&gt;"),
        ("“curly” 漢字 🌊", "“curly” 漢字 🌊"),
    ],
)  # fmt: skip
def test_what_is_typed_is_written_so_that_it_is_stored(typed: str, stored: str) -> None:
    assert wordpress.as_stored(typed) == stored


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_plain_text_comes_back_as_it_was_typed(text: str) -> None:
    plain = text.replace("</", "< /")
    assert unescape(wordpress.as_stored(plain)) == unescape(plain.replace("&", "&amp;"))


@given(
    st.lists(
        st.sampled_from(
            ["<em>", "</em>", "<b>", "</b>", "<", ">", "&", "x", "<q>", "</q>"]
        ),
        max_size=30,
    ).map("".join)
)
def test_what_is_stored_is_markup_that_closes_what_it_opens(text: str) -> None:
    opened: list[str] = []
    for piece in wordpress.as_stored(text).split("<")[1:]:
        tag = piece.partition(">")[0]
        if tag.startswith("/"):
            assert opened.pop() == tag[1:]
        else:
            opened.append(tag)
    assert opened == []


def test_a_comment_that_grows_too_long_in_bytes_is_a_problem(
    form: CommentForm, delivery: Delivery
) -> None:
    text = "漢" * 30_000
    problem = wordpress.further_problem(form, replace(delivery.draft, text=text))
    assert problem is not None
    assert (problem.field, problem.label) == ("comment", "Comentário")
    assert "24475 bytes" in problem.words
    assert wordpress.further_problem(form, delivery.draft) is None


def _rows(*rows: dict[str, object]) -> Page:
    return Page(
        url=SCRIPT, body=json.dumps(rows).encode(), content_type="application/json"
    )


def _row(**more: object) -> dict[str, object]:
    row: dict[str, object] = {
        "id": 9,
        "parent": 0,
        "author_name": "Ada",
        "date_gmt": "2026-03-01T12:00:00",
        "content": {
            "rendered": "<p>Forty years without a crossing, and now &#8212; slowly.</p>\n"
        },
        "link": f"{URL}#comment-9",
        "status": "approved",
    }
    return row | more


def test_a_comment_is_found_in_the_sites_list_by_its_words_and_its_author(
    delivery: Delivery,
) -> None:
    api, its_page = wordpress_sight.looks_for(delivery)
    assert api.url.startswith("https://news.example/?rest_route=/wp/v2/comments&post=5")
    assert its_page.url == URL
    found = api.find(_rows(_row(id=3, author_name="Bea"), _row()))
    assert (found.seen, found.comment_id, found.permalink) == (
        Seen.PUBLIC,
        "9",
        f"{URL}#comment-9",
    )


@pytest.mark.parametrize(
    "answer",
    [
        _rows(),
        _rows(_row(author_name="Bea")),
        _rows(_row(content={"rendered": "<p>Something else.</p>"})),
        _rows(_row(content=None), {}),
        Page(url=URL, body=b"<!doctype html><p>No list."),
        Page(url=URL, body=b"[" * 100_000),
        Page(url=URL, body=b'{"a": 1}'),
        CannotReach(URL, "Away."),
    ],
)
def test_a_comment_that_is_not_there_is_not_seen(
    delivery: Delivery, answer: Page | CannotReach
) -> None:
    assert [look.find(answer).seen for look in wordpress_sight.looks_for(delivery)] == [
        None,
        None,
    ]


def test_a_comment_is_found_on_its_page_by_its_number(delivery: Delivery) -> None:
    taken = replace(delivery, comment_id="8", permalink=f"{URL}#comment-8")
    its_page, api = wordpress_sight.looks_for(taken)
    assert its_page.find(Page(url=URL, body=THREAD.encode())).seen is Seen.HELD
    assert api.url == "https://news.example/?rest_route=/wp/v2/comments/8"
    assert api.find(CannotReach(URL, "Gone.", status=404)).seen is Seen.GONE
    assert api.find(CannotReach(URL, "No.", status=401)).seen is None


def test_the_page_of_an_article_is_told_from_another() -> None:
    portal = Page(url=URL, body=b"<title>Welcome</title><h1>Sign in</h1>")
    article = Page(url=URL, body="<h1>Mill Lane’s crossing</h1>".encode())
    assert not speaks_of(portal, "Mill Lane's crossing")
    assert speaks_of(article, "Mill Lane's crossing")
    assert not speaks_of(Page(url=URL, body=b""), "Mill Lane")
    assert discussion_on(Page(url=URL, body=b"")) == Discussion()


def standing(
    number: int, level: int, *, link: bool = True, kind: str = "comment"
) -> str:
    reply = f"<a class='comment-reply-link' href='{URL}?replytocom={number}#respond'>Reply</a>"
    return (
        f"<li id='comment-{number}' class='{kind} depth-{level}'>"
        f"<div class='comment-content'><p>So.</p></div>{reply if link else ''}</li>"
    )


@pytest.mark.parametrize(
    ("comments", "deepest"),
    [
        ("", None),
        (standing(1, 1) + standing(2, 2), None),
        (standing(1, 1) + standing(2, 2) + standing(3, 3, link=False), 3),
        (standing(1, 1, link=False, kind="pingback") + standing(2, 1), None),
        (standing(1, 1, link=False) + standing(2, 2), None),
        (standing(1, 1, link=False), 0),
        (standing(1, 1, link=False, kind="pingback"), None),
    ],
)
def test_answers_go_as_deep_as_the_page_offers_them(
    comments: str, deepest: int | None
) -> None:
    root = tree_of(
        f"<body class='single postid-5'><ol>{comments}</ol><form id='commentform'></form>"
    )
    assert root is not None
    found = wordpress_thread.whereabouts_in(root, URL)
    assert found is not None
    assert found.deepest == deepest
