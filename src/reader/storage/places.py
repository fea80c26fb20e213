"""Where this machine keeps the reader's files.

`XDG_CONFIG_HOME`, `XDG_DATA_HOME` and `XDG_STATE_HOME` are honoured, and
`READER_LIBRARY` names another library file.
"""

from __future__ import annotations

import os
from pathlib import Path

NAME = "reader"


def library_file() -> Path:
    """The file that holds the library: articles, drafts, the outbox."""
    named = os.environ.get("READER_LIBRARY")
    if named:
        return Path(named).expanduser()
    return data_folder() / "library.sqlite3"


def config_file() -> Path:
    """The settings, written by a person; it need not exist."""
    return config_folder() / "config.toml"


def keymap_file() -> Path:
    """Keys that a person has moved; it need not exist."""
    return config_folder() / "keymap.toml"


def config_folder() -> Path:
    """Where a person's own settings are."""
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False)


def data_folder() -> Path:
    """Where what is worth keeping is kept."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def state_folder() -> Path:
    """Where what may be lost without harm is kept."""
    from platformdirs import user_state_path

    return user_state_path(NAME, appauthor=False)
