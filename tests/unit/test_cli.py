# SPDX-License-Identifier: MIT
"""The command line as far as it goes without root: help, version, sizes, and wrong usages."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import click
import pytest

import traceleft
from tests.support.command_line import run
from traceleft.cli import cli, split_command
from traceleft.cli.size import Size
from traceleft.cli.telemetry import chosen_views

SCRIPT = [str(Path(sys.executable).with_name("traceleft"))]


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(option: str):
    done = run(option)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: traceleft ") and "trace" in done.stdout


def test_the_list_of_subcommands_is_made_without_importing_one():
    done = run("-X", "importtime", "-m", "traceleft", "--help", program=[sys.executable])
    listed = re.findall(r"^  (\w+) +\S.*\.$", done.stdout.split("Commands:\n")[1], re.MULTILINE)
    assert listed == sorted(cli.list_commands(click.Context(cli))) and "trace" in listed
    for name in listed:
        assert cli.get_command(click.Context(cli), name) is not None, name
        assert f"traceleft.cli.{name}\n" not in done.stderr, name


def test_help_of_trace_names_every_option():
    done = run("trace", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    asking = ("--where", "--explain", "--sample", "--limit", "--rate-limit", "--first", "--by")
    options = (
        *asking,
        "--backend",
        "--follow-forks",
        "--output",
        "--string-limit",
        "--durations",
        "--ring-size",
        "--slots",
    )
    for word in (*options, "[[PROGRAM_ID:]PID[,PID...]:]HANDLER", "COMMAND", "16M", "raw_tp"):
        assert word in done.stdout, word


def test_a_question_is_explained_without_tracing():
    done = run("trace", "read,openat", "--where", "fd == 3 and error == EBADF", "--explain")
    assert (done.returncode, done.stderr) == (0, "")
    meant = {block.split(":\n")[0]: block for block in done.stdout.split("\n\n")}
    assert set(meant) == {"read", "openat"}
    assert "early" in meant["read"] and "EBADF" in meant["read"]
    assert "instructions:" in meant["read"] and "r0 = " in meant["read"]


@pytest.mark.parametrize("question", ["fd = 3", "nosuch == 3", "fd == ", "comm < 3", ""])
def test_a_question_that_is_none_is_refused(question: str):
    done = run("trace", "read", "--explain", "--where", question)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stdout == ""


def test_version():
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[-1] == traceleft.__version__


@pytest.mark.parametrize("group", [[], ["handler"]], ids=["traceleft", "handler"])
def test_a_group_alone_shows_its_help(group: list[str]):
    alone, asked = run(*group), run(*group, "--help")
    assert (alone.returncode, alone.stderr) == (0, "")
    assert alone.stdout == asked.stdout


@pytest.mark.skipif(not Path(SCRIPT[0]).exists(), reason="traceleft is not installed beside this Python")
@pytest.mark.parametrize("arguments", [["--help"], ["trace", "--help"], ["--version"], ["trace"], ["nosuch"], []])
def test_module_and_script_are_the_same(arguments: list[str]):
    by_module, by_script = run(*arguments), run(*arguments, program=SCRIPT)
    assert (by_module.stdout, by_module.stderr, by_module.returncode) == (
        by_script.stdout,
        by_script.stderr,
        by_script.returncode,
    )


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["nosuch"], "nosuch"),
        (["--nosuch"], "--nosuch"),
        (["trace"], "nothing to trace"),
        (["trace", "--"], "nothing to trace"),
        (["trace", "--", "true"], "nothing to trace"),
        (["trace", "read", "--"], "--"),
        (["trace", "--nosuch", "read"], "--nosuch"),
        (["trace", "--backend", "nosuch", "read"], "nosuch"),
        (["trace", "--backend"], "--backend"),
        (["trace", "-s", "32769", "read"], "32769"),
        (["trace", "-s", "-1", "read"], "-1"),
        (["trace", "-s", "few", "read"], "few"),
        (["trace", "--slots", "1", "read"], "--slots"),
        (["trace", "--ring-size", "16X", "read"], "16X"),
        (["trace", "--ring-size", "4G", "read"], "4G"),
        (["trace", "--ring-size", "9" * 5000, "read"], "no size"),
        (["trace", "--sample", "0", "read"], "1/100"),
        (["trace", "--sample", "2/100", "read"], "2/100"),
        (["trace", "--rate-limit", "5/m", "read"], "100/s"),
        (["trace", "--rate-limit", "9" * 5000, "read"], "--rate-limit"),
        (["trace", "--limit", "0", "read"], "--limit"),
        (["trace", "--first", "0", "--by", "fd", "read"], "--first"),
        (["trace", "--first", "2", "read"], "--by"),
        (["trace", "--by", "fd", "read"], "--first"),
        (["trace", "--first", "2", "--by", "fd,", "read"], "comma"),
        (["trace", "--explain", "read"], "--where"),
        (["trace", "abc:read"], "abc"),
        (["trace", "read", "0:read"], "0:read"),
        (["trace", "9" * 5000 + ":read"], "PID"),
        (["trace", ""], "form"),
        (["trace", "openat,"], "comma"),
        (["trace", ",openat"], "comma"),
        (["trace", "1:openat,,read"], "comma"),
        (["trace", "openat,1:read"], "'openat,1' is not a PID"),
        (["list", "nosuch"], "`traceleft list`"),
        (["handler", "new", "nosuch"], "'nosuch'"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_a_wrong_usage_is_one_line_on_stderr(arguments: list[str], named: str):
    """Of one form with every other error: a script's log is not the place for four lines of synopsis."""
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr and named in done.stderr
    assert done.stderr.startswith("traceleft: ") and done.stderr.count("\n") == 1, done.stderr[:500]


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["list", "nosuch"], ""),
        (["list", "all"], ""),
        (["list", "opanat"], "; did you mean openat"),
        (["list", "raed"], "; did you mean read"),
        (["handler", "new", "nosuch"], ""),
        (["handler", "new", "opanat"], "; did you mean openat"),
        (["handler", "new", "openat", "--args", "nosuch"], ""),
        (["handler", "new", "openat", "--args", "filenam"], "; did you mean filename?"),
        (["trace", "--json-fields", "nosuch", "--format", "jsonl", "read"], ""),
        (["trace", "--json-fields", "args.nosuch", "--format", "jsonl", "read"], ""),
        (["trace", "--json-fields", "filename", "--format", "jsonl", "read"], "; did you mean args.filename"),
        (["trace", "--json-fields", "args.filenam", "--format", "jsonl", "read"], "; did you mean args.filename"),
        (["trace", "--json-fields", "timestmp", "--format", "jsonl", "read"], "; did you mean timestamp"),
        (["trace", "--template", "{nosuch}", "read"], ""),
        (["trace", "--template", "{filenam}", "read"], "; did you mean filename"),
        (["trace", "-o", "nosuch:/dev/null", "read"], ""),
        (["trace", "-o", "jsonk:/dev/null", "read"], "; did you mean jsonl?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.skipif(os.geteuid() != 0, reason="a trace's outputs are opened after its probes")
def test_only_what_is_near_is_suggested(arguments: list[str], meant: str):
    done = run(*arguments)
    assert done.returncode == 2 and done.stderr.count("\n") == 1, done.stderr
    assert meant in done.stderr if meant else "did you mean" not in done.stderr, done.stderr


def test_the_environments_backend_is_checked_too():
    done = run("trace", "read", TRACELEFT_BACKEND="nosuch")
    assert done.returncode == 2 and "nosuch" in done.stderr and "Traceback" not in done.stderr


def test_an_output_that_cannot_be_written_is_an_error_not_a_wrong_usage(tmp_path: Path):
    path = tmp_path / "nosuch" / "file"
    done = run("trace", "-o", str(path), "read", "--", "true")
    assert done.returncode == 1 and str(path) in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("program", "left"),
    [
        # It must work where the extension can't be loaded.
        ("import traceleft.cli", {"traceleft._core", "traceleft.battery", "html", "tempfile", "zipfile"}),
        (
            "import traceleft.measuring, traceleft.battery; traceleft.battery.schema()",
            {
                "traceleft.tracer",
                "traceleft.outputs",
                "html",
                "importlib.resources",
                "subprocess",
                "tempfile",
                "zipfile",
            },
        ),
    ],
)
def test_what_takes_time_to_import_is_left_until_it_is_needed(program: str, left: set[str]):
    done = run("-c", f"import sys; {program}; print(sorted({left} & set(sys.modules)))", program=[sys.executable])
    assert done.stdout == "[]\n", done.stderr


