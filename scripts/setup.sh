#!/usr/bin/env bash
# Installs what the project needs and this machine lacks: Debian packages (as root or through sudo) and Python environments.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

command -v swift >/dev/null || {
    say "Swift 6.2 or later is needed: https://www.swift.org/install/linux/"
    exit 1
}

packages=()
need() { [ -e "$2" ] || packages+=("$1"); }
need libyaml-dev /usr/include/yaml.h
need zlib1g-dev /usr/include/zlib.h
need pkg-config /usr/bin/pkg-config
need ca-certificates /etc/ssl/certs/ca-certificates.crt
need openssl /usr/bin/openssl
find /usr/include -path '*curl/curl.h' 2>/dev/null | grep -q . || packages+=(libcurl4-openssl-dev)
find /usr/include -path '*openssl/evp.h' 2>/dev/null | grep -q . || packages+=(libssl-dev)
python3 -c 'import venv, ensurepip' 2>/dev/null || packages+=(python3-venv)

if [ ${#packages[@]} -gt 0 ]; then
    say "Installing ${packages[*]}"
    if [ "$(id -u)" = 0 ]; then
        run() { "$@"; }
    elif command -v sudo >/dev/null; then
        run() { sudo "$@"; }
    else
        say "These Debian packages are missing and this user may not install them: ${packages[*]}"
        exit 1
    fi
    run apt-get update -qq
    DEBIAN_FRONTEND=noninteractive run apt-get install -y -qq "${packages[@]}" >/dev/null
fi

# `deploy` makes the Python environments it needs itself; tests need pytest in them as well.
[ "${1:-}" = tests ] || exit 0

# Makes `folder` and installs each requirements file into it once, again when its pins change.
environment() {
    local folder=$1 stamp=$2 file=$3
    if cmp -s "$file" "$folder/$stamp"; then return; fi
    say "Installing $file into $folder"
    [ -x "$folder/bin/python" ] || python3 -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$file"
    cp "$file" "$folder/$stamp"
}
environment .venv-aws requirements.stamp local/requirements-aws.txt
environment .venv-snowflake requirements.stamp local/requirements-snowflake.txt
environment .venv-snowflake requirements-test.stamp local/requirements-test.txt
environment .venv-dbt requirements.stamp dbt/requirements.txt
environment .venv-dbt requirements-test.stamp Tests/dbt/requirements.txt
environment .venv-test requirements.stamp Tests/pipeline/requirements.txt
environment .venv-gates requirements.stamp Tests/gates/requirements.txt
