#!/bin/sh
# What the tests against real servers need of the machine (Debian, Ubuntu).
# Everything else they fetch by themselves into a cache, unpacked and not installed.
set -eu
missing=
command -v php >/dev/null || missing="$missing php-cli"
for module in sqlite3 xml mbstring; do
    command -v php >/dev/null && php -m | grep -qix "$module" || missing="$missing php-$module"
done
command -v tmux >/dev/null || missing="$missing tmux"
command -v openssl >/dev/null || missing="$missing openssl"
command -v npm >/dev/null || missing="$missing npm"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then run=; else run=sudo; fi
export DEBIAN_FRONTEND=noninteractive
$run apt-get -q update
# shellcheck disable=SC2086 # a list of packages
$run apt-get -q install -y --no-install-recommends $missing
