"""Servers' programs, fetched once and unpacked into a cache; nothing is installed.

Packages come from where the machine's own apt, npm and pip get theirs.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
INSTALL = "tests/servers/install.sh installs what is missing"


class CannotStart(Exception):
    """This machine lacks something that a real server needs; the message says what."""


def cache() -> Path:
    """The folder that keeps what was fetched, from one run to the next."""
    given = os.environ.get("READER_TEST_CACHE")
    if given:
        return Path(given)
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "reader-tests"


def need(*programs: str) -> None:
    """Make sure that programs are there.

    Raises:
        CannotStart: One is missing.
    """
    missing = [one for one in programs if shutil.which(one) is None]
    if missing:
        raise CannotStart(f"there is no {', '.join(missing)}: {INSTALL}")


def debian(suite: str, packages: Sequence[str]) -> Path:
    """Unpack packages of a Debian suite.

    The signature is checked by apt; the machine's own lists stay as they are.

    Returns:
        The folder that holds them as a root file system would.
    """
    need("apt-get", "dpkg-deb")

    def fetch(folder: Path) -> None:
        for name in ("lists/partial", "archives/partial", "debs", "root"):
            (folder / name).mkdir(parents=True)
        sources = folder / "sources.list"
        sources.write_text(
            f"deb [signed-by={KEYRING}] {_mirror()} {suite} main\n", "utf-8"
        )
        options = [
            f"Dir::Etc::sourcelist={sources}",
            "Dir::Etc::sourceparts=-",
            f"Dir::State::lists={folder / 'lists'}",
            f"Dir::Cache={folder}",
            "Dir::Cache::archives=archives",
            "APT::Sandbox::User=root",
        ]
        apt = ["apt-get", "-q", *(part for one in options for part in ("-o", one))]
        _run([*apt, "update"], folder)
        _run([*apt, "download", *packages], folder / "debs")
        for package in sorted((folder / "debs").iterdir()):
            _run(["dpkg-deb", "-x", str(package), str(folder / "root")], folder)
        for name in ("lists", "archives", "debs"):
            shutil.rmtree(folder / name)

    return _once(f"{suite}-{'-'.join(packages)}", fetch) / "root"


def sqlite_for_wordpress() -> Path:
    """The plugin that lets WordPress keep its tables in SQLite, as an npm package ships it."""
    need("npm")

    def fetch(folder: Path) -> None:
        _run(["npm", "pack", "@wp-playground/cli", "--silent"], folder)
        (package,) = folder.glob("*.tgz")
        name = "package/sqlite-database-integration.zip"
        with tarfile.open(package) as archive:
            archive.extract(name, folder, filter="data")
        with zipfile.ZipFile(folder / name) as archive:
            archive.extractall(folder / "plugin")
        package.unlink()

    (found,) = (_once("sqlite-for-wordpress", fetch) / "plugin").iterdir()
    return found


def python_program(package: str, program: str) -> Path:
    """A program of a Python package, in a virtual environment of its own."""

    def fetch(folder: Path) -> None:
        _run([sys.executable, "-m", "venv", str(folder / "venv")], folder)
        _run(
            [
                str(folder / "venv/bin/python"),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                package,
            ],
            folder,
        )

    # A virtual environment cannot be moved, so it is made where it stays.
    return _once(f"python-{package}", fetch, in_place=True) / "venv/bin" / program


def _once(name: str, fetch: Callable[[Path], None], *, in_place: bool = False) -> Path:
    """Fill a folder of the cache, whole or not at all, however many ask for it."""
    folder = cache() / re.sub(r"[^\w.-]+", "_", name)
    done = folder / ".done"
    if done.exists():
        return folder
    with _locked(folder.with_name(f"{folder.name}.lock")):
        if done.exists():
            return folder
        shutil.rmtree(folder, ignore_errors=True)
        if in_place:
            folder.mkdir()
            fetch(folder)
        else:
            unfinished = Path(tempfile.mkdtemp(dir=cache()))
            try:
                unfinished.chmod(0o755)
                fetch(unfinished)
                unfinished.rename(folder)
            except BaseException:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise
        done.touch()
    return folder


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _mirror() -> str:
    """The mirror of Debian that the machine's own apt uses."""
    listed = Path("/etc/apt/sources.list.d/debian.sources")
    if listed.exists() and (
        found := re.search(r"^URIs:\s*(\S+)", listed.read_text("utf-8"), re.MULTILINE)
    ):
        return found[1]
    listed = Path("/etc/apt/sources.list")
    if listed.exists() and (
        found := re.search(
            r"^deb\s.*?(https?://\S+)", listed.read_text("utf-8"), re.MULTILINE
        )
    ):
        return found[1]
    raise CannotStart("this is no Debian: its packages cannot be fetched")


def _run(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-2000:]
        raise CannotStart(f"{' '.join(command[:3])} … failed:\n{said}")
