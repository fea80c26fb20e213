"""The steps that led to today's tables.

A step that was released is never edited: a library remembers how many it has
taken (`PRAGMA user_version`) and takes the ones it lacks. Each is one
transaction with its number inside, so that a crash leaves the step before it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import Final

from reader.domain.errors import CannotKeep
from reader.storage import copies
from reader.storage.refusals import kind

APPLICATION: Final = 0x52454144
"""“READ”: what tells a library from any other SQLite file."""

_ARTICLES: Final = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- Whether a person gave the name, so that the feed's own does not replace it.
    named INTEGER NOT NULL DEFAULT 0,
    site TEXT,
    language TEXT,
    -- What the site told us, sent back to it so that it may answer “unchanged”.
    etag TEXT,
    last_modified TEXT,
    body_hash BLOB,
    -- Moments are seconds since 1970.
    checked REAL,
    -- Not to be asked again before this.
    wait_until REAL,
    failing_since REAL,
    failure TEXT,
    gone INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE source_tags (
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (source_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_tags_by_tag ON source_tags (tag);

CREATE TABLE articles (
    -- Never given twice, so that an id in a script never means another article.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- NULL for one opened by its address.
    source_id INTEGER REFERENCES sources ON DELETE CASCADE,
    guid TEXT NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    byline TEXT,
    -- ISO 8601, as exact as the page.
    published TEXT,
    updated TEXT,
    comment_count INTEGER,
    UNIQUE (source_id, guid)
) STRICT;
CREATE INDEX articles_by_url ON articles (url);

-- Other addresses an article was asked by: with tracking, before a redirect.
CREATE TABLE aliases (
    url TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_article ON aliases (article_id);

-- What lists are ordered and filtered by: narrow, so that a million fit in few
-- pages, and apart from the article, so that reading it never rewrites it.
CREATE TABLE statuses (
    article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    source_id INTEGER,
    sort REAL NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX statuses_all ON statuses (sort, article_id, source_id);
CREATE INDEX statuses_of_source ON statuses (source_id, sort);
CREATE INDEX statuses_unread ON statuses (sort, article_id, source_id) WHERE read = 0;
CREATE INDEX statuses_unread_of_source
    ON statuses (source_id, sort) WHERE read = 0;
CREATE INDEX statuses_starred
    ON statuses (sort, article_id, source_id, read) WHERE starred = 1;

-- How many articles each day has (days since 1970, by `sort`): the sum over the
-- days after it is an article's place in the list, whatever the library's size.
CREATE TABLE days (
    day INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    starred INTEGER NOT NULL
) STRICT;

CREATE TRIGGER status_added AFTER INSERT ON statuses BEGIN
    INSERT INTO days (day, articles, unread, starred)
    VALUES (CAST(new.sort AS INTEGER) / 86400, 1, new.read = 0, new.starred)
    ON CONFLICT (day) DO UPDATE SET
        articles = articles + 1,
        unread = unread + (new.read = 0),
        starred = starred + new.starred;
    UPDATE sources SET articles = articles + 1, unread = unread + (new.read = 0)
    WHERE id = new.source_id;
END;
CREATE TRIGGER status_removed AFTER DELETE ON statuses BEGIN
    UPDATE days SET
        articles = articles - 1,
        unread = unread - (old.read = 0),
        starred = starred - old.starred
    WHERE day = CAST(old.sort AS INTEGER) / 86400;
    UPDATE sources SET articles = articles - 1, unread = unread - (old.read = 0)
    WHERE id = old.source_id;
END;
CREATE TRIGGER status_read AFTER UPDATE OF read ON statuses
WHEN new.read <> old.read BEGIN
    UPDATE days SET unread = unread + (new.read = 0) - (old.read = 0)
    WHERE day = CAST(new.sort AS INTEGER) / 86400;
    UPDATE sources SET unread = unread + (new.read = 0) - (old.read = 0)
    WHERE id = new.source_id;
END;
CREATE TRIGGER status_starred AFTER UPDATE OF starred ON statuses
WHEN new.starred <> old.starred BEGIN
    UPDATE days SET starred = starred + new.starred - old.starred
    WHERE day = CAST(new.sort AS INTEGER) / 86400;
END;

-- An article's text as it came, once a place it came from. Its HTML and what
-- else was understood of it are compressed (zlib).
CREATE TABLE bodies (
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    origin TEXT NOT NULL CHECK (origin IN ('feed', 'page')),
    kept REAL NOT NULL,
    -- Whether it is the whole text rather than an excerpt.
    whole INTEGER NOT NULL,
    html BLOB NOT NULL,
    extras BLOB NOT NULL,
    PRIMARY KEY (article_id, origin)
) STRICT;

CREATE TABLE article_tags (
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (article_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tags_by_tag ON article_tags (tag);

-- Where the reader left off: an offset into the article's plain text.
CREATE TABLE places (
    article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    place INTEGER NOT NULL
) STRICT;
"""

