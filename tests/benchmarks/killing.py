"""How often a killed program loses a draft, says a comment twice, or thanks for nothing.

    python tests/benchmarks/killing.py [TIMES] [SEED]

writes and sends comments from the real program to a real WordPress, kills the
program at a random moment between the first keystroke and the site's answer,
and lets what it left be sent. The site takes the same comment twice: nobody but
the program keeps it from being said twice. Ends with 1 if any of it happened.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from end_to_end.killing import Killed, kill_some, tallied
from end_to_end.terminal import NotShown, Terminal
from servers.wordpress import WordPress

TIMES, SEED = 500, 1
SHOWN_EVERY = 25


def main(arguments: list[str]) -> int:
    """Kill, count, and tell."""
    times = int(arguments[0]) if arguments else TIMES
    seed = int(arguments[1]) if len(arguments) > 1 else SEED
    with tempfile.TemporaryDirectory(prefix="reader-") as name:
        folder = Path(name)
        site = WordPress(folder / "site")
        site.folder.mkdir()
        site.install().reset(test_takes_twice=1).start()
        try:
            runs: list[Killed] = []
            # A machine that had no time for the program has judged nothing; what
            # was judged until then counts.
            with suppress(NotShown), Terminal(folder) as terminal:
                for one in kill_some(times, folder / "homes", terminal, site, seed):
                    runs.append(one)
                    if one.lost or len(runs) % SHOWN_EVERY == 0:
                        print(len(runs), one if one.lost else "", flush=True)
            tally = tallied(runs, site)
        finally:
            site.stop()
    where = Counter(
        f"{one.stage}, left {one.left or 'a draft'}, then {one.state or 'a draft'}"
        for one in runs
    )
    for stage, count in sorted(where.items()):
        print(f"{count:5} {stage}")
    failures = {
        "lost": tally.lost,
        "said twice": tally.said_twice,
        "falsely accepted": tally.falsely_accepted,
        "not settled": tally.not_settled,
    }
    for what, found in failures.items():
        print(f"{len(found):5} of {len(runs)} {what}")
        for one in found:
            print("     ", one)
    return int(any(failures.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
