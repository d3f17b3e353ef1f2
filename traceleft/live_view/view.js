// SPDX-License-Identifier: MIT
// Shows State of watch.py. Names come from whoever is traced: they are text, never markup.

function element(tag, parent, properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  parent.append(made);
  return made;
}

function fill(table, head, rows) {
  const body = document.createElement("tbody");
  for (const [kind, cells] of [["th", head], ...rows.map((row) => ["td", row])]) {
    const line = element("tr", body);
    for (const cell of cells) element(kind, line, { textContent: String(cell) });
  }
  table.replaceChildren(body);
}

function drawRates(svg, rates) {
  const most = Math.max(1, ...rates);
  const points = rates.map((rate, place) => `${place},${40 - (38 * rate) / most}`);
  svg.setAttribute("viewBox", `0 0 ${Math.max(1, rates.length - 1)} 40`);
  svg.firstChild.setAttribute("points", points.join(" "));
}

export default {
  render({ model, el }) {
    el.classList.add("traceleft-live");
    const bar = element("div", el, { className: "bar" });
    const button = element("button", bar);
    const question = element("input", bar, { type: "text", placeholder: "question: ret < 0 and comm == \"nginx\"" });
    question.setAttribute("aria-label", "question");
    const totals = element("span", bar, { className: "totals" });
    const error = element("pre", el, { className: "error" });
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.append(document.createElementNS("http://www.w3.org/2000/svg", "polyline"));
    el.append(svg);
    const calls = element("table", el, { className: "calls" });
    const last = element("table", el, { className: "last" });

    const start = () => model.send({ do: "start", where: question.value });
    button.onclick = () => (model.get("state").running ? model.send({ do: "stop" }) : start());
    question.onkeydown = (event) => {
      event.stopPropagation(); // Jupyter has shortcuts of its own
      if (event.key === "Enter") start();
    };

    const show = () => {
      const state = model.get("state");
      button.textContent = state.running ? "Stop" : "Start";
      button.title = model.get("title");
      if (document.activeElement !== question) question.value = state.question;
      totals.textContent =
        `${state.events} events, ${state.errors} failed, ${state.lost} lost, ${state.seconds.toFixed(1)} s`;
      error.textContent = state.error;
      drawRates(svg, state.rates);
      fill(calls, ["syscall", "calls", "errors", "time"], state.calls.slice(0, 12));
      fill(last, ["time", "pid", "comm", "call", "result", "duration"], state.last);
    };
    model.on("change:state", show);
    show();
    return () => model.off("change:state", show);
  },
};