_COMMENTS: Final = """
-- A comment being written. It outlives its article: nobody else has a copy of it.
CREATE TABLE drafts (
    -- Never given twice: the outbox and scripts speak of drafts by it.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    article TEXT NOT NULL,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    website TEXT NOT NULL,
    -- What was set in the fields without a role, by name (JSON).
    fields TEXT NOT NULL,
    reply_to TEXT,
    -- The form it is written for (JSON), or NULL if it was not seen yet.
    form TEXT,
    begun REAL NOT NULL,
    changed REAL NOT NULL,
    -- When it was put in the bin.
    discarded REAL,
    -- Whether the outbox has it.
    handed_over INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX drafts_of_article ON drafts (url, changed);

-- What a draft was before.
CREATE TABLE draft_versions (
    draft_id INTEGER NOT NULL REFERENCES drafts ON DELETE CASCADE,
    changed REAL NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (draft_id, changed)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- One delivery a draft: handing it over twice does not send it twice.
    draft_id INTEGER NOT NULL UNIQUE REFERENCES drafts,
    -- What was handed over, with the form it was checked against (JSON).
    draft TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('queued', 'sending', 'accepted', 'held', 'refused', 'unsure')),
    words TEXT NOT NULL DEFAULT '',
    -- How often bytes may have left for the site.
    tries INTEGER NOT NULL DEFAULT 0,
    -- Whether the answer to one of them was lost.
    doubtful INTEGER NOT NULL DEFAULT 0,
    -- How often in a row the site could not be reached.
    failures INTEGER NOT NULL DEFAULT 0,
    -- Not to be tried again before this, and whether the site asked for it.
    next REAL,
    asked INTEGER NOT NULL DEFAULT 0,
    seen TEXT CHECK (seen IN ('public', 'held', 'gone')),
    permalink TEXT,
    comment_id TEXT,
    -- Whom it is sent to, the seconds they want between two, and when bytes last left.
    host TEXT NOT NULL,
    spacing REAL NOT NULL,
    sent REAL,
    -- The program that is at it, and since when.
    owner TEXT,
    since REAL,
    queued REAL NOT NULL,
    changed REAL NOT NULL,
    discarded REAL
) STRICT;
CREATE INDEX outbox_waiting ON outbox (state) WHERE state IN ('queued', 'sending', 'unsure');
"""

