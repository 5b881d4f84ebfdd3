# Read by ./start and ./test: makes .venv from the hashed list named, unless it is already so.
# environment run|test
environment() {
    wanted=$(cat "requirements/$1.txt" pyproject.toml | sha256sum | cut -c1-16)
    stamp=".venv/$1-$wanted"
    [ -e "$stamp" ] && return
    if ! python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'; then
        echo "Python 3.11 or later with venv is needed. On Debian: apt-get install python3-venv" >&2
        exit 1
    fi
    echo "Making the environment in .venv (once; needs the network) ..." >&2
    # One that was broken off on the way has no pip that runs.
    .venv/bin/pip --version >/dev/null 2>&1 || python3 -m venv --clear .venv
    .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes \
        -r "requirements/$1.txt"
    .venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
        --editable .
    rm -f ".venv/$1-"*
    touch "$stamp"
}
