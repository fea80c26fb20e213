"""`reader config`, `paths` and `doctor`."""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reader.cli.output import DONE, FAILED, Progress, put, put_json, say
from reader.domain.preferences import Preferences
from reader.storage import places, preferences


def run_config(options: Namespace) -> int:
    """Show the settings, say where they are, or check them."""
    path = places.config_file()
    if options.action in ("path", "check"):
        _make_room(path)
    if options.action == "path":
        put(str(path))
        return DONE
    known, warnings = preferences.load(path)
    for warning in warnings:
        say(warning)
    if options.action == "check":
        from reader.ui import means, themes

        doubts = {
            "theme": themes.doubt(known.theme),
            "images": means.doubt(known.images),
        }
        for name, words in doubts.items():
            if words is not None:
                say(f"{preferences.where(path, name)}: {words}")
                warnings = (*warnings, words)
        warnings = (*warnings, *_odd_keys())
        if not warnings:
            found = "is fine" if path.exists() else "is not there; the defaults hold"
            put(f"{path} {found}")
        return FAILED if warnings else DONE
    put_json(_shape(known))
    return DONE


def _odd_keys() -> tuple[str, ...]:
    """Say what is odd about the keymap, and give it back."""
    path = places.keymap_file()
    if not path.exists():
        return ()
    from reader.ui.keymap import doubts, read_keymap

    keymap, warnings = read_keymap(path)
    odd = (*warnings, *doubts(keymap))
    for words in odd:
        say(f"{path}: {words}")
    return odd


def run_paths(_options: Namespace) -> int:
    """Say where things are kept."""
    _make_room(places.config_file())
    put(f"library {places.library_file()}")
    put(f"config  {places.config_file()}")
    put(f"keymap  {places.keymap_file()}")
    return DONE


def _make_room(path: Path) -> None:
    """Have the folder that a person is told to write into."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)


def run_doctor(options: Namespace) -> int:
    """Check the library, put it right, make it smaller, or save what can be saved."""
    from reader.storage.health import examine

    library = places.library_file()
    if options.salvage is not None:
        from reader.storage.salvage import save

        for line in save(library, Path(options.salvage).expanduser()):
            put(line)
        return DONE
    if options.repair:
        from reader.storage.mending import repair

        for line in repair(library):
            put(line)
    if options.compact:
        from reader.cli.house import now
        from reader.storage.mending import remove_copies

        _compact(library)
        for line in remove_copies(library, now()):
            put(line)
    report = examine(library)
    for line in report.lines:
        put(line)
    for trouble in report.troubles:
        say(trouble)
    return FAILED if report.troubles else DONE


def _compact(library: Path) -> None:
    """Make the library smaller, and say how far that is and what came of it."""
    from reader.storage.compacting import compact

    progress = Progress(100)
    try:
        before, after = compact(library, progress.reach)
    finally:
        progress.wipe()
    for what, was, now in (
        ("the library", before.file, after.file),
        ("what a search looks through", before.index, after.index),
    ):
        put(f"{what}: {was / 1024**2:,.1f} MB before, {now / 1024**2:,.1f} MB now")


def _shape(preferences: Preferences) -> dict[str, Any]:
    """The settings as JSON; of a source only what is set for it."""
    shape = asdict(preferences)
    for settings in shape["sources"].values():
        interval = settings["interval"]
        settings["interval"] = interval and int(interval.total_seconds()) // 60
        for key in [key for key, value in settings.items() if value is None]:
            del settings[key]
    return shape
