"""Which running program a claim in the library belongs to, and whether it still runs."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

_PROC = Path("/proc")


@cache
def this_instance() -> str:
    """Name this process so that another one can tell later whether it still runs.

    Returns:
        The machine's boot, the process's id, and when the process started: an
        id alone is given again, to another process or after a restart.
    """
    pid = os.getpid()
    return f"{_boot()} {pid} {_started(pid)}"


def is_running(instance: str) -> bool:
    """Say whether the process that `this_instance` named still runs.

    Where the system does not tell when a process started, one that has the
    same id counts as the same.
    """
    boot, pid, started = instance.split(" ")
    return boot == _boot() and is_process(int(pid)) and started == _started(int(pid))


def is_process(pid: int) -> bool:
    """Whether a process has this id now, whichever it is."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _boot() -> str:
    try:
        return (_PROC / "sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return "-"


def _started(pid: int) -> str:
    """When a process started, in ticks since the boot, or `-` if it has ended."""
    try:
        status = (_PROC / str(pid) / "stat").read_text("utf-8", "replace")
    except OSError:
        return "-"
    # The program's name stands in parentheses and may hold anything; what
    # follows it is fields parted by spaces, of which this is the twentieth.
    state, *fields = status.rpartition(")")[2].split()
    # Ended, and its parent has not asked how: nobody may ever ask in a container.
    return "-" if state in "ZX" else fields[18]