_QUOTATIONS: Final = """
-- Who says what, found in the background from what is kept and made again at
-- will: by a better finder, or after the reader has corrected something.
CREATE TABLE quotations (
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    speaker TEXT,
    cue TEXT,
    kind TEXT NOT NULL,
    confidence REAL NOT NULL,
    corrected INTEGER NOT NULL,
    PRIMARY KEY (article_id, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotations_by_speaker ON quotations (speaker) WHERE speaker IS NOT NULL;

-- Which version of the finder has seen each article's text; 0 is none.
CREATE TABLE examined (
    article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    finder INTEGER NOT NULL
) STRICT;
CREATE INDEX examined_by_finder ON examined (finder, article_id);
CREATE TRIGGER body_kept AFTER INSERT ON bodies BEGIN
    INSERT INTO examined (article_id, finder) VALUES (new.article_id, 0)
    ON CONFLICT (article_id) DO UPDATE SET finder = 0 WHERE finder <> 0;
END;
INSERT INTO examined (article_id, finder) SELECT DISTINCT article_id, 0 FROM bodies;

-- What the reader says of quotations, held to their words (JSON: what stands
-- before, the words, what stands after).
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    anchor TEXT NOT NULL,
    speaker TEXT,
    dismissed INTEGER NOT NULL,
    made REAL NOT NULL
) STRICT;
CREATE INDEX corrections_of_article ON corrections (article_id);

CREATE TABLE highlights (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    anchor TEXT NOT NULL,
    note TEXT NOT NULL,
    made REAL NOT NULL
) STRICT;
CREATE INDEX highlights_of_article ON highlights (article_id);
"""

_SEARCH: Final = """
-- Words only: the texts themselves are in `bodies`. Its rows go by date, so that
-- the newest that match come first without any being sorted.
CREATE VIRTUAL TABLE search USING fts5 (
    title, author, text,
    content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
-- Which row of `search` is which article's. A row that nothing here names is what
-- an article said once: nothing can be taken out of a table without texts.
CREATE TABLE search_rows (
    row INTEGER PRIMARY KEY,
    article INTEGER NOT NULL UNIQUE REFERENCES articles ON DELETE CASCADE
) STRICT;
CREATE TABLE search_waiting (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE
) STRICT;
INSERT INTO search_waiting SELECT DISTINCT article_id FROM bodies;
CREATE TRIGGER search_waits AFTER INSERT ON bodies BEGIN
    INSERT OR IGNORE INTO search_waiting (article) VALUES (new.article_id);
END;
"""

_THREADS: Final = """
-- The comments under an article, as its site told them last.
CREATE TABLE threads (
    article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    -- When the site was last asked, when it last answered, and how far the
    -- reader has seen it.
    asked REAL NOT NULL,
    fetched REAL,
    looked REAL,
    -- The level below which no answer may stand.
    deepest INTEGER,
    whole INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE thread_comments (
    article_id INTEGER NOT NULL REFERENCES threads ON DELETE CASCADE,
    comment_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    published REAL,
    parent TEXT,
    url TEXT,
    held INTEGER NOT NULL,
    -- When it was there for the first time.
    first REAL NOT NULL,
    -- When the reader was told of it; NULL for an answer to a comment of theirs
    -- that they do not know of yet.
    told REAL,
    PRIMARY KEY (article_id, comment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_comments_untold ON thread_comments (first) WHERE told IS NULL;
"""

_DELETED: Final = """
-- What the reader threw away: out of every list, as its status is kept here
-- instead, but known, so that no refresh brings it back.
CREATE TABLE deleted (
    article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    deleted REAL NOT NULL,
    sort REAL NOT NULL,
    read INTEGER NOT NULL,
    starred INTEGER NOT NULL,
    -- Whether its text is gone too.
    emptied INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX deleted_lately ON deleted (deleted) WHERE emptied = 0;
"""

