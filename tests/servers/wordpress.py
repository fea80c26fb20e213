"""A real WordPress on loopback, out of Debian's packages, with PHP's own server and SQLite."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from servers.packages import INSTALL, CannotStart, debian, need, sqlite_for_wordpress

HERE = Path(__file__).parent
CLASSIC = "twentytwentyone"
BLOCKS = "twentytwentythree"
PACKAGES = {
    "bookworm": [
        "wordpress",
        "wordpress-l10n",
        f"wordpress-theme-{CLASSIC}",
        f"wordpress-theme-{BLOCKS}",
    ],
    # Debian 13 has no classic theme any more.
    "trixie": ["wordpress", "wordpress-l10n", f"wordpress-theme-{BLOCKS}"],
}
"""What is unpacked of each Debian: WordPress 6.1 and 6.8."""

SECONDS_TO_START = 20

# Whatever the site wants to fetch from elsewhere ends here.
_NOWHERE = "http://127.0.0.1:9"

_CONFIGURATION = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', ''); define('DB_PASSWORD', '');
define('DB_HOST', ''); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY',
          'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $key) {
    define($key, 'only for tests: ' . $key);
}
define('WP_HOME', file_get_contents('%(folder)s/url')); define('WP_SITEURL', WP_HOME);
define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', false); define('FS_METHOD', 'direct');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""

_PHP_INI = """
sendmail_path = "/bin/sh -c 'cat >> %(folder)s/mail.log'"
memory_limit = 256M
opcache.enable_cli = 1
; what was compiled once need not be compiled by the next process
opcache.file_cache = %(folder)s/compiled
error_log = %(folder)s/php-errors.log
log_errors = 1
display_errors = 0
"""

_AS_A_REQUEST = """<?php
$_SERVER['HTTP_HOST'] = '%(host)s'; $_SERVER['SERVER_NAME'] = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/'; $_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1'; $_SERVER['REMOTE_ADDR'] = '127.0.0.1';
%(before)s
require '%(root)s/wp-load.php';
"""


class WordPress:
    """A site that can be set, stopped and started again.

    Args:
        folder: Where everything of it is kept; made by `install`.
        suite: The Debian whose WordPress it is: `bookworm` (6.1) or `trixie` (6.8).
    """

    def __init__(self, folder: Path, suite: str = "bookworm") -> None:
        self.folder = folder
        self.suite = suite
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.posts: dict[str, int] = {}
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def root(self) -> Path:
        """The folder that WordPress itself stands in."""
        return self.folder / "htdocs"

    @property
    def feed(self) -> str:
        """The address of its feed."""
        return f"{self.url}/feed/"

    @property
    def theme(self) -> str:
        """The theme it has when it is new: the classic one where there is one."""
        return CLASSIC if self.suite == "bookworm" else BLOCKS

    @property
    def running(self) -> bool:
        """Whether it answers."""
        return self._server is not None

    def article(self, name: str = "main", at: str | None = None) -> str:
        """The address of one of its posts.

        Args:
            name: before, main, after or closed.
            at: The address the site is known as, if not its own.
        """
        place = {
            "before": "2020/06/04/pool-opens-again",
            "main": "2020/06/17/mill-lane-crossing",
            "after": "2020/06/26/library-van-route",
            "closed": "2020/05/20/minutes-of-1911",
        }[name]
        return f"{at or self.url}/{place}/"

    def install(self) -> Self:
        """Put the site together and write its posts.

        Raises:
            CannotStart: This machine lacks something; the message says what.
        """
        _need_php()
        packages = debian(self.suite, PACKAGES[self.suite])
        plugin = sqlite_for_wordpress()
        # A copy, links followed: WordPress takes the folder it really stands in
        # for its own, and there Debian keeps another configuration.
        shutil.copytree(
            packages / "usr/share/wordpress",
            self.root,
            ignore=shutil.ignore_patterns("wp-config.php", ".htaccess"),
            ignore_dangling_symlinks=True,
        )
        content = self.root / "wp-content"
        languages = packages / "var/lib/wordpress/wp-content/languages"
        if languages.is_dir():
            shutil.copytree(languages, content / "languages", dirs_exist_ok=True)
        (content / "uploads").mkdir(exist_ok=True)
        self._keep_tables_in_sqlite(content, plugin)
        (content / "mu-plugins").mkdir(exist_ok=True)
        (self.folder / "compiled").mkdir()
        shutil.copy(HERE / "settings.php", content / "mu-plugins/settings.php")
        self.known_as(self.url)
        values = {"folder": self.folder}
        (self.root / "wp-config.php").write_text(_CONFIGURATION % values, "utf-8")
        (self.folder / "php.ini").write_text(_PHP_INI % values, "utf-8")
        self.posts = json.loads(
            self.php(
                (HERE / "setup.php").read_text("utf-8").removeprefix("<?php"),
                installing=True,
            )
        )
        self.php(f"switch_theme({self.theme!r});")
        shutil.copy(self._tables, self._pristine)
        return self

    def known_as(self, url: str) -> None:
        """Let it take another address for its own: that of a relay in front of it."""
        (self.folder / "url").write_text(url, "utf-8")

    def start(self) -> Self:
        """Let it answer, on the port it always had."""
        if self._server is not None:
            return self
        with (self.folder / "server.log").open("ab") as log:
            self._server = subprocess.Popen(
                [
                    "php",
                    "-c",
                    str(self.folder / "php.ini"),
                    "-S",
                    f"127.0.0.1:{self.port}",
                    "-t",
                    str(self.root),
                    str(HERE / "router.php"),
                ],
                cwd=self.root,
                env=self._environment() | {"PHP_CLI_SERVER_WORKERS": "4"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Its workers outlive it, and keep the port, unless all are
                # ended as one group.
                start_new_session=True,
            )
        self._wait_for_an_answer()
        return self

    def stop(self) -> None:
        """Let it be away: nothing listens on its port. What it has stored stays."""
        if self._server is None:
            return
        os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait()
        self._server = None
        deadline = time.monotonic() + SECONDS_TO_START
        while _answers(self.port) and time.monotonic() < deadline:
            time.sleep(0.02)

    def reset(
        self, *, theme: str | None = None, plugins: str = "", **options: object
    ) -> Self:
        """Make it as it was when it was new, but for what is given.

        Args:
            theme: Another theme than it has when it is new.
            plugins: The plugin that is active, by its file.
            options: WordPress's own, and those of `settings.php`.
        """
        for leftover in self._tables.parent.glob(f"{self._tables.name}-*"):
            leftover.unlink()
        shutil.copy(self._pristine, self._tables)
        code = [f"switch_theme({theme!r});"] if theme else []
        code += [
            f"update_option({name!r}, {_php(value)});"
            for name, value in options.items()
        ]
        if plugins:
            code.append(f"update_option('active_plugins', [{plugins!r}]);")
        if code:
            self.php("\n".join(code))
        return self

    def php(self, code: str, *, installing: bool = False) -> str:
        """Run PHP inside the site; whether it answers or not.

        Returns:
            What the code printed.
        """
        before = "define('WP_INSTALLING', true);" if installing else ""
        values = {"host": f"127.0.0.1:{self.port}", "root": self.root, "before": before}
        done = subprocess.run(
            ["php", "-c", str(self.folder / "php.ini")],
            env=self._environment(),
            input=_AS_A_REQUEST % values + code,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if done.returncode:
            log = self.folder / "php-errors.log"
            said = log.read_text("utf-8")[-2000:] if log.exists() else ""
            raise RuntimeError(f"{done.stdout}\n{done.stderr}\n{said}")
        return done.stdout

    def application_password(self, name: str = "ada", role: str = "subscriber") -> str:
        """Let somebody have an account, and an application password for it."""
        return self.php(
            f"$id = wp_insert_user(['user_login' => {name!r}, 'user_pass' => 'the login password',"
            f" 'user_email' => '{name}@example.org', 'display_name' => 'Ada of the harbour', 'role' => {role!r}]);"
            " echo WP_Application_Passwords::create_new_application_password($id, ['name' => 'reader'])[0];"
        )

    def comments(self, name: str = "main") -> list[dict[str, Any]]:
        """Every comment that is stored for a post, whatever its state, the oldest first."""
        rows: list[dict[str, Any]] = json.loads(
            self.php(
                "echo json_encode(array_map(fn ($one) => ["
                " 'id' => $one->comment_ID, 'text' => $one->comment_content,"
                " 'author' => $one->comment_author, 'email' => $one->comment_author_email,"
                " 'website' => $one->comment_author_url, 'state' => $one->comment_approved,"
                " 'parent' => $one->comment_parent],"
                f" get_comments(['post_id' => {self.posts[name]}, 'status' => 'any',"
                " 'orderby' => 'comment_ID', 'order' => 'ASC'])"
                f" + get_comments(['post_id' => {self.posts[name]}, 'status' => 'trash'])));"
            )
        )
        return rows

    @property
    def _tables(self) -> Path:
        return self.root / "wp-content/database/.ht.sqlite"

    @property
    def _pristine(self) -> Path:
        return self.folder / "pristine.sqlite"

    def _keep_tables_in_sqlite(self, content: Path, plugin: Path) -> None:
        home = content / "plugins/sqlite-database-integration"
        shutil.copytree(plugin, home)
        # The plugin reads a property that WordPress has only since 6.2.
        code = home / "wp-includes/sqlite/class-wp-sqlite-db.php"
        if code.exists():
            code.write_text(
                code.read_text("utf-8").replace(
                    "$this->__get( 'allow_unsafe_unquoted_parameters' )",
                    "$this->allow_unsafe_unquoted_parameters",
                ),
                "utf-8",
            )
        (content / "db.php").write_text(
            (home / "db.copy")
            .read_text("utf-8")
            .replace("{SQLITE_IMPLEMENTATION_FOLDER_PATH}", str(home))
            .replace("{SQLITE_PLUGIN}", "sqlite-database-integration/load.php"),
            "utf-8",
        )

    def _environment(self) -> dict[str, str]:
        proxies = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
        return dict(os.environ) | dict.fromkeys(proxies, _NOWHERE)

    def _wait_for_an_answer(self) -> None:
        assert self._server is not None
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self._server.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/?rest_route=/", timeout=10):
                    return
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.02)
        log = (self.folder / "server.log").read_text("utf-8", "replace")[-2000:]
        self.stop()
        raise CannotStart(f"WordPress did not come up:\n{log}")


def _need_php() -> None:
    need("php")
    modules = subprocess.run(
        ["php", "-m"], capture_output=True, text=True, check=True
    ).stdout.lower()
    wanted = ("pdo_sqlite", "xml", "mbstring")
    missing = [one for one in wanted if one not in modules.split()]
    if missing:
        raise CannotStart(f"PHP lacks {', '.join(missing)}: {INSTALL}")


def _php(value: object) -> str:
    """A value as PHP writes it."""
    if isinstance(value, Mapping):
        raise TypeError("an option is a number or a text")
    return repr(int(value)) if isinstance(value, bool | int) else repr(str(value))


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


def _answers(port: int) -> bool:
    with socket.socket() as calling:
        return calling.connect_ex(("127.0.0.1", port)) == 0
