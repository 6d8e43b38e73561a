// Charts are drawn when they come into view, and all of them before printing. Without this script every
// chart still has its sentence and its table of figures. Nothing is fetched from outside.
(() => {
  const script = document.currentScript.dataset.charts;
  const charts = [...document.querySelectorAll("figure.chart")];
  const LOOKS = { mode: "vega-lite", renderer: "svg", actions: false, ast: true, tooltip: false, defaultStyle: false };
  let vega;

  const load = () => (vega ??= new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = script;
    tag.onload = resolve;
    tag.onerror = reject;
    document.head.append(tag);
  }));

  // One picture with a name and a description; nothing in it takes the keyboard's focus.
  const describe = (figure, svg) => {
    const id = `${figure.id || `chart-${charts.indexOf(figure)}`}`;
    for (const [tag, words] of [["desc", figure.dataset.description], ["title", figure.dataset.title]]) {
      const told = document.createElementNS("http://www.w3.org/2000/svg", tag);
      told.id = `${id}-${tag}`;
      told.textContent = words ?? "";
      svg.prepend(told);
    }
    for (const part of svg.querySelectorAll("*")) {
      for (const name of ["role", "aria-label", "aria-roledescription", "aria-hidden", "tabindex"]) part.removeAttribute(name);
    }
    svg.setAttribute("role", "img");
    svg.setAttribute("focusable", "false");
    svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  };

  const specOf = (figure) => JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const placeOf = (figure) => figure.querySelector(".drawn");

  const draw = async (figure) => {
    if (figure.dataset.drawn) return;
    figure.dataset.drawn = "waiting";
    await load();
    const place = placeOf(figure);
    const spec = specOf(figure);
    const width = Math.max(240, place.clientWidth);
    if (width < 420) spec.config.legend.columns = 1;
    await window.drawChart(place, { ...spec, width }, LOOKS);
    describe(figure, place.querySelector("svg"));
    figure.dataset.drawn = "yes";
  };

  const failed = (figure) => () => { figure.dataset.drawn = ""; figure.querySelector("details")?.setAttribute("open", ""); };
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      draw(target).catch(failed(target));
    }
  }, { rootMargin: "300px" });
  for (const figure of charts) {
    placeOf(figure).style.minHeight = `${(specOf(figure).height ?? 0) + 32}px`; // so that nothing moves when it comes
    seen.observe(figure);
  }
  window.addEventListener("beforeprint", () => charts.forEach((figure) => draw(figure).catch(failed(figure))));
})();

// What drops from the top of the page goes up again by Escape, by a press elsewhere, and when the keyboard leaves.
// Without this script it does so by a second press.
(() => {
  const open = () => document.querySelectorAll("details.drops[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const each of open()) { each.open = false; each.querySelector("summary").focus(); }
  });
  const left = (event) => { for (const each of open()) if (!each.contains(event.target)) each.open = false; };
  document.addEventListener("click", left);
  document.addEventListener("focusin", left);
})();