_TRIAGE: Final = """
-- What the reader did, the last last, with what takes each back (JSON, compressed).
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    made REAL NOT NULL,
    -- What was done, as the undoing names it.
    words TEXT NOT NULL,
    -- The article whose text is shown otherwise from then on, or NULL.
    article INTEGER,
    inverse BLOB NOT NULL
) STRICT;
CREATE INDEX changes_by_moment ON changes (made);

-- Searches that were given a name; each may do something with what arrives.
CREATE TABLE searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    words TEXT NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    -- Tags, parted by spaces.
    tags TEXT NOT NULL DEFAULT ''
) STRICT;

-- How long an article is, in words; NULL until its text was looked through.
ALTER TABLE articles ADD COLUMN words INTEGER;

-- What a reader says of an article is searched with it.
CREATE TRIGGER highlight_made AFTER INSERT ON highlights BEGIN
    INSERT OR IGNORE INTO search_waiting SELECT id FROM articles WHERE id = new.article_id;
END;
CREATE TRIGGER highlight_changed AFTER UPDATE OF note ON highlights BEGIN
    INSERT OR IGNORE INTO search_waiting SELECT id FROM articles WHERE id = new.article_id;
END;
CREATE TRIGGER highlight_removed AFTER DELETE ON highlights BEGIN
    INSERT OR IGNORE INTO search_waiting SELECT id FROM articles WHERE id = old.article_id;
END;
CREATE TRIGGER correction_made AFTER INSERT ON corrections BEGIN
    INSERT OR IGNORE INTO search_waiting SELECT id FROM articles WHERE id = new.article_id;
END;
CREATE TRIGGER correction_withdrawn AFTER DELETE ON corrections BEGIN
    INSERT OR IGNORE INTO search_waiting SELECT id FROM articles WHERE id = old.article_id;
END;

-- Scripts that are written without spaces, or with marks that may be left out,
-- go into the index otherwise than they did: what a source writes so goes in again.
INSERT OR IGNORE INTO search_waiting
SELECT article_id FROM statuses JOIN search_rows ON search_rows.article = article_id
WHERE source_id IS NULL OR source_id IN (
    SELECT source_id FROM articles WHERE title GLOB '*[\u0590-\u08ff\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]*');
INSERT OR IGNORE INTO search_waiting
SELECT article_id FROM highlights UNION SELECT article_id FROM corrections;
"""

_RHYTHMS: Final = """
-- How often in a row a source has failed, when it is to be asked again without
-- anybody asking for it, and what its feed says of when that is of use (JSON).
ALTER TABLE sources ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN due REAL;
ALTER TABLE sources ADD COLUMN rhythm TEXT;
UPDATE sources SET failures = 1 WHERE failing_since IS NOT NULL;
"""

_TROUBLES: Final = """
-- What kind of failure a source's is: what there is to be done about it.
ALTER TABLE sources ADD COLUMN trouble TEXT;
UPDATE sources SET trouble = 'gone' WHERE gone = 1;
"""

_FORMER: Final = """
-- What an article said before its site changed its words, once a place it came
-- from; `kept` is since when it was known to say so.
CREATE TABLE former_bodies (
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    origin TEXT NOT NULL,
    kept REAL NOT NULL,
    title TEXT NOT NULL,
    html BLOB NOT NULL,
    PRIMARY KEY (article_id, origin, kept)
) STRICT, WITHOUT ROWID;
"""

_SPEAKERS: Final = """
-- Each name once: a part of a name is looked for in these, not in every quotation.
CREATE TABLE speakers (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO speakers SELECT speaker FROM quotations WHERE speaker IS NOT NULL;
CREATE TRIGGER speaker_found AFTER INSERT ON quotations
WHEN new.speaker IS NOT NULL BEGIN
    INSERT OR IGNORE INTO speakers (name) VALUES (new.speaker);
END;
"""

_PAGES: Final = """
-- Sites without a feed, whose front page lists their articles.
ALTER TABLE sources ADD COLUMN is_page INTEGER NOT NULL DEFAULT 0;
"""

_SOUGHT: Final = """
-- The words of the index, for those that are only begun.
CREATE VIRTUAL TABLE search_words USING fts5vocab (search, instance);
-- Which articles have comments, where few have.
CREATE INDEX articles_commented ON articles (id) WHERE comment_count > 0;
"""

Progress = Callable[[str, float], object]
"""Told what is being done, and how much of that is done, from 0 to 1. What it raises
breaks that off, and leaves the library as it was before the step."""

COPIED: Final = "The library is of an older reader: 1. it is copied"

BROUGHT_UP: Final = (
    "The library is of an older reader: 2. it is changed, step {} of {} ({:.0f} s)"
)

