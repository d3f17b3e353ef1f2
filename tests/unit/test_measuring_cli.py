# SPDX-License-Identifier: MIT
"""`traceleft count` and `hist` as far as they go without root: wrong usages are refused before anything is loaded."""

from __future__ import annotations

import click
import pytest

from tests.support.command_line import run
from traceleft.cli.measuring_options import split_names


@pytest.mark.parametrize("name", ["count", "hist"])
def test_help_has_examples(name: str):
    done = run(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    for word in ("--by", "--where", "--top", "--max-keys", f"traceleft {name} "):
        assert word in done.stdout, word


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["count", "nonesuch"], ["nonesuch"]),
        (["count", "./handler.bpf"], ["./handler.bpf is a file"]),
        (["count", "openat", "--by", "filname"], ["filname", "^^^^^^^", "did you mean filename?"]),
        (["count", "openat", "--by", "comm,"], ["--by"]),
        (["count", "close", "--by", "filename"], ["filename"]),
        (["count", "execve", "--by", "argv"], ["argv"]),
        (["count", "--where", "ret ="], ["write =="]),
        (["count", "--where", " "], ["question is empty"]),
        (["count", "openat", "--where", "filename =~ 'x+'"], ["behind the kernel", "the kernel knows =="]),
        (["hist", "openat", "--of", "filename"], ["filename"]),
        (["hist", "close", "--of", "count"], ["none of these calls has count"]),
        (["count", "-p", "x"], ["'x'"]),
        (["count", "-p", "0"], ["0 can't be a PID"]),
        (["count", "-p", "1", "--", "true"], ["-p"]),
        (["count", "--"], ["no command behind"]),
        (["count", "--max-keys", "0"], ["--max-keys"]),
    ],
    ids=lambda each: " ".join(each),
)
def test_wrong_usages(arguments: list[str], words: list[str]):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, ""), done
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ([], []),
        (["comm"], ["comm"]),
        (["comm, error", "fd"], ["comm", "error", "fd"]),
        (["error in (ENOENT, EACCES),comm"], ["error in (ENOENT, EACCES)", "comm"]),
        (["comm == ',x',fd"], ["comm == ',x'", "fd"]),
    ],
)
def test_names_are_split_at_commas(words: list[str], names: list[str]):
    assert split_names(tuple(words)) == names


@pytest.mark.parametrize("word", ["", ",", "comm,,fd", "comm, "])
def test_a_name_that_is_missing(word: str):
    with pytest.raises(click.UsageError):
        split_names((word,))
