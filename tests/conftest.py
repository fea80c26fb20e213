"""What every test can ask for."""

from __future__ import annotations

pytest_plugins = ["servers.fixtures", "end_to_end.fixtures"]
