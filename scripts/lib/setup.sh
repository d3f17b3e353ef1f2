# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sets this clone up: Debian packages, .venv, the build. Sourced by the commands in scripts/, which call
# `setup runtime`, `setup wheel`, `setup generate`, `setup test` or `setup lab` (test, and emulated machines).
# Everything it says goes to stderr; what each step printed is in build/log. What is done already is not done again: each
# step leaves a stamp of what it depended on in build/stamps.
#
# PYTHON names the interpreter that .venv is made from; the default is the system's, which Debian's packages fit.

REPOSITORY=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
VENV=$REPOSITORY/.venv
SETUP_BUILD=$REPOSITORY/build/dev
SETUP_LOGS=$REPOSITORY/build/log
SETUP_STAMPS=$REPOSITORY/build/stamps

BUILD_PACKAGES=(build-essential clang cmake libbpf-dev libelf-dev libprotozero-dev libzstd-dev llvm ninja-build
    pkg-config python3-dev python3-venv zlib1g-dev)
TEST_PACKAGES=(bpftool bpftrace ccache chromium git golang-go iproute2 jq libclang-rt-dev libgtest-dev protobuf-compiler
    strace)
LAB_PACKAGES=(busybox-static cpio qemu-system-x86)

say() {
    printf 'traceleft: %s\n' "$*" >&2
}

die() {
    say "$*"
    exit 1
}

# step LOG TITLE COMMAND...: one line on the terminal; the command's own words only if it fails. A command that is done
# within half a second is not worth a line.
step() {
    local log=$SETUP_LOGS/$1.log title=$2 announcer status=0 started=$SECONDS
    shift 2
    mkdir -p "$SETUP_LOGS"
    {
        # Its output is shut so that nobody waits for a pipe that only this sleep still holds.
        sleep 0.5 >/dev/null 2>&1 && printf 'traceleft: %s ...\n' "$title" >&2
    } &
    announcer=$!
    "$@" >"$log" 2>&1 </dev/null || status=$?
    kill "$announcer" 2>/dev/null || true
    if wait "$announcer" 2>/dev/null && ((status == 0 && SECONDS - started > 4)); then
        say "  done in $((SECONDS - started)) s: $title"
    fi
    if ((status != 0)); then
        cat "$log" >&2
        die "$title: failed with status $status. The text above is in $log"
    fi
}

# stamped NAME KEY: whether the step NAME was last done under the same KEY.
stamped() {
    [[ -f $SETUP_STAMPS/$1 && $(<"$SETUP_STAMPS/$1") == "$2" ]]
}

stamp() {
    mkdir -p "$SETUP_STAMPS"
    printf '%s\n' "$2" >"$SETUP_STAMPS/$1"
}

hash_files() {
    cat "$@" | sha256sum | cut -d ' ' -f 1
}

missing_packages() {
    local package
    for package in "$@"; do
        # A package that was removed but not purged is still known: ask for its state.
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || printf '%s\n' "$package"
    done
}

