#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Tests the shipped handlers, each with a real process of its own: `sudo -E tests/run.sh`. A line for each; exits with
# non-zero if one failed. pytest's whole output is in the outfile, the traced events are in the outdir.
# TRACELEFT_BACKEND names the backend, as for traceleft itself.
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../scripts/lib/setup.sh"

setup test
if ((EUID != 0)); then
    exec_as_root bash "$REPOSITORY/tests/run.sh" "$@"
fi

outfile=$(mktemp /tmp/traceleft-test-cli-out-XXXXXX)
outdir=/tmp/traceleft-trace-out
# Anybody could have put something else there for root to write to.
mkdir -p -m 755 "$outdir"
if [[ -L $outdir || ! -O $outdir ]]; then
    die "$outdir is not a directory of root's: remove it"
fi
printf 'Using outfile %s\nUsing outdir %s\n' "$outfile" "$outdir"

export TRACELEFT_KERNEL_TESTS=1 TRACELEFT_TEST_BACKENDS=${TRACELEFT_BACKEND:-auto} TRACELEFT_TEST_OUTDIR=$outdir
# Caches that root owns would be in a user's way.
export PYTHONDONTWRITEBYTECODE=1
cd "$REPOSITORY"
status=0
"$VENV/bin/python" -m pytest -p no:cacheprovider -p tests.support.run_lines tests/kernel/test_sys.py tests/kernel/test_tcp.py "$@" \
    3>&1 >"$outfile" 2>&1 </dev/null || status=$?
if ((status != 0)); then
    say "tests failed (pytest's status is $status): see $outfile"
fi
exit "$status"
