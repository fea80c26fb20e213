"""What the screens are handed: the services, and what the reader has set."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reader.domain.preferences import Preferences
    from reader.services.accounts import Accounts
    from reader.services.commenting import Commenting
    from reader.services.delivering import Delivering
    from reader.services.indexing import Indexing
    from reader.services.listing import Listing
    from reader.services.picturing import Picturing
    from reader.services.quoting import Quoting
    from reader.services.reading import Reading
    from reader.services.refreshing import Refreshing
    from reader.services.searches import Searches
    from reader.services.subscribing import Subscribing
    from reader.services.taking import Taking
    from reader.services.threads import Threads
    from reader.services.undoing import Undoing
    from reader.services.upkeep import Upkeep


class Rooms(Protocol):
    """Everything a screen may ask for. Put together once, where the program starts.

    A service may be made, and its module imported, only when it is asked for.
    """

    @property
    def reading(self) -> Reading:
        """Articles, the library's copy and the site's."""

    @property
    def taking(self) -> Taking:
        """Articles that are not kept."""

    @property
    def quoting(self) -> Quoting:
        """Who said what."""

    @property
    def picturing(self) -> Picturing:
        """Pictures."""

    @property
    def listing(self) -> Listing:
        """Lists."""

    @property
    def indexing(self) -> Indexing:
        """What a search looks through."""

    @property
    def refreshing(self) -> Refreshing:
        """Asking sources for news."""

    @property
    def subscribing(self) -> Subscribing:
        """The sources."""

    @property
    def commenting(self) -> Commenting:
        """Comments being written."""

    @property
    def delivering(self) -> Delivering:
        """Comments on their way."""

    @property
    def searches(self) -> Searches:
        """Searches with a name."""

    @property
    def undoing(self) -> Undoing:
        """What was done, and can be taken back."""

    @property
    def upkeep(self) -> Upkeep:
        """Giving up what was kept for a while only."""

    @property
    def accounts(self) -> Accounts:
        """Where one comments as a member."""

    @property
    def threads(self) -> Threads:
        """Comments of others, and what became of one's own."""

    @property
    def preferences(self) -> Preferences:
        """What the reader has set."""

    @property
    def keymap(self) -> Path | None:
        """The file that moves keys, whether it exists or not; None to read none."""

    def now(self) -> datetime:
        """The present moment: the clock that ages are told by."""

    async def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting for every later start."""

    async def make_ready(self) -> None:
        """Load what will be needed soon, beside the event loop."""
