"""Secrets, had from where a person keeps them and kept nowhere else."""

from __future__ import annotations

import subprocess
from typing import Final

from reader.domain.preferences import SecretPlace

PATIENCE: Final = 60.0
"""Seconds a command may take; somebody may have to type a passphrase."""


class NoSecret(Exception):
    """It could not be had; the rest of a sentence says why."""


def secret_at(place: SecretPlace, account: str) -> str:
    """Have a secret. It may take long, as a person may be asked to allow it.

    Args:
        place: Where it is kept.
        account: Whose it is, which a keyring wants to know.

    Raises:
        NoSecret: It is not there, or is nothing that can be sent.
    """
    if place.keyring is not None:
        secret = _in_keyring(place.keyring, account)
    else:
        secret = _by_command(place.command)
    if not secret:
        raise NoSecret("is empty where it is kept")
    if not secret.isprintable():
        raise NoSecret("is not one line of text")
    return secret


def _by_command(command: tuple[str, ...]) -> str:
    """The first line that a command writes.

    It has no terminal, which is the screen's: one that has to ask opens a window.
    """
    try:
        ended = subprocess.run(  # noqa: S603 (the reader's own command)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise NoSecret(f"did not come from {command[0]} in a minute") from error
    except subprocess.CalledProcessError as error:
        code = error.returncode
        raise NoSecret(f"did not come: {command[0]} ended with {code}") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a command"
        raise NoSecret(f"did not come from {command[0]}: {reason}") from error
    return ended.stdout.partition(b"\n")[0].decode("utf-8", "replace").strip()


def _in_keyring(service: str, account: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise NoSecret(
            "is in the keyring, which wants `pip install 'reader-tui[keyring]'`"
        ) from error
    try:
        secret: str | None = keyring.get_password(service, account)
    except KeyringError as error:
        raise NoSecret("could not be taken from the keyring") from error
    if secret is None:
        raise NoSecret(f"is not in the keyring, as {account} of {service}")
    return secret
