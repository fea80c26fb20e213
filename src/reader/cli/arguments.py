"""What may be said on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from reader import __version__
from reader.cli.further import FURTHER

EPILOGUE = """\
commands:
  add, remove, rename, tag     the subscriptions
  sources                      list them: what fails, what is quiet
  refresh                      fetch what is new
  list, search, searches       articles, newest first; searches with a name
  show, quotes                 an article as text; who said what
  comment, drafts, outbox      write, check and send comments
  comments                     the thread under an article, or all of one's own
  import, export               lists of sources, articles, backups
  config, paths, doctor        settings, places, health

`reader COMMAND --help` says more. Exit codes: 0 done, 1 failed, 2 wrong usage,
75 something stays to be tried again, 130 interrupted."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line.

    A first word that is a command is that command; anything else is
    something to open on screen.

    Returns:
        The options, with the command's name (or None) in `command`.

    Raises:
        SystemExit: Wrong usage (code 2), or help or the version was asked for.
    """
    if argv and argv[0] in _COMMANDS:
        name = argv[0]
        words, add = _COMMANDS[name]
        parser = argparse.ArgumentParser(
            prog=f"reader {name}",
            description=words,
            epilog=FURTHER.get(name),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add(parser)
        # An option may stand anywhere: `outbox retry --json 3`.
        options = parser.parse_intermixed_args(argv[1:])
        options.command = name
        return options
    parser = argparse.ArgumentParser(
        prog="reader",
        description="Read articles in the terminal, see who said what, and answer.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "source",
        nargs="?",
        metavar="SOURCE",
        help="an address, a file (.html .txt .md or a feed), an article's ID, or - for "
        "standard input; without it, the library",
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="words in place of bars, frames and columns, for screen readers",
    )
    parser.add_argument(
        "--lines",
        action="store_true",
        help="a conversation line by line, with nothing painted, for speech and Braille",
    )
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    options = parser.parse_args(argv)
    options.command = None
    return options


def _source(parser: argparse.ArgumentParser, nargs: str | None = None) -> None:
    if nargs is None:
        parser.add_argument("source", metavar="SOURCE", help=_SOURCE_HELP)
    else:
        parser.add_argument("source", metavar="SOURCE", nargs=nargs, help=_SOURCE_HELP)


_SOURCE_HELP = "an address, a file, an ID, or - for standard input"


def _formats(parser: argparse.ArgumentParser, *names: str) -> None:
    group = parser.add_mutually_exclusive_group()
    helps = {
        "json": "one JSON value",
        "jsonl": "a batch: JSON lines in, JSON lines out; see below",
        "markdown": "Markdown",
        "plain": "plain text (what is printed without an option)",
    }
    for name in names:
        group.add_argument(
            f"--{name}",
            dest="format",
            action="store_const",
            const=name,
            help=helps[name],
        )


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="a feed's address, or a site's: its feed is found",
    )


def _remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", metavar="SOURCE", nargs="+", help="its ID, address or name"
    )


def _subscription(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="its ID, address or name")


def _rename(parser: argparse.ArgumentParser) -> None:
    _subscription(parser)
    parser.add_argument("name", metavar="NAME")


def _tag(parser: argparse.ArgumentParser) -> None:
    _subscription(parser)
    parser.add_argument(
        "tags", metavar="TAG", nargs="*", help="replaces its tags; none clears them"
    )


def _sources(parser: argparse.ArgumentParser) -> None:
    some = parser.add_mutually_exclusive_group()
    for only, words in (
        ("failing", "only those that could not be fetched the last time"),
        ("quiet", "only those that are quiet for longer than is their habit"),
    ):
        some.add_argument(
            f"--{only}", dest="only", action="store_const", const=only, help=words
        )
    _formats(parser, "json")


def _refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="*",
        help="only these, by ID, address or name",
    )
    parser.add_argument(
        "--due",
        action="store_true",
        help="for cron and timers: only those whose time has come, by their interval,"
        " by what feeds say of themselves, and longer after each failure",
    )


def _list(parser: argparse.ArgumentParser) -> None:
    _source(parser, "?")
    parser.add_argument("--unread", action="store_true", help="only what is unread")
    parser.add_argument("--starred", action="store_true", help="only what is starred")
    parser.add_argument(
        "--source",
        dest="only_source",
        metavar="S",
        help="only this subscription, or what a saved search finds",
    )
    parser.add_argument("--tag", metavar="T", help="only what carries this tag")
    parser.add_argument("--limit", type=_count, metavar="N", help="at most N articles")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", dest="format", action="store_const", const="json")
    group.add_argument(
        "--jsonl",
        dest="format",
        action="store_const",
        const="jsonl",
        help="a batch of feeds: JSON lines in, JSON lines out; see below",
    )


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="+")
    parser.add_argument("--limit", type=_count, metavar="N", default=50)
    parser.add_argument(
        "--best",
        action="store_true",
        help="what fits best first, rather than the newest",
    )
    _formats(parser, "json")


def _show(parser: argparse.ArgumentParser) -> None:
    _source(parser, "?")
    _formats(parser, "json", "markdown", "plain", "jsonl")
    parser.add_argument(
        "--width",
        type=_width,
        metavar="N",
        help="wrap plain text at N cells; 0 does not wrap (a pipe's default)",
    )


def _quotes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="*",
        help=_SOURCE_HELP + "; none: the library",
    )
    parser.add_argument("--by-speaker", action="store_true")
    parser.add_argument(
        "--since", metavar="DATE", type=_day, help="2026-01-31 or later"
    )
    _formats(parser, "json", "markdown", "jsonl")


def _comment(parser: argparse.ArgumentParser) -> None:
    _source(parser)
    parser.add_argument("--reply-to", metavar="N", help="the comment's ID")
    parser.add_argument("--name", help="for this comment alone")
    parser.add_argument("--email", help="for this comment alone")
    parser.add_argument("--website", help="for this comment alone")
    parser.add_argument(
        "--set",
        dest="fields",
        metavar="FIELD=VALUE",
        action="append",
        type=_assignment,
        default=[],
        help="a field of the site's form, by its name",
    )
    parser.add_argument(
        "--text-file",
        metavar="FILE",
        required=True,
        help="what you have to say; - is standard input",
    )
    parser.add_argument(
        "--queue", action="store_true", help="hand it to the outbox if nothing is wrong"
    )
    parser.add_argument(
        "--even-so",
        action="store_true",
        help="queue it although the form sends to another host, or over plain http",
    )
    _formats(parser, "json")


def _drafts(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--bin", action="store_true", help="those that were discarded instead"
    )
    which.add_argument(
        "--history", metavar="ID", type=_count, help="what one of them was before"
    )
    which.add_argument(
        "--restore", metavar="ID", type=_count, help="take one out of the bin"
    )
    _formats(parser, "json")


def _outbox(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=("list", "send", "retry", "discard"),
    )
    parser.add_argument("id", metavar="ID", nargs="?", type=_count)
    _formats(parser, "json")


def _comments(parser: argparse.ArgumentParser) -> None:
    _source(parser, "?")
    parser.add_argument(
        "--mine",
        action="store_true",
        help="every comment ever handed over; with words in SOURCE's place, those "
        "that have them all",
    )
    _formats(parser, "json")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="OPML, newsboat's urls, a browser's bookmarks, or a copy of a library; "
        "- is standard input",
    )


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        choices=("opml", "articles", "quotes", "comments", "library"),
        help="the subscriptions; articles; quotations and highlights; the comments "
        "handed over; or a copy of everything, which `reader import` restores",
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="-",
        help="where to; - is standard output, and articles as Markdown go into a folder",
    )
    parser.add_argument(
        "--format",
        choices=("markdown", "json", "jsonl", "epub"),
        help="articles: markdown, jsonl or epub; quotes and comments: json, jsonl or "
        "markdown; what FILE ends with says it too",
    )
    parser.add_argument(
        "--force", action="store_true", help="replace a file that is there already"
    )
    some = parser.add_argument_group("which articles and quotes")
    some.add_argument("--unread", action="store_true", help="only what is unread")
    some.add_argument("--starred", action="store_true", help="only what is starred")
    some.add_argument(
        "--source", dest="only_source", metavar="S", help="only this subscription"
    )
    some.add_argument("--tag", metavar="T", help="only what carries this tag")
    some.add_argument("--search", metavar="QUERY", help="only what a search finds")
    some.add_argument(
        "--limit", type=_count, metavar="N", help="of articles, the newest N"
    )
    parser.add_argument("--title", metavar="NAME", help="what an EPUB is called")


def _config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", default="show", choices=("show", "path", "check")
    )


def _searches(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=("list", "keep", "rename", "remove", "on-arrival"),
    )
    parser.add_argument(
        "words",
        metavar="WORD",
        nargs="*",
        help="keep NAME QUERY, rename NAME NEW, remove NAME, on-arrival NAME [read] "
        "[star] [#TAG]...: what is done with each article that arrives and that it finds",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="on-arrival: only show what it finds among what is here",
    )
    _formats(parser, "json")


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--repair",
        action="store_true",
        help="put right what can be, after making a copy",
    )
    parser.add_argument(
        "--compact",
        action="store_true",
        help="give unused room back to the disk, and remove copies from before updates",
    )
    parser.add_argument(
        "--salvage",
        metavar="FILE",
        help="write what can still be read into a new library, and do nothing else",
    )


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """Take no options."""


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number above zero")
    return int(text)


def _width(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of cells")
    return int(text)


def _day(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not a day; write it like 2026-01-31"
        ) from error


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"“{text}” is not FIELD=VALUE")
    return name, value


_COMMANDS = {
    "add": ("Subscribe to feeds and sites.", _add),
    "remove": (
        "End a subscription; of its articles, what you starred, tagged or marked stays.",
        _remove,
    ),
    "rename": ("Give a subscription another name.", _rename),
    "tag": ("Tag a subscription.", _tag),
    "sources": ("List the subscriptions, what fails and what is quiet.", _sources),
    "refresh": ("Fetch what is new.", _refresh),
    "list": ("List articles; with SOURCE, those of a feed, not subscribing.", _list),
    "searches": ("Keep searches, and let them act on what arrives.", _searches),
    "search": ("Find articles by their words.", _search),
    "show": ("Print an article.", _show),
    "quotes": ("Print who said what.", _quotes),
    "comment": ("Write a comment into the site's own form, and check it.", _comment),
    "drafts": ("List the comments being written, and what is in the bin.", _drafts),
    "outbox": ("List, send, retry or discard comments handed over.", _outbox),
    "comments": ("Print the comments under an article, or one's own.", _comments),
    "import": ("Subscribe to a list of sources, or restore a library.", _import),
    "export": ("Write out subscriptions, articles, quotes, comments, all.", _export),
    "config": ("Show, find or check the settings.", _config),
    "paths": ("Say where things are kept.", _nothing),
    "doctor": ("Check the library, and put it right.", _doctor),
}
