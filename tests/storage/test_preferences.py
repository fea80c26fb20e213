"""Settings are read with care, and what is odd is named with its line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reader.domain.dates import Dates
from reader.domain.errors import CannotKeep
from reader.domain.preferences import Preferences, SecretPlace, SourceSettings, Spacing
from reader.storage.preferences import keep, load


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == (Preferences(), ())


def test_what_is_set_holds(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'measure = 60\nmarks = false\nspacing = "open"\ndates = "absolute"\n'
        '[identity]\nname = "Ada"\n'
    )
    preferences, warnings = load(path)
    assert preferences.measure == 60
    assert not preferences.marks
    assert preferences.spacing is Spacing.OPEN
    assert preferences.dates is Dates.ABSOLUTE
    assert preferences.identity.name == "Ada"
    assert warnings == ()


@pytest.mark.parametrize(
    ("written", "warning"),
    [
        (
            "theme = 'x'\nmeasur = 60\n",
            "line 2: “measur” is no setting. Is “measure” meant?",
        ),
        ("measure = 'wide'\n", "line 1: “measure” takes a whole number."),
        ("measure = 5\n", "line 1: “measure” takes 30 to 200 cells."),
        ("spacing = 'wide'\n", "line 1: “spacing” takes “close” or “open”."),
        ("dates = true\n", "line 1: “dates” takes “relative” or “absolute”."),
        (
            "bidi = 'no'\n",
            "line 1: “bidi” takes “auto”, “terminal” or “reader”.",
        ),
        (
            "images = 'on'\n",
            "line 1: “images” takes “auto”, “kitty”, “sixel”, “blocks” or “off”.",
        ),
        ("marks = 1\n", "line 1: “marks” takes true or false."),
        (
            "[identity]\nmail = 'a'\n",
            "line 2: “mail” is no setting. Is “email” meant?",
        ),
        ("identity = 3\n", "line 1: “identity” is a table: [identity]."),
        ("refresh_every = -1\n", "line 1: “refresh_every” takes 0 to 10080 minutes."),
        (
            "[sources.'a.org']\ninterval = 5\n[sources.'b.org']\ninterval = 0.5\n",
            "line 4: “interval” takes a whole number.",
        ),
        (
            '[sources."https://a.org/feed"]\nuseragent = "me"\n',
            "line 2: “useragent” is no setting. Is “user_agent” meant?",
        ),
        (
            "[sources.'a.org']\nuser_agent = \"a\\r\\nCookie: b\"\n",
            "line 2: “user_agent” takes one line of text.",
        ),
        (
            "[sources.Paper]\ncookie = { keyring = 'a' }\n",
            "line 2: “cookie” is kept for an address or a host; a feed could take any name.",
        ),
        (
            "[sources.'a.org']\npassword = { command = ['pass'] }\n",
            "line 2: “password” goes with a username.",
        ),
        (
            "[sources.'a.org']\nfull_text = true\n[sources.'A.org/']\n",
            "line 3: “A.org/” is there twice; the first holds.",
        ),
        (
            "[sources.'a.org']\narticle = '..story'\n",
            "line 2: “article” takes CSS selectors, and “..story” is none.",
        ),
        (
            "[sources.'a.org']\nremove = 5\n",
            'line 2: “remove” takes a CSS selector, or a list of them: ["main p", ".advert"].',
        ),
        (
            "[sources]\ninterval = 5\n",
            'line 2: “interval” is no source; one is a table: [sources."…"].',
        ),
    ],
)
def test_what_is_odd_is_named_with_its_line(
    tmp_path: Path, written: str, warning: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(written)
    preferences, warnings = load(path)
    assert preferences.measure == Preferences().measure
    assert warnings == (f"{path}, {warning}",)


@pytest.mark.parametrize("written", [b"a = = b", b"\xff\xfe", b"x = '\x1b]0;y\x07'"])
def test_a_file_that_cannot_be_read_changes_nothing(
    tmp_path: Path, written: bytes
) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(written)
    preferences, (warning,) = load(path)
    assert preferences == Preferences()
    assert "none of it holds" in warning
    assert "\x1b" not in warning


@pytest.mark.parametrize(
    "written",
    ["'hunter2'", "{ command = 'hunter2' }", "{ keyring = '' }", "['hunter2']", "{}"],
)
def test_a_secret_that_is_written_down_is_refused_without_being_said_again(
    tmp_path: Path, written: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"[sources.'a.org']\nusername = 'ada'\npassword = {written}\n")
    preferences, (warning,) = load(path)
    assert preferences.sources["a.org"].password is None
    assert "{ command = [" in warning
    assert "hunter2" not in warning


def test_a_source_has_settings_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        """
        [sources."Example.org"]
        interval = 90
        full_text = true
        article = "main > .story"
        remove = [".advert", "aside"]
        username = "ada"
        password = { command = ["pass", "show", "example"] }
        cookie = { keyring = "example" }
        """
    )
    preferences, warnings = load(path)
    assert warnings == ()
    assert preferences.sources == {
        "example.org": SourceSettings(
            interval=timedelta(minutes=90),
            full_text=True,
            article=("main > .story",),
            remove=(".advert", "aside"),
            username="ada",
            password=SecretPlace(command=("pass", "show", "example")),
            cookie=SecretPlace(keyring="example"),
        )
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, 'theme = "reader-light"\n'),
        (
            "# mine\ntheme = 'reader-dark'  # at night\n\n[identity]\nname = 'Ada'\n",
            "# mine\ntheme = \"reader-light\"  # at night\n\n[identity]\nname = 'Ada'\n",
        ),
        (
            "[identity]\ntheme = 'x'\n",
            "theme = \"reader-light\"\n[identity]\ntheme = 'x'\n",
        ),
    ],
)
def test_a_setting_is_kept_and_every_other_line_stays(
    tmp_path: Path, before: str | None, after: str
) -> None:
    path = tmp_path / "folder" / "config.toml"
    if before is not None:
        path.parent.mkdir()
        path.write_text(before)
        path.chmod(0o600)
    keep(path, "theme", "reader-light")
    assert path.read_text() == after
    if before is not None:
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("before", ["theme = = 1\n", 'theme = """\ndark"""\n'])
def test_a_file_one_cannot_be_sure_of_stays_as_it_is(
    tmp_path: Path, before: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(before)
    with pytest.raises(CannotKeep):
        keep(path, "theme", "reader-light")
    assert path.read_text() == before


def test_several_sign_and_each_is_for_its_sites(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        """
        [identity]
        name = "Ada"
        [[identities]]
        name = "A. Moreno"
        email = "office@example.org"
        sites = ["https://www.Example.org/", "town.example"]
        [[identities]]
        name = "Nobody"
        """
    )
    preferences, warnings = load(path)
    assert warnings == ()
    signed = [
        preferences.identity_for(url).name
        for url in (
            "https://example.org/post/",
            "https://news.town.example:8080/a",
            "https://myexample.org/",
        )
    ]
    assert signed == ["A. Moreno", "A. Moreno", "Ada"]
    assert [one.name for one in preferences.signing] == ["Ada", "A. Moreno", "Nobody"]


def test_somebody_signs_who_is_for_no_site_where_nobody_else_does(
    tmp_path: Path,
) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[[identities]]\nname = "Ada"\n')
    assert load(path)[0].identity_for("https://example.org/").name == "Ada"


@pytest.mark.parametrize(
    "written",
    [
        'identities = "Ada"',
        '[[identities]]\nsites = "example.org"',
        '[[identities]]\nnick = "x"',
    ],
)
def test_what_is_odd_about_those_who_sign_is_named(
    tmp_path: Path, written: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(written)
    _, (warning,) = load(path)
    assert str(path) in warning