_LOOKS: Final = 200_000
"""Steps of SQLite between two words on what it is at: some hundredths of a second."""

STEPS: Final[tuple[str, ...]] = (
    _ARTICLES,
    _COMMENTS,
    _QUOTATIONS,
    _SEARCH,
    _THREADS,
    _DELETED,
    _TRIAGE,
    _RHYTHMS,
    _TROUBLES,
    _FORMER,
    _SPEAKERS,
    _PAGES,
    _SOUGHT,
)
"""Every step, oldest first. A library's version is how many it has taken."""


def check(db: sqlite3.Connection, path: Path, steps: Sequence[str] = STEPS) -> int:
    """Look whether a file is a library that this program can use.

    Returns:
        How many steps it still lacks.

    Raises:
        CannotKeep: It is no library, or one of a newer program.
    """
    version = _version(db)
    if version > len(steps):
        raise CannotKeep(
            f"The library {path} was written by a newer reader "
            f"(format {version}; this one knows {len(steps)}). Update reader to open it."
        )
    # In this order: a second instance may be filling the file, and does both at once.
    (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION and tables:
        raise CannotKeep(f"{path} is not a library of reader.")
    return len(steps) - version


def prepare(
    db: sqlite3.Connection,
    path: Path,
    steps: Sequence[str] = STEPS,
    progress: Progress | None = None,
) -> Path | None:
    """Bring a library up to date, or fill an empty file.

    Args:
        db: A connection that may write.
        path: The file.
        steps: Every step, oldest first.
        progress: Told again and again how far it is, if there is much to do.

    Returns:
        The copy made before a library with something in it was changed, or
        None if there was nothing to change or nothing to lose.

    Raises:
        CannotKeep: It is no library, or one of a newer program.
        sqlite3.Error: SQLite refused; what was there is untouched.
    """
    lacking = check(db, path, steps)
    if not lacking:
        return None
    version = len(steps) - lacking
    copy = None
    if version:
        copy = copies.make(
            db,
            path,
            len(steps),
            None if progress is None else partial(progress, COPIED),
        )
    else:
        _keep_a_log(db)
    for number, step in enumerate(steps, start=1):
        if number > version:
            with _telling(db, number - version - 1, lacking, progress):
                _take(db, number, step)
    return copy


@contextlib.contextmanager
def _telling(
    db: sqlite3.Connection, done: int, number: int, progress: Progress | None
) -> Iterator[None]:
    """Have it told that SQLite is at one of several steps for as long as it is.

    How much of a step is done, nobody knows; that it goes on is seen by the seconds.
    """
    if progress is None:
        yield
        return
    tell, begun = progress, monotonic()
    broken_off: list[BaseException] = []

    def still_at_it() -> bool:
        words = BROUGHT_UP.format(done + 1, number, monotonic() - begun)
        try:
            tell(words, done / number)
        except BaseException as error:  # noqa: BLE001
            # SQLite has no way to hand it on; it is raised behind the statement.
            broken_off.append(error)
        return bool(broken_off)

    db.set_progress_handler(still_at_it, _LOOKS)
    try:
        yield
    except sqlite3.OperationalError:
        if broken_off:
            raise broken_off[0] from None
        raise
    finally:
        db.set_progress_handler(None, 0)


def _keep_a_log(db: sqlite3.Connection) -> None:
    """Have changes written to a log first (WAL), so that the screen can look on.

    It stays with the file, and cannot be changed inside a transaction. SQLite
    does not wait for another program that is at the same, so we do.
    """
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    end = monotonic() + patience / 1000
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = kind(error) == sqlite3.SQLITE_BUSY
            if not busy or monotonic() > end:
                raise
            sleep(0.01)
        else:
            return


def _take(db: sqlite3.Connection, number: int, step: str) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        # A second instance may have been faster.
        if _version(db) < number:
            for statement in _statements(step):
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {number:d}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.rollback()
        raise


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def _statements(script: str) -> Iterator[str]:
    """Cut a script into its statements; a trigger is one, whatever is in it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
