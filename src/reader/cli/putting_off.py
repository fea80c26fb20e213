"""Putting off modules of the standard library that others import and hardly ever use."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, Final

PUT_OFF: Final = ("ast", "asyncio.sslproto", "bz2", "ipaddress", "lzma", "ssl")
"""Modules that dataclasses, paths and the event loop import, each for something that is
not done before the first frame. Together they take as long as drawing it does."""


class Later(ModuleType):
    """Stands in for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        """Get something of the module, which is imported for it."""
        if name.startswith("__"):
            # What is asked of every module when it is imported once more.
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        __import__(self.__name__)
        return getattr(sys.modules[self.__name__], name)


def put_off(*names: str) -> None:
    """Have modules imported only when something of them is asked for.

    Args:
        names: What they are called. One that is there already stays as it is.
    """
    for name in names:
        sys.modules.setdefault(name, Later(name))
