"""Forms as pages have them, and as a browser would send them."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.comment import (
    CommentForm,
    Discussion,
    Draft,
    Field,
    FieldKind,
    Option,
    Role,
)
from reader.domain.identity import Identity
from reader.sites.comments.filling import fill_in
from reader.sites.comments.systems import SYSTEMS, discussion_in, posting_of
from reader.text.markup.tree import tree_of

URL = "https://news.example/2020/06/mill-lane/"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def discussion(html: str, url: str | None = URL) -> Discussion:
    """What a page says about its comments."""
    root = tree_of(f"<!doctype html><html><body>{html}</body></html>")
    assert root is not None
    return discussion_in(root, url)


def form(inside: str, attributes: str = "") -> CommentForm:
    """A plain form with these controls."""
    found = discussion(
        f"<form id=comment-form method=post action=/comment {attributes}>{inside}"
        "<textarea name=message></textarea><button>Send</button></form>"
    ).form
    assert found is not None
    return found


def field(inside: str) -> Field:
    """The first field of a plain form."""
    return form(inside).fields[0]


def draft(one: CommentForm, text: str = "A remark.", **fields: str) -> Draft:
    """A draft for a form."""
    return Draft(
        id=1,
        url=URL,
        article="Mill Lane",
        text=text,
        identity=Identity(name="Ada", email="ada@example.org"),
        fields=fields,
        changed=NOW,
        form=one,
    )


def sent(one: CommentForm, **fields: str) -> dict[str, str]:
    """What is sent of a form when these fields are set."""
    return dict(fill_in(one, draft(one, **fields)))


@pytest.mark.parametrize(
    ("markup", "label"),
    [
        ("<label for=a>Town <span class=required>*</span></label><input id=a name=a>", "Town"),
        ("<label for=a>Town *</label><input id=a name=a>", "Town"),
        ("<label for=a>Town:*</label><input id=a name=a>", "Town"),
        ("<label for=a>Town <em>(of birth)</em></label><input id=a name=a>", "Town (of birth)"),
        ("<label>Town <input name=a></label>", "Town"),
        ("<b id=b>Your</b> <b id=c>town</b><input name=a aria-labelledby='b c'>", "Your town"),
        ("<input name=a aria-label='Your town*'>", "Your town"),
        ("<input name=a placeholder='Your town'>", "Your town"),
        ("<input name=a title='Your town'>", "Your town"),
        ("<input name=a>", "a"),
        ("<label for=a>Ville\u202e</label><input id=a name=a>", "Ville"),
    ],
)  # fmt: skip
def test_a_field_is_called_what_the_page_calls_it(markup: str, label: str) -> None:
    assert field(markup).label == label


@pytest.mark.parametrize(
    ("markup", "required"),
    [
        ("<input name=a required>", True),
        ("<input name=a required='required'>", True),
        ("<input name=a aria-required='true'>", True),
        ("<label for=a>Town <span class=required>*</span></label><input id=a name=a>", True),
        ("<label for=a>Town*</label><input id=a name=a>", True),
        ("<label for=a>Town</label><input id=a name=a>", False),
        ("<input name=a aria-required='false'>", False),
        ("<input type=hidden name=a required>", False),
    ],
)  # fmt: skip
def test_a_field_is_required_where_the_page_marks_it(
    markup: str, *, required: bool
) -> None:
    assert field(markup).required is required


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<input name=a>", FieldKind.TEXT),
        ("<input name=a type=tel>", FieldKind.TEXT),
        ("<input name=a type=EMAIL>", FieldKind.EMAIL),
        ("<input name=a type=url>", FieldKind.URL),
        ("<input name=a type=hidden>", FieldKind.HIDDEN),
        ("<input name=a type=checkbox>", FieldKind.CHECKBOX),
        ("<input name=a type=radio>", FieldKind.RADIO),
        ("<select name=a></select>", FieldKind.SELECT),
        ("<textarea name=a></textarea>", FieldKind.LONG_TEXT),
    ],
)
def test_a_field_takes_what_its_type_says(markup: str, kind: FieldKind) -> None:
    assert field(markup).kind is kind


@pytest.mark.parametrize(
    ("given", "limit"),
    [("245", 245), (" 7 ", 7), ("0", 0), ("-1", None), ("x", None), ("", None), ("9" * 30, None), ("٣", None)],
)  # fmt: skip
def test_a_limit_is_a_whole_number(given: str, limit: int | None) -> None:
    assert field(f"<input name=a maxlength='{given}'>").limit == limit


@pytest.mark.parametrize(
    "markup",
    [
        "<input type=submit name=a>",
        "<input type=image name=a>",
        "<input type=reset name=a>",
        "<input type=button name=a>",
        "<button name=a>Go</button>",
        "<input type=file name=a>",
        "<input>",
        "<input name=''>",
        "<input name=a disabled>",
        "<fieldset disabled><input name=a></fieldset>",
    ],
)
def test_what_is_not_sent_is_no_field(markup: str) -> None:
    assert [one.name for one in form(markup).fields] == ["message"]


def test_fields_stand_in_the_pages_order() -> None:
    found = form("<input name=z><select name=a></select><input type=hidden name=m>")
    assert [one.name for one in found.fields] == ["z", "a", "m", "message"]


def test_a_control_outside_that_names_the_form_is_its_field() -> None:
    found = discussion(
        "<form id=comments method=post action=/c><textarea name=t></textarea></form>"
        "<input name=outside form=comments><input name=other form=another>"
    ).form
    assert found is not None
    assert [one.name for one in found.fields] == ["t", "outside"]


def test_the_notes_of_a_form_are_its_sentences() -> None:
    found = form(
        "<p>Be kind.</p><p>Links are <b>checked</b>.</p>"
        "<p><label>Name</label><input name=n></p><p style='display:none'>Robots only.</p>"
    )
    assert found.notes == ("Be kind.", "Links are checked.")


def test_what_a_field_is_described_by_is_its_note() -> None:
    found = field("<i id=why>It is not shown.</i><input name=a aria-describedby=why>")
    assert found.note == "It is not shown."


def test_a_select_says_what_it_may_be_set_to() -> None:
    found = field(
        "<select name=a><option value=''>Choose</option><option selected>Mill Lane</option>"
        "<option value=2>Station Road</option></select>"
    )
    assert found.value == "Mill Lane"
    assert found.options == (
        Option("", "Choose"),
        Option("Mill Lane", "Mill Lane"),
        Option("2", "Station Road"),
    )


def test_a_select_that_says_nothing_has_its_first_option() -> None:
    assert field("<select name=a><option>One<option>Two</select>").value == "One"


def test_radio_buttons_of_one_name_are_one_field() -> None:
    found = form(
        "<fieldset><legend>Do you live there?</legend>"
        "<label><input type=radio name=a value=y> Yes</label>"
        "<label><input type=radio name=a value=n required checked> No</label></fieldset>"
    ).fields[0]
    assert (found.label, found.value, found.required) == (
        "Do you live there?",
        "n",
        True,
    )
    assert found.options == (Option("y", "Yes"), Option("n", "No"))


def test_a_box_that_the_page_ticks_is_sent_only_if_the_person_ticks_it() -> None:
    one = form("<label><input type=checkbox name=news value=1 checked> News</label>")
    assert one.fields[0].value == "1"
    assert "news" not in sent(one)
    assert sent(one, news="1")["news"] == "1"


@pytest.mark.parametrize(
    ("value", "ticked"),
    [("yes", True), ("1", True), ("on", True), ("no", False), ("", False), ("0", False), ("False", False)],
)  # fmt: skip
def test_a_box_is_ticked_by_any_word_but_a_no(value: str, *, ticked: bool) -> None:
    one = form("<input type=checkbox name=a value=agreed>")
    assert ("a" in sent(one, a=value)) is ticked


def test_boxes_of_one_name_are_ticked_by_their_values() -> None:
    one = form(
        "<input type=checkbox name=a value=x><input type=checkbox name=a value=y>"
    )
    filled = fill_in(one, draft(one, a="y"))
    assert [pair for pair in filled if pair[0] == "a"] == [("a", "y")]


def test_what_is_hidden_is_sent_as_it_is_found() -> None:
    one = form("<input type=hidden name=token value='a&amp;b=='>")
    assert sent(one, token="mine")["token"] == "a&b=="


def test_a_button_with_a_name_is_sent_as_a_browser_sends_it() -> None:
    one = form("<input type=submit name=post value='Post it'>")
    assert sent(one)["post"] == "Post it"


def test_line_breaks_are_sent_as_browsers_send_them() -> None:
    one = form("<input name=n>")
    filled = fill_in(one, draft(one, text="One.\n\nTwo.\r\nThree."))
    assert ("message", "One.\r\n\r\nTwo.\r\nThree.") in filled


def test_a_field_of_one_line_gets_one_line() -> None:
    one = form("<input name=town>")
    assert sent(one, town="Mill\nbrook\x1b[2J")["town"] == "Mill brook"


HIDING = [
    "style='display: none'",
    "style='display:none !important;'",
    "style='position:absolute; left: -9999px'",
    "style='position:absolute;top:-5000em'",
    "style='visibility : hidden'",
    "style='opacity:0;'",
    "style='height:0;overflow:hidden'",
    "style='clip:rect(0 0 0 0);position:absolute'",
    "style='text-indent:-9999px'",
    "aria-hidden=true",
    "hidden",
    "class='x screen-reader-text'",
]


@pytest.mark.parametrize("how", HIDING)
@pytest.mark.parametrize("where", ["on the field", "around it"])
def test_what_is_hidden_from_people_is_a_trap_and_left_alone(
    how: str, where: str
) -> None:
    markup = (
        f"<input name=website value=found {how}>"
        if where == "on the field"
        else f"<div {how}><p><label>Website <input name=website value=found></label></p></div>"
    )
    one = form(markup)
    found = one.fields[0]
    assert (found.kind, found.honeypot, found.role) == (FieldKind.HIDDEN, True, None)
    assert found not in one.visible
    assert sent(one, website="https://ada.example")["website"] == "found"


@pytest.mark.parametrize(
    "markup",
    [
        "<input name=a tabindex=-1 autocomplete=off>",
        "<input name=your_honeypot>",
        "<input name=ak_hp_textarea>",
        "<input name='form[hp]'>",
        "<label for=a>Leave this field empty</label><input id=a name=a>",
        "<label for=a>Wenn du ein Mensch bist, bitte leer lassen</label><input id=a name=a>",
        "<label for=a>Si vous êtes humain, laissez ce champ vide</label><input id=a name=a>",
    ],
)
def test_a_trap_that_gives_itself_away_is_left_alone(markup: str) -> None:
    assert field(markup).honeypot


@pytest.mark.parametrize(
    "markup",
    [
        "<input name=a style='opacity:0.9'>",
        "<input name=a style='left:-1px'>",
        "<input name=a tabindex=-1 required>",
        "<input name=shipping_hpa>",
        "<label for=a>Phone (optional)</label><input id=a name=a>",
        "<p style='color:none'><input name=a></p>",
    ],
)
def test_what_people_can_see_is_no_trap(markup: str) -> None:
    assert not field(markup).honeypot


@pytest.mark.parametrize(
    ("sheet", "trap"),
    [
        (".pot{display:none}", True),
        ("#it , .other { position:absolute; left:-9999px }", True),
        ("@media print{.pot{display:none}}", False),
        (".no-js .pot{display:none}", False),
        (".pot{display:block}", False),
        ("}}{.pot{", False),
    ],
)
def test_a_style_sheet_of_the_page_can_hide_a_trap(sheet: str, *, trap: bool) -> None:
    found = form(f"<style>{sheet}</style><input id=it class=pot name=a>")
    assert found.fields[0].honeypot is trap


def test_a_form_whose_holder_is_hidden_is_shown_by_a_script_and_no_trap() -> None:
    found = discussion(
        "<div style='display:none'><form id=comments method=post action=/c>"
        "<textarea name=t></textarea></form></div>"
    ).form
    assert found is not None
    assert found.visible[0].role is Role.COMMENT


def test_the_comment_goes_where_people_write_it_not_where_robots_do() -> None:
    """Some sites rename the field and hide one with the old name."""
    found = discussion(
        "<form action=/wp-comments-post.php method=post>"
        "<textarea name=x7f3 aria-label=Comment required></textarea>"
        "<textarea name=comment aria-hidden=true style='clip:rect(1px,1px,1px,1px)'></textarea>"
        "<input type=hidden name=comment_post_ID value=5></form>"
    ).form
    assert found is not None
    comment = found.by_role(Role.COMMENT)
    assert comment is not None
    assert comment.name == "x7f3"
    filled = dict(fill_in(found, draft(found)))
    assert (filled["x7f3"], filled["comment"]) == ("A remark.", "")


@pytest.mark.parametrize(
    ("action", "url"),
    [
        ("/c", "https://news.example/c"),
        ("post.php", "https://news.example/2020/06/mill-lane/post.php"),
        ("//forms.example/c", "https://forms.example/c"),
        ("http://news.example/c", "http://news.example/c"),
        ("", URL),
    ],
)
def test_a_form_is_sent_where_its_page_says(action: str, url: str) -> None:
    found = discussion(
        f"<form id=comments method=post action='{action}'><textarea name=t></textarea></form>"
    ).form
    assert found is not None
    assert found.action == url


@pytest.mark.parametrize(
    "action",
    ["javascript:send()", "mailto:a@b.example", "http://[", "ftp://x.example/"],
)
def test_a_form_that_is_sent_nowhere_on_the_web_is_none(action: str) -> None:
    found = discussion(
        f"<form id=comments method=post action='{action}'><textarea name=t></textarea></form>"
    )
    assert found.form is None


def test_a_page_from_a_file_is_known_by_the_address_it_gives_itself() -> None:
    root = tree_of(
        f"<html><head><link rel=canonical href='{URL}'></head><body>"
        "<form id=comments method=post action=/c><textarea name=t></textarea></form>"
    )
    assert root is not None
    found = discussion_in(root, None).form
    assert found is not None
    assert (found.page, found.action) == (URL, "https://news.example/c")


@pytest.mark.parametrize(
    ("action", "warns"),
    [
        ("https://news.example/c", None),
        ("https://www.news.example/c", None),
        ("https://forms.example/c", "forms.example"),
        ("https://news.example:8443/c", "news.example:8443"),
        ("http://news.example/c", "plain http"),
    ],
)
def test_a_form_that_should_be_asked_about_says_so(
    action: str, warns: str | None
) -> None:
    found = discussion(
        f"<form id=comments method=post action='{action}'><textarea name=t></textarea></form>"
    ).form
    assert found is not None
    if warns is None:
        assert found.warning is None
    else:
        assert warns in (found.warning or "")


@pytest.mark.parametrize(
    "html",
    [
        "<form id=comments action=/c><textarea name=t></textarea></form>",
        "<form id=search method=post action=/comments><textarea name=t></textarea></form>",
        "<form id=comments method=post action=/c><input name=t></form>",
        "<form id=comments method=post action=/c><textarea name=t></textarea><input type=password name=p></form>",
        "<form id=contact method=post action=/c><textarea name=t></textarea></form>",
        "<form id=login-to-comment method=post action=/c><textarea name=t></textarea></form>",
        "<form id=comments method=post action=/c>" + "<input name=a>" * 300 + "<textarea name=t></textarea></form>",
        "<p>Nothing here.</p>",
        "",
    ],
)  # fmt: skip
def test_what_is_no_comment_form_is_none(html: str) -> None:
    assert discussion(html).form is None


@pytest.mark.parametrize(
    "puzzle",
    [
        "<div class=g-recaptcha></div>",
        "<div class='h-captcha'></div>",
        "<div class=cf-turnstile></div>",
        "<script src='https://www.google.com/recaptcha/api.js'></script>",
    ],
)
@pytest.mark.parametrize("system", ["wordpress", "form"])
def test_a_test_that_only_a_browser_can_pass_is_left_to_the_browser(
    puzzle: str, system: str
) -> None:
    action = "/wp-comments-post.php" if system == "wordpress" else "/c"
    found = discussion(
        f"<form id=comments method=post action={action}><textarea name=comment></textarea>{puzzle}</form>"
    )
    assert (found.form, found.system, found.open) == (None, system, True)
    assert found.browser is not None
    assert "browser" in (found.why_not or "")


@pytest.mark.parametrize(
    ("name", "kind", "role"),
    [
        ("author", "text", Role.NAME),
        ("comment[author]", "text", Role.NAME),
        ("fields[email]", "text", Role.EMAIL),
        ("c_mail", "email", Role.EMAIL),
        ("serendipity[url]", "text", Role.WEBSITE),
        ("homepage", "url", Role.WEBSITE),
        ("your-mail-address", "text", None),
        ("city", "text", None),
    ],
)
def test_a_field_of_an_unknown_program_is_for_what_its_name_says(
    name: str, kind: str, role: Role | None
) -> None:
    assert field(f"<input name='{name}' type={kind}>").role is role


def test_a_question_that_has_changed_is_asked_again() -> None:
    """What was the answer to one sum is none to the next."""
    one = form("<label>What is 3 + 4? <input name=sum required></label>")
    other = form("<label>What is 2 + 6? <input name=sum required></label>")
    answered = draft(one, sum="7")
    assert answered.written_for(one).fields == {"sum": "7"}
    assert answered.written_for(other).fields == {}


def test_what_was_set_before_the_form_was_seen_goes_by_its_role() -> None:
    one = form("<input name=author><input name=email type=email>")
    unseen = replace(
        draft(one, author="Bea", email="bea@example.org"),
        identity=Identity(email="ada@example.org"),
        form=None,
    )
    fitted = unseen.written_for(one)
    assert fitted.identity == Identity(name="Bea", email="ada@example.org")
    assert fitted.fields == {}


@given(st.text(max_size=400))
def test_no_page_is_too_odd_to_be_looked_at(html: str) -> None:
    root = tree_of(html)
    if root is not None:
        discussion_in(root, URL)


PIECES = st.sampled_from(
    [
        "<form", " method=post", " id=comment-form", " action='/c'", ">", "</form>",
        "<input name=a", " type=radio", " type=checkbox", "<textarea name=t>",
        "</textarea>", "<label for=a>", "</label>", "<select name=s>", "<option>",
        " hidden", " style='display:none'", "<fieldset>", "<div class=g-recaptcha>",
        "<script data-isso=//c.example>", "<style>.x{", "}", "'", '"', "\x1b[31m", "&#27;",
        "\u202e", "<p>", "<li id=comment-3 class=comment>", " form=comment-form",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_a_form_is_made_of_what_is_read_of_it_is_clean(html: str) -> None:
    root = tree_of(html)
    found = Discussion() if root is None else discussion_in(root, URL)
    if found.form is None:
        return
    for one in found.form.fields:
        said = one.name + one.label + one.value + (one.note or "")
        assert not {"\x1b", "\u202e", "\x00"} & set(said)
    fill_in(found.form, draft(found.form))


FORM_WITH = (
    "<form id=comment-form method=post action=/c><textarea name=t></textarea>{}</form>"
)
HOSTILE = {
    "many inputs": FORM_WITH.format("<input name=a>" * 20_000),
    "a label around it all": f"<label>{FORM_WITH.format('<input name=a>' * 150)}{'w ' * 200_000}</label>",
    "a label full of elements": FORM_WITH.format(f"<label>{'<input name=a>' * 150}{'<b>w</b>' * 50_000}</label>"),
    "a long description": f"<p id=d>{'w ' * 200_000}</p>"
    + FORM_WITH.format("<input name=a aria-describedby='d d d d d'>" * 150),
    "nested notes": FORM_WITH.format("<small>" * 150 + "w " * 200_000),
    "a long style": FORM_WITH.format(f"<input name=a style='{'height:0;' * 100_000}'>"),
    "a style sheet of braces": f"<style>{'{' * 50_000}{'}' * 50_000}</style>" + FORM_WITH.format("<input name=a>"),
    "many options": FORM_WITH.format("<select name=s>" + "<option>x" * 50_000),
    "many labels": FORM_WITH.format("<label for=a>x</label>" * 20_000 + "<input id=a name=a>"),
    "many forms": FORM_WITH.format("<input name=a>") * 2_000,
    "much that is hidden": FORM_WITH.format(f"<input type=hidden name=a value='{'x' * 2_000_000}'>"),
    "a long name": FORM_WITH.format(f"<input name='{'x' * 1_000_000}'>"),
    "many comments": "".join(f"<li id=comment-{number} class=comment>x" for number in range(20_000)),
}  # fmt: skip


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_page_keeps_the_reader_waiting(html: str) -> None:
    """What is measured in seconds here would take minutes if it were quadratic."""
    root = tree_of(f"<body class=postid-1>{html}")
    assert root is not None
    begun = time.process_time()
    found = discussion_in(root, URL)
    assert time.process_time() - begun < 4
    if found.form is not None:
        assert sum(len(one.value + one.label) for one in found.form.fields) < 1_000_000


def test_each_form_belongs_to_a_system_that_takes_it() -> None:
    names = [system.name for system in SYSTEMS]
    assert len(set(names)) == len(names)
    assert posting_of(form("")) is not None
    assert posting_of(None) is None
