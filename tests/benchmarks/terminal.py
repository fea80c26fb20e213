"""A program in a pseudo-terminal, and what a person would see of it.

`Terminal` runs the program, sends it keys, and notes when which bytes came.
`Screen` makes of those bytes what stands on the screen, colours included.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self
from unicodedata import combining, east_asian_width

_SEQUENCE: Final = re.compile(
    rb"\x1b(?:\[([<=>?]?)([0-9;:]*)([ -/]*)([@-~])|[\]P^_X].*?(?:\x07|\x1b\\)|[()*+].|[^\[\]P^_X()*+])",
    re.DOTALL,
)
_LONGEST_SEQUENCE: Final = 4096

CAN_SYNCHRONISE: Final = b"\x1b[?2026$p"
"""A program asks whether it may send a frame as one."""

Paint = tuple[str, ...]
"""How a cell is painted: the SGR parameters that hold, colours last."""


class Cell(NamedTuple):
    """One cell of the screen."""

    text: str
    paint: Paint


BLANK: Final = Cell(" ", ())


class Screen:
    """What stands on a terminal's screen, from the bytes that were sent to it.

    It knows what full-screen programs send: moving the cursor, erasing,
    colours, the other screen. Whatever else they send it passes over.

    Args:
        columns: The width in cells.
        rows: The height.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.cells = self._empty()
        self.alternate = False
        """Whether it is the screen full-screen programs draw on."""

        self._row = self._column = 0
        self._last = " "
        self._paint: dict[str, str] = {}
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """Take in what was sent."""
        data = self._rest + data
        self._rest = b""
        at = 0
        while at < len(data):
            byte = data[at]
            if byte == 0x1B:
                found = _SEQUENCE.match(data, at)
                if found is None:
                    if len(data) - at < _LONGEST_SEQUENCE:
                        self._rest = data[at:]
                        return
                    at += 1
                    continue
                self._obey(found)
                at = found.end()
            elif byte < 0x20 or byte == 0x7F:
                self._control(byte)
                at += 1
            else:
                end = at
                while end < len(data) and data[end] >= 0x20 and data[end] != 0x7F:
                    end += 1
                text, self._rest = _whole(data[at:end], last=end == len(data))
                self._write(text)
                at = end

    def line(self, row: int) -> str:
        """The text of a row, from 0, without what is empty at its end."""
        return "".join(cell.text for cell in self.cells[row]).rstrip()

    @property
    def text(self) -> str:
        """The text of all rows."""
        return "\n".join(self.line(row) for row in range(self.rows))

    def _empty(self) -> list[list[Cell]]:
        return [[BLANK] * self.columns for _ in range(self.rows)]

    def _control(self, byte: int) -> None:
        if byte == 0x0A:
            if self._row == self.rows - 1:
                del self.cells[0]
                self.cells.append([BLANK] * self.columns)
            else:
                self._row += 1
        elif byte == 0x0D:
            self._column = 0
        elif byte == 0x08:
            self._column = max(self._column - 1, 0)

    def _write(self, text: str) -> None:
        paint = tuple(sorted(self._paint.values()))
        for character in text:
            if combining(character) or character in "\u200b\u200d\ufe0f":
                continue
            width = 2 if east_asian_width(character) in "WF" else 1
            if self._column + width > self.columns:
                self._control(0x0A)
                self._column = 0
            row = self.cells[self._row]
            row[self._column] = Cell(character, paint)
            if width == 2:
                row[self._column + 1] = Cell("", paint)
            self._column += width
            self._last = character

    def _obey(self, found: re.Match[bytes]) -> None:
        private, parameters, between, final = found.groups()
        if final is None or between:
            return
        numbers = [int(one or 0) for one in re.split(b"[;:]", parameters)]
        first = max(numbers[0], 1)
        match private + final:
            case b"m":
                self._repaint(parameters.decode())
            case b"H" | b"f":
                second = max(numbers[1], 1) if len(numbers) > 1 else 1
                self._row = min(first, self.rows) - 1
                self._column = min(second, self.columns) - 1
            case b"A":
                self._row = max(self._row - first, 0)
            case b"B":
                self._row = min(self._row + first, self.rows - 1)
            case b"C":
                self._column = min(self._column + first, self.columns - 1)
            case b"D":
                self._column = max(self._column - first, 0)
            case b"G":
                self._column = min(first, self.columns) - 1
            case b"d":
                self._row = min(first, self.rows) - 1
            case b"b":
                self._write(self._last * first)
            case b"X":
                row = self.cells[self._row]
                end = min(self._column + first, self.columns)
                row[self._column : end] = [BLANK] * (end - self._column)
            case b"J" if numbers[0] >= 2:
                self.cells = self._empty()
            case b"J":
                self._erase_line()
                below = self.rows - self._row - 1
                if below:
                    self.cells[self._row + 1 :] = self._empty()[:below]
            case b"K":
                self._erase_line()
            case b"?h" | b"?l" if 1049 in numbers:
                self.alternate = final == b"h"
                self.cells = self._empty()

    def _erase_line(self) -> None:
        row = self.cells[self._row]
        row[self._column :] = [BLANK] * (self.columns - self._column)

    def _repaint(self, parameters: str) -> None:
        """Follow a change of colours and the like."""
        rest = parameters.split(";") if parameters else ["0"]
        while rest:
            code = rest.pop(0) or "0"
            if code in {"38", "48"}:
                taken = 4 if rest[:1] == ["2"] else 2
                self._paint[code] = ";".join([code, *rest[:taken]])
                del rest[:taken]
            elif code == "0":
                self._paint.clear()
            elif code in {"39", "49"}:
                self._paint.pop(f"{int(code) - 1}", None)
            elif code == "22":
                self._paint.pop("1", None)
                self._paint.pop("2", None)
            elif code in {"23", "24", "27", "29"}:
                self._paint.pop(code[1], None)
            else:
                number = int(code)
                side = "38" if 30 <= number < 38 or 90 <= number < 98 else code
                side = "48" if 40 <= number < 48 or 100 <= number < 108 else side
                self._paint[side] = code


