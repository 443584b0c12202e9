// What drawings have in common: the look of the page, lines over rows, and buttons to move about.
const Drawing = (() => {
  "use strict";
  const root = document.documentElement;
  const drawn = new Map();
  const TIME = 0;

  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  function look() {
    return {
      layout: {background: {color: colour("--sheet")}, textColor: colour("--ink-soft"), attributionLogo: false},
      grid: {vertLines: {color: colour("--rule")}, horzLines: {color: colour("--rule")}},
      rightPriceScale: {borderColor: colour("--rule-strong")},
      timeScale: {borderColor: colour("--rule-strong")},
    };
  }

  // Hollow where the price rose, filled where it fell.
  function candleLook() {
    return {
      upColor: colour("--sheet"), borderUpColor: colour("--ink"), wickUpColor: colour("--ink"),
      downColor: colour("--ink"), borderDownColor: colour("--ink"), wickDownColor: colour("--ink"),
    };
  }

  // Of bars within a day the axis has times, else days alone.
  function chart(place, rows = []) {
    const timed = rows.some((row) => row[TIME] % 86400 !== 0);
    const made = LightweightCharts.createChart(place, {...look(), autoSize: true});
    made.timeScale().applyOptions({timeVisible: timed, secondsVisible: false});
    drawn.set(place.id, made);
    return made;
  }

  function line(made, found, column, title, options) {
    const series = made.addSeries(LightweightCharts.LineSeries, {...options(), title, lineWidth: 2, priceLineVisible: false});
    series.setData(found.rows.map((row) => ({time: row[TIME], value: row[column]})));
    return () => series.applyOptions(options());
  }

  // What is not known is a gap.
  function drawRows(place, rows, column, limits) {
    const made = chart(place, rows);
    const options = () => ({color: colour("--accent")});
    const series = made.addSeries(LightweightCharts.LineSeries, {...options(), title: place.dataset.title, lineWidth: 1, priceLineVisible: false});
    series.setData(rows.map((row) => row[column] === null ? {time: row[TIME]} : {time: row[TIME], value: row[column]}));
    const lines = limits.map((price) => series.createPriceLine({price, color: colour("--ink-soft"), lineWidth: 1, axisLabelVisible: true}));
    made.timeScale().fitContent();
    return () => {
      made.applyOptions(look());
      series.applyOptions(options());
      lines.forEach((one) => one.applyOptions({color: colour("--ink-soft")}));
    };
  }

  function repainted(parts) {
    const repaint = () => parts.forEach((one) => one());
    new MutationObserver(repaint).observe(root, {attributes: true, attributeFilter: ["data-theme"]});
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  }

  function move(button) {
    const scale = drawn.get(button.dataset.in)?.timeScale();
    const range = scale?.getVisibleLogicalRange();
    if (!range) {
      return;
    }
    const width = range.to - range.from;
    const shifted = (from, to) => scale.setVisibleLogicalRange({from: range.from + from * width, to: range.to + to * width});
    switch (button.dataset.move) {
      case "earlier": shifted(-0.25, -0.25); break;
      case "later": shifted(0.25, 0.25); break;
      case "closer": shifted(0.25, -0.25); break;
      case "wider": shifted(-0.5, 0.5); break;
      default: scale.fitContent();
    }
  }

  document.querySelectorAll("[data-move]").forEach((button) => button.addEventListener("click", () => move(button)));
  return {colour, look, candleLook, chart, line, drawRows, repainted};
})();