# Packages that are missing are installed by root, or through sudo.
install_packages() {
    local packages=("${BUILD_PACKAGES[@]}") missing as_root=() key
    [[ $1 == test || $1 == lab ]] && packages+=("${TEST_PACKAGES[@]}")
    [[ $1 == lab ]] && packages+=("${LAB_PACKAGES[@]}")
    if ! command -v dpkg-query >/dev/null; then
        say "this is no Debian: it needs what Debian calls ${packages[*]}"
        return
    fi
    key="${packages[*]} $(stat -c '%Y %s' /var/lib/dpkg/status)"
    stamped "packages-$1" "$key" && return
    mapfile -t missing < <(missing_packages "${packages[@]}")
    if ((${#missing[@]})); then
        if ((EUID != 0)); then
            command -v sudo >/dev/null || die "as root, please: apt-get install ${missing[*]}"
            as_root=(sudo)
            sudo -v
        fi
        as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
        step apt-update "reading Debian's package lists" "${as_root[@]}" update
        step apt-install "installing ${missing[*]}" "${as_root[@]}" install -y --no-install-recommends "${missing[@]}"
        key="${packages[*]} $(stat -c '%Y %s' /var/lib/dpkg/status)"
    fi
    stamp "packages-$1" "$key"
}

# Debian's package of Prometheus starts a server: it is unpacked for its programs, and not installed.
fetch_promtool() {
    local folder=$REPOSITORY/build/promtool codename
    command -v promtool >/dev/null && return
    [[ -x $folder/usr/bin/promtool ]] && return
    command -v dpkg-query >/dev/null || return 0
    codename=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
    rm -rf "$folder"
    mkdir -p "$folder"
    step promtool "unpacking promtool" "$REPOSITORY/scripts/lib/fetch_packages" "$codename" \
        "$(dpkg --print-architecture)" "$folder" prometheus
}

# Without $PYTHON, a .venv made from another interpreter earlier stays.
make_venv() {
    local python=${PYTHON:-/usr/bin/python3} key
    if [[ -z ${PYTHON:-} && -x $VENV/bin/python ]]; then
        key=$(venv_key "$VENV/bin/python")
    else
        # An interpreter's own word, for $PYTHON may be a shim.
        key=$(venv_key "$("$python" -I -c 'import sys; print(sys.executable)')")
    fi
    stamped venv "$key" && [[ -x $VENV/bin/python ]] && return
    rm -rf "$VENV" "$SETUP_STAMPS"/python-* "$SETUP_STAMPS"/configure*
    step venv "creating .venv with $python" "$python" -I -m venv "$VENV"
    stamp venv "$(venv_key "$VENV/bin/python")"
}

# A clone that was moved or copied has a .venv that still points to the old place; one whose interpreter was upgraded
# has the old one's packages.
venv_key() {
    local interpreter
    interpreter=$(readlink -f "$1")
    printf '%s %s %s' "$REPOSITORY" "$interpreter" "$(stat -c '%Y %s' "$interpreter")"
}

BUILD_REQUIREMENTS=$REPOSITORY/scripts/lib/requirements-build.txt

# The packages that the build is made with.
install_build_requirements() {
    local key
    key=$(hash_files "$SETUP_STAMPS/venv" "$BUILD_REQUIREMENTS")
    stamped python-build "$key" && return
    step pip-build "installing what the build needs into .venv" "$VENV/bin/pip" install -r "$BUILD_REQUIREMENTS"
    stamp python-build "$key"
}

# The editable install makes `traceleft` importable from everywhere; the build proper is CMake's, in build_project.
install_python_packages() {
    local lists=("$BUILD_REQUIREMENTS") requirements=() extras='' list key
    [[ $1 == test ]] && set -- generate # it needs the same
    case $1 in
        wheel) lists+=("$REPOSITORY/scripts/lib/requirements-wheel.txt") ;;
        generate)
            lists+=("$REPOSITORY/scripts/lib/requirements-wheel.txt" "$REPOSITORY/scripts/lib/requirements-test.txt")
            extras='[generate,test]'
            ;;
    esac
    key=$(hash_files "$SETUP_STAMPS/venv" "$REPOSITORY/pyproject.toml" "${lists[@]}")
    stamped "python-$1" "$key" && return
    for list in "${lists[@]}"; do requirements+=(-r "$list"); done
    step "pip-$1" "installing Python packages into .venv" "$VENV/bin/pip" install "${requirements[@]}"
    step "editable-$1" "installing traceleft into .venv, to run from this source tree" "$VENV/bin/pip" install \
        --no-build-isolation --config-settings wheel.cmake=false --editable "$REPOSITORY$extras"
    stamp "python-$1" "$key"
}

# The tests build the extension for the checkout, for the wheel and from the source archive: ccache compiles it once. The
# paths that differ are in no result, for each build maps its own away.
use_ccache() {
    command -v ccache >/dev/null || return 0
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_DIR=$REPOSITORY/build/ccache CCACHE_BASEDIR=$REPOSITORY
}

configure() {
    # A cache of another directory, or of another interpreter, is of no use; nor are the stamps if this fails.
    rm -f "$SETUP_STAMPS"/configure*
    cmake --fresh -S "$REPOSITORY" -B "$SETUP_BUILD" -G Ninja -D CMAKE_BUILD_TYPE=Release \
        -D "Python_EXECUTABLE=$VENV/bin/python" "$@"
}

# The options for the build of a clone that is only to run: clang, which compiles the BPF objects too, takes half of GCC's
# time, and optimises as well.
quick_build() {
    printf '%s\n' -D TRACELEFT_QUICK_BUILD=ON
    if [[ -z ${CXX:-} ]] && command -v clang++ >/dev/null; then printf '%s\n' -D CMAKE_CXX_COMPILER=clang++; fi
}

build_project() {
    local key target=stage options
    key=$(hash_files "$SETUP_STAMPS/venv")
    if [[ $1 == test ]]; then
        target=all
        if ! stamped configure-test "$key"; then
            step configure "configuring" configure -D TRACELEFT_WERROR=ON -D TRACELEFT_BUILD_TESTS=ON
            stamp configure "$key"
            stamp configure-test "$key"
        fi
    elif ! stamped configure "$key"; then
        mapfile -t options < <(quick_build)
        step configure "configuring" configure "${options[@]}"
        stamp configure "$key"
    fi
    step build "building the extension and the BPF objects" cmake --build "$SETUP_BUILD" --target "$target"
}

# A user compiles Python's bytecode too: root, running from this clone, would leave directories that only root can remove.
compile_bytecode() {
    local stamp=$SETUP_STAMPS/bytecode
    if ((EUID != 0)) && [[ ! -f $stamp || -n $(find "$REPOSITORY/traceleft" -name '*.py' -newer "$stamp") ]]; then
        step bytecode "compiling Python's bytecode" "$VENV/bin/python" -I -m compileall -q "$REPOSITORY/traceleft"
        touch "$stamp"
    fi
}

# Two commands may start at once; the second waits for what the first builds.
setup_as_this_user() {
    local lock packages
    # Emulated machines run what is built for the tests.
    [[ $1 == lab ]] && set -- test
    mkdir -p "$REPOSITORY/build"
    exec {lock}>"$REPOSITORY/build/.lock"
    flock "$lock"
    make_venv
    use_ccache
    if [[ $1 == test || $1 == runtime ]]; then
        # pip waits for the network most of the time, while the build computes.
        install_build_requirements
        install_python_packages "$1" &
        packages=$!
        if [[ $1 == test ]]; then fetch_promtool; fi
        build_project "$1"
        wait "$packages"
    else
        install_python_packages "$1"
    fi
    [[ $1 == wheel || $1 == generate ]] || compile_bytecode
    # Closing is not enough: a child that is still about has the file open too.
    flock -u "$lock"
    exec {lock}>&-
}

# Under `sudo scripts/...` in a user's own clone the user builds, so that no file in it becomes root's.
setup() {
    local owner
    owner=$(stat -c '%u' "$REPOSITORY")
    if ((EUID == 0 && ${SUDO_UID:-0} != 0 && ${SUDO_UID:-0} == owner)); then
        SETUP_LOGS=$(mktemp -d)
        SETUP_STAMPS=$SETUP_LOGS
        install_packages "$1"
        rm -rf "$SETUP_LOGS"
        runuser -u "$SUDO_USER" -- env HOME="$(getent passwd "$owner" | cut -d : -f 6)" \
            bash "$REPOSITORY/scripts/lib/setup.sh" "$1"
    else
        install_packages "$1"
        setup_as_this_user "$1"
    fi
}

# Replaces this shell by COMMAND, run as root in the same directory and environment.
exec_as_root() {
    if ((EUID == 0)); then
        exec "$@"
    fi
    command -v sudo >/dev/null || die "BPF needs root, and there is no sudo here"
    exec sudo -E -- "$@"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    set -euo pipefail
    setup "$1"
fi