@pytest.mark.parametrize(
    ("arguments", "ours", "command"),
    [
        ([], [], None),
        (["trace", "read"], ["trace", "read"], None),
        (["trace", "read", "--"], ["trace", "read"], []),
        (["trace", "read", "--", "ls", "-l"], ["trace", "read"], ["ls", "-l"]),
        (["trace", "read", "--", "sh", "--", "x"], ["trace", "read"], ["sh", "--", "x"]),
        (["--"], [], []),
    ],
)
def test_split_command(arguments: list[str], ours: list[str], command: list[str] | None):
    assert split_command(arguments) == (ours, command)


@pytest.mark.parametrize(
    ("text", "size"),
    [("4096", 4096), ("64K", 65536), ("16m", 16 * 2**20), ("1G", 2**30), ("0", 0), ("4294967295", 2**32 - 1)],
)
def test_sizes(text: str, size: int):
    assert Size(below=2**32).convert(text, None, None) == size


@pytest.mark.parametrize(
    "text",
    [
        *("", "K", "-1", "+1", " 1", "1 ", "1.5M", "1KB", "1KK", "16T", "0x1000", "4G", "4294967296", "1_000", "²"),
        *("\N{ARABIC-INDIC DIGIT ONE}", "9" * 5000, "9" * 5000 + "G", "\0"),
    ],
)
def test_a_size_is_refused(text: str):
    with pytest.raises(click.BadParameter, match=r"size.*\(below 4G\)"):
        Size(below=2**32).convert(text, None, None)


def test_a_disks_sizes():
    assert Size().convert("4G", None, None) == 2**32 and Size().convert("3t", None, None) == 3 * 2**40
    assert Size(least=2048).convert("2K", None, None) == 2048
    with pytest.raises(click.BadParameter, match="2047 is too small: at least 2K"):
        Size(least=2048).convert("2047", None, None)
    with pytest.raises(click.BadParameter, match=r"'1P' is no size; write bytes, or 64K, 16M, 1G$"):
        Size().convert("1P", None, None)


def test_the_old_name_of_allow_public_still_works(capfd: pytest.CaptureFixture):
    options = dict.fromkeys(["pprof_address", "listen_token_file", "otlp_endpoint"])
    options |= dict.fromkeys(["allow_public", "metrics_calls", "stats"], False)
    views = chosen_views({**options, "i_know": True, "metrics_address": "0.0.0.0:9090"})
    assert views.metrics == ("0.0.0.0", 9090)
    assert (
        capfd.readouterr().err == "traceleft: --i-know is called --allow-public now, and goes with the next release\n"
    )
    assert "--i-know" not in run("trace", "--help").stdout
