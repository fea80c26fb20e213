"""Real servers as fixtures: started once a run, made new for each test."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from servers.packages import CannotStart
from servers.wordpress import WordPress


@pytest.fixture(scope="session")
def wordpress_6_1(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordPress]:
    """WordPress 6.1, for the whole run; tests ask for `wordpress`."""
    yield from _site(tmp_path_factory, "bookworm")


@pytest.fixture(scope="session")
def wordpress_6_8(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordPress]:
    """WordPress 6.8, for the whole run; tests ask for `each_wordpress`."""
    yield from _site(tmp_path_factory, "trixie")


@pytest.fixture
def wordpress(wordpress_6_1: WordPress) -> WordPress:
    """A running WordPress as it is when it is new."""
    return wordpress_6_1.reset().start()


@pytest.fixture(params=["wordpress_6_1", "wordpress_6_8"])
def each_wordpress(request: pytest.FixtureRequest) -> WordPress:
    """Each WordPress that we know the answers of, one after the other."""
    site: WordPress = request.getfixturevalue(request.param)
    return site.reset().start()


def _site(tmp_path_factory: pytest.TempPathFactory, suite: str) -> Iterator[WordPress]:
    site = WordPress(tmp_path_factory.mktemp(f"wordpress-{suite}"), suite)
    try:
        site.install()
        site.start()
    except CannotStart as error:
        site.stop()
        say_why_not(error)
    yield site
    site.stop()


def say_why_not(error: CannotStart) -> None:
    """Leave a test out where a server cannot run; in CI that is a failure."""
    if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
        pytest.fail(f"A real server is needed: {error}", pytrace=False)
    pytest.skip(f"A real server is needed: {error}")
