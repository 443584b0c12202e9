// Draws candles with the fills of a backtest, and its equity beside buying and holding. All figures stand in tables too.
(() => {
  "use strict";
  const root = document.documentElement;
  const drawn = new Map();
  const TIME = 0, OPEN = 1, HIGH = 2, LOW = 3, CLOSE = 4, EQUITY = 5, HOLD = 6;
  const MARKS = {
    BUY: {position: "belowBar", shape: "arrowUp", text: "B", colour: "--accent"},
    COVER: {position: "belowBar", shape: "arrowUp", text: "C", colour: "--accent"},
    SELL: {position: "aboveBar", shape: "arrowDown", text: "S", colour: "--bad"},
    SHORT: {position: "aboveBar", shape: "arrowDown", text: "SH", colour: "--bad"},
  };

  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  function look() {
    return {
      layout: {background: {color: colour("--sheet")}, textColor: colour("--ink-soft"), attributionLogo: false},
      grid: {vertLines: {color: colour("--rule")}, horzLines: {color: colour("--rule")}},
      rightPriceScale: {borderColor: colour("--rule-strong")},
      timeScale: {borderColor: colour("--rule-strong")},
    };
  }

  function chart(place) {
    const made = LightweightCharts.createChart(place, {...look(), autoSize: true});
    drawn.set(place.id, made);
    return made;
  }

  // Hollow where the price rose, filled where it fell.
  function candleLook() {
    return {
      upColor: colour("--sheet"), borderUpColor: colour("--ink"), wickUpColor: colour("--ink"),
      downColor: colour("--ink"), borderDownColor: colour("--ink"), wickDownColor: colour("--ink"),
    };
  }

  function marks(found) {
    return found.marks.map((mark) => {
      const {position, shape, text, colour: name} = MARKS[mark.kind];
      return {time: mark.time, position, shape, text, color: colour(name)};
    });
  }

  function drawCandles(place, found) {
    const made = chart(place);
    const candles = made.addSeries(LightweightCharts.CandlestickSeries, candleLook());
    candles.setData(found.rows.map((row) =>
      ({time: row[TIME], open: row[OPEN], high: row[HIGH], low: row[LOW], close: row[CLOSE]})));
    const markers = LightweightCharts.createSeriesMarkers(candles, marks(found));
    made.timeScale().fitContent();
    return () => {
      made.applyOptions(look());
      candles.applyOptions(candleLook());
      markers.setMarkers(marks(found));
    };
  }

  function line(made, found, column, title, options) {
    const series = made.addSeries(LightweightCharts.LineSeries, {...options(), title, lineWidth: 2, priceLineVisible: false});
    series.setData(found.rows.map((row) => ({time: row[TIME], value: row[column]})));
    return () => series.applyOptions(options());
  }

  function drawEquity(place, found) {
    const made = chart(place);
    const parts = [
      line(made, found, HOLD, place.dataset.hold, () => ({color: colour("--ink-soft"), lineStyle: LightweightCharts.LineStyle.Dashed})),
      line(made, found, EQUITY, place.dataset.strategy, () => ({color: colour("--accent")})),
    ];
    made.timeScale().fitContent();
    return () => {
      made.applyOptions(look());
      parts.forEach((part) => part());
    };
  }

  // What is not known is a gap.
  function drawRows(place, rows, column, limits) {
    const made = chart(place);
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

  async function drawSpread(place) {
    const answer = await fetch(place.dataset.spreadOf);
    if (!answer.ok) {
      return;
    }
    const found = await answer.json();
    const score = document.getElementById("score");
    const enter = Number(score.dataset.enter), stop = Number(score.dataset.stop);
    repainted([drawRows(place, found.rows, 2, [0]), drawRows(score, found.rows, 3, [-stop, -enter, 0, enter, stop])]);
    place.dataset.drawn = String(found.rows.length);
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

  async function draw(place) {
    const answer = await fetch(place.dataset.of);
    if (!answer.ok) {
      return;
    }
    const found = await answer.json();
    repainted([drawCandles(place, found), drawEquity(document.getElementById("equity"), found)]);
    document.querySelectorAll("[data-joined]").forEach((note) => {
      note.textContent = found.joined > 1 ? note.dataset.joined.replace("#", found.joined) : "";
    });
    place.dataset.marks = String(found.marks.length);
    place.dataset.drawn = String(found.rows.length);
  }

  document.querySelectorAll("[data-move]").forEach((button) => button.addEventListener("click", () => move(button)));
  document.querySelectorAll("[data-of]").forEach((place) => draw(place));
  document.querySelectorAll("[data-spread-of]").forEach((place) => drawSpread(place));
})();
