"""What every test can ask for."""

from __future__ import annotations

import signal

from hypothesis import settings

pytest_plugins = ["servers.fixtures", "end_to_end.fixtures"]

# A run under nohup would hand its deaf ear down to the programs it tests.
signal.signal(signal.SIGHUP, signal.SIG_DFL)

# How long an example takes says more of the machine than of the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