def _whole(data: bytes, *, last: bool) -> tuple[str, bytes]:
    """Decode bytes; a character that is cut off at the end waits for its rest."""
    if last:
        for back in range(1, min(4, len(data)) + 1):
            byte = data[-back]
            if byte >= 0xC0:
                needed = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                if needed > back:
                    return data[:-back].decode(errors="replace"), data[-back:]
                break
            if byte < 0x80:
                break
    return data.decode(errors="replace"), b""


@dataclass
class Terminal:
    """A program in a pseudo-terminal of a size.

    Args:
        command: The program and its arguments.
        columns: The width in cells.
        rows: The height.
        environment: What is added to the environment.
        synchronises: Whether the terminal says that it takes frames as one.
    """

    command: Sequence[str]
    columns: int = 120
    rows: int = 40
    environment: Mapping[str, str] = field(default_factory=dict)
    synchronises: bool = False

    def __enter__(self) -> Self:
        """Start the program; `begun` is the moment of it."""
        ours, theirs = os.openpty()
        size = struct.pack("HHHH", self.rows, self.columns, 0, 0)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
            **self.environment,
        }
        for name in ("COLUMNS", "LINES", "NO_COLOR"):
            if name not in self.environment:
                environment.pop(name, None)
        # The moment it is started, and the terminal's own end of the line.
        self.begun = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)
                for descriptor in range(3):
                    os.dup2(theirs, descriptor)
                os.closerange(3, 64)
                os.execvpe(self.command[0], list(self.command), environment)
            finally:
                os._exit(127)
        os.close(theirs)
        self.descriptor = ours
        self._screen = Screen(self.columns, self.rows)
        self._unseen: list[bytes] = []
        self.ended = False
        self.watchers: list[Callable[[float, bytes], None]] = []
        """Called with each piece of output and its moment."""

        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)

    @property
    def screen(self) -> Screen:
        """What stands on the screen.

        It is worked out when it is asked for: a program must not wait for us
        while it writes.
        """
        for data in self._unseen:
            self._screen.feed(data)
        self._unseen.clear()
        return self._screen

    def send(self, keys: str) -> float:
        """Press keys.

        Returns:
            The moment it happened.
        """
        moment = time.perf_counter()
        os.write(self.descriptor, keys.encode())
        return moment

    def read(self, patience: float) -> float | None:
        """Take in what the program writes next.

        Args:
            patience: Seconds to wait for it at most.

        Returns:
            The moment something came, or None.
        """
        if self.ended or not select.select([self.descriptor], [], [], patience)[0]:
            return None
        try:
            data = os.read(self.descriptor, 1 << 18)
        except OSError:
            data = b""
        moment = time.perf_counter()
        if not data:
            self.ended = True
            return None
        if self.synchronises and CAN_SYNCHRONISE in data:
            os.write(self.descriptor, b"\x1b[?2026;2$y")
        self._unseen.append(data)
        for watcher in self.watchers:
            watcher(moment, data)
        return moment

    def until(self, there: Callable[[Screen], bool], patience: float = 60) -> float:
        """Wait until the screen shows something.

        Returns:
            The moment it did.

        Raises:
            TimeoutError: It did not; the message is what it showed instead.
        """
        end = time.perf_counter() + patience
        while (left := end - time.perf_counter()) > 0 and not self.ended:
            moment = self.read(left)
            if moment is not None and there(self.screen):
                return moment
        raise TimeoutError(self.screen.text)

    def sees(self, words: str, patience: float = 60) -> float:
        """Wait until some words stand on the screen.

        Returns:
            The moment they did.
        """
        if words in self.screen.text:
            return time.perf_counter()
        return self.until(lambda screen: words in screen.text, patience)

    def rest(self, quiet: float = 0.05, patience: float = 60) -> float | None:
        """Wait until nothing has been written for a while.

        Args:
            quiet: How long nothing must come, in seconds.
            patience: Seconds to wait for the first of it.

        Returns:
            The moment of the last byte, or None if nothing came.
        """
        last = None
        while (moment := self.read(patience if last is None else quiet)) is not None:
            last = moment
        return last

    def processor(self) -> float:
        """How many seconds of a processor the program has used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").split(")")
        spent = fields[-1].split()[11:13]
        return sum(int(ticks) for ticks in spent) / os.sysconf("SC_CLK_TCK")

    def peak(self) -> float:
        """The most memory the program has had so far, in megabytes."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0
