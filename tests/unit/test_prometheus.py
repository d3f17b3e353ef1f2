# SPDX-License-Identifier: MIT
"""A real Prometheus scrapes the metrics, and finds something for each panel of the dashboard."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.sample_telemetry import DASHBOARD, DOCUMENT, Look, expressions, some_calls
from traceleft.telemetry import metrics
from traceleft.telemetry.http_server import HttpServer

TIMEOUT = 60.0


class Prometheus:
    """A server of its own, with nothing in it yet."""

    def __init__(self, directory: Path, scraped: HttpServer) -> None:
        found = shutil.which("prometheus") or shutil.which(ROOT / "build/promtool/usr/bin/prometheus")
        assert found, "prometheus is missing: scripts/test unpacks it on Debian; elsewhere install it"
        config = {
            "global": {"scrape_interval": "200ms", "scrape_timeout": "200ms"},
            "scrape_configs": [{"job_name": "traceleft", "static_configs": [{"targets": [scraped.url[7:]]}]}],
        }
        (directory / "prometheus.yml").write_text(json.dumps(config))  # which is YAML, too
        with contextlib.closing(socket.create_server(("localhost", 0))) as taken:
            port = taken.getsockname()[1]
        self.log = directory / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    *(found, f"--config.file={directory}/prometheus.yml"),
                    *(f"--storage.tsdb.path={directory}/data", f"--web.listen-address=localhost:{port}"),
                ],
                stdout=log,
                stderr=log,
            )
        self.url = f"http://localhost:{port}/api/v1"

    def ask(self, path: str, **query: str) -> list[dict] | dict:
        url = f"{self.url}/{path}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
            return json.load(answer)["data"]

    def query(self, expression: str) -> list[dict]:
        return self.ask("query", query=expression)["result"]

    def await_scrapes(self, count: int) -> None:
        """Until so many scrapes of the target have succeeded."""
        end = time.monotonic() + TIMEOUT
        result: object = None
        while time.monotonic() < end:
            assert self.process.poll() is None, self.log.read_text()
            with contextlib.suppress(OSError, http.client.HTTPException):
                result = self.query("sum_over_time(up[5m])")
                if result and float(result[0]["value"][1]) >= count:
                    return
            time.sleep(0.05)
        pytest.fail(f"{result}; {self.ask('targets')}; {self.log.read_text()}")


@pytest.fixture(scope="module")
def prometheus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    with HttpServer(("localhost", 0), metrics.routes(Look(some_calls()))) as server:
        prometheus = Prometheus(tmp_path_factory.mktemp("prometheus"), server)
        try:
            prometheus.await_scrapes(3)
            yield prometheus
        finally:
            prometheus.process.terminate()
            prometheus.process.wait(TIMEOUT)


def test_each_panel_has_something_to_show(prometheus: Prometheus):
    """Also if nothing is chosen in the dashboard's variables."""
    empty = [
        text
        for text in expressions()
        if not prometheus.query(re.sub(r"\$(?:instance|syscall|comm)\b", ".*", text.replace("$__rate_interval", "5m")))
    ]
    assert not empty
    variables = json.loads(DASHBOARD.read_text())["templating"]["list"]
    queries = [variable["query"] for variable in variables if variable["type"] == "query"]
    assert len(queries) == 3
    for query in queries:
        match = re.fullmatch(r"label_values\((\w+), (\w+)\)", query)
        assert match and prometheus.ask(f"label/{match[2]}/values", **{"match[]": match[1]})


def test_each_alert_looks_at_what_is_there(prometheus: Prometheus):
    alerts = re.findall(r"expr: (.*) > 0$", DOCUMENT.read_text(), re.MULTILINE)
    assert len(alerts) == 3 and all(prometheus.query(text) for text in alerts)


def test_the_figures_are_the_tracers(prometheus: Prometheus):
    def figure(expression: str) -> float:
        (result,) = prometheus.query(expression)
        return float(result["value"][1])

    assert figure("sum(traceleft_events_handled_total)") == 100
    assert figure('traceleft_events_lost_total{cpu="1",reason="ring_full"}') == 9
    assert figure('traceleft_calls_total{syscall="read"}') == 6
    assert figure('traceleft_call_duration_seconds_bucket{le="4e-06"}') == 3
    assert 2**2 <= figure("histogram_quantile(0.7, traceleft_call_duration_seconds_bucket)") <= 2**4
    (kinds,) = prometheus.ask("metadata", metric="traceleft_call_duration_seconds").values()
    assert [(kind["type"], kind["help"]) for kind in kinds] == [
        ("histogram", "Time between the entry and the exit of a traced call.")
    ]
