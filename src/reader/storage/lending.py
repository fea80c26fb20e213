"""Texts that an editor has meanwhile: where they lie, and what of them was left there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.domain.errors import CannotKeep
from reader.storage.instances import is_running, this_instance
from reader.text.sanitize import clean

_TEXT: Final = "comment.txt"
_AS_LENT: Final = "as-lent.txt"
_OWNER: Final = "owner"
_DRAFT: Final = "draft"


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A text whose program ended while an editor had it."""

    draft_id: int
    text: str
    """As the editor left it."""

    path: Path


def lend(folder: Path, draft_id: int, text: str) -> Path:
    """Write a draft's text where an editor can have it, in a folder nobody else enters.

    Args:
        folder: Where such folders are; made if it is missing.
        draft_id: The draft.
        text: Its text.

    Returns:
        The file to edit.

    Raises:
        CannotKeep: It could not be written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        own = Path(tempfile.mkdtemp(dir=folder))
        for name, words in (
            (_DRAFT, str(draft_id)),
            (_AS_LENT, text),
            (_TEXT, text),
            (_OWNER, this_instance()),
        ):
            (own / name).write_text(words, encoding="utf-8")
    except OSError as error:
        raise CannotKeep(
            f"The text could not be written for the editor: {error.strerror}."
        ) from error
    return own / _TEXT


def text_in(path: Path, before: str) -> str:
    """The text as an editor left it, sanitised; as it was before if it left none.

    A line break at the end that the editor put there is not the writer's.
    """
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return before
    return clean(text if before.endswith("\n") else text.removesuffix("\n"))


def have_back(path: Path) -> None:
    """Clear away what an editor had."""
    shutil.rmtree(path.parent, ignore_errors=True)


def left_behind(folder: Path) -> Iterator[LeftBehind]:
    """Find what an editor changed whose program has ended; the rest of it is cleared away."""
    for own in sorted(folder.glob("*/")):
        try:
            owner = (own / _OWNER).read_text("utf-8")
            draft_id = int((own / _DRAFT).read_text("utf-8"))
            before = (own / _AS_LENT).read_text("utf-8")
        except (OSError, ValueError):
            # It is being written just now, or is nothing of ours.
            continue
        if is_running(owner):
            continue
        path = own / _TEXT
        text = text_in(path, before)
        if text == before:
            have_back(path)
        else:
            yield LeftBehind(draft_id, text, path)
