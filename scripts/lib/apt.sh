# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Debian's packages without installing them: apt with sources and lists of its own, so that the system's stay as they are.

# unpack WORK FOLDER PACKAGE...: downloads packages into WORK, after private_apt, and unpacks them into FOLDER.
unpack() {
    local work=$1 folder=$2 package
    shift 2
    (cd "$work" && apt-get "${APT_OPTIONS[@]}" download "$@")
    for package in "$work"/*.deb; do
        dpkg-deb --extract "$package" "$folder"
    done
}

# private_apt SUITE WORK [ARCHITECTURE [KIND]]: reads the suite's package lists into the folder WORK; $APT_OPTIONS make apt-get
# and apt-cache use them. KIND is deb (default) or deb-src. The mirror is the one that this machine uses. (A backports or security suite has a URI of its own, which is
# not asked for.)
private_apt() {
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | grep '/debian/$' | head -1) || true
    if [[ -z $mirror ]]; then
        echo "${0##*/}: apt knows no Debian mirror: run apt-get update" >&2
        return 1
    fi
    mkdir -p "$2"/{lists,cache/archives}/partial
    echo "${4:-deb} [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $1 main" >"$2/sources"
    APT_OPTIONS=(
        -qq
        -o "Dir::Etc::sourcelist=$2/sources"
        -o Dir::Etc::sourceparts=/dev/null
        -o Dir::Etc::preferencesparts=/dev/null
        -o "Dir::State::lists=$2/lists"
        -o "Dir::Cache=$2/cache"
        -o "APT::Sandbox::User=$(id -un)"
        -o APT::Update::Error-Mode=any
    )
    if [[ -n ${3:-} ]]; then
        APT_OPTIONS+=(-o "APT::Architecture=$3" -o "APT::Architectures=$3" -o Dir::State::status=/dev/null)
    fi
    if ! apt-get "${APT_OPTIONS[@]}" update; then
        echo "${0##*/}: $mirror has no suite $1, or can't be reached" >&2
        return 1
    fi
}
