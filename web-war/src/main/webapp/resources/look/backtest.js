// Draws candles, of a backtest with its fills, and its equity beside buying and holding. All figures stand in tables too.
(() => {
  "use strict";
  const {colour, look, candleLook, chart, line, drawRows, repainted} = Drawing;
  const TIME = 0, OPEN = 1, HIGH = 2, LOW = 3, CLOSE = 4, EQUITY = 5, HOLD = 6;
  const MARKS = {
    BUY: {position: "belowBar", shape: "arrowUp", text: "B", colour: "--accent"},
    COVER: {position: "belowBar", shape: "arrowUp", text: "C", colour: "--accent"},
    SELL: {position: "aboveBar", shape: "arrowDown", text: "S", colour: "--bad"},
    SHORT: {position: "aboveBar", shape: "arrowDown", text: "SH", colour: "--bad"},
  };

  function marks(found) {
    return found.marks.map((mark) => {
      const {position, shape, text, colour: name} = MARKS[mark.kind];
      return {time: mark.time, position, shape, text, color: colour(name)};
    });
  }

  function addCandles(made, rows) {
    const candles = made.addSeries(LightweightCharts.CandlestickSeries, candleLook());
    candles.setData(rows.map((row) =>
      ({time: row[TIME], open: row[OPEN], high: row[HIGH], low: row[LOW], close: row[CLOSE]})));
    return candles;
  }

  // The bars of an instrument. Several that end within a second are drawn as the last of them.
  async function drawBars(place) {
    const answer = await fetch(place.dataset.barsOf);
    if (!answer.ok) {
      return;
    }
    const all = (await answer.json()).rows;
    const rows = all.filter((row, at) => at === all.length - 1 || row[TIME] < all[at + 1][TIME]);
    const made = chart(place, rows);
    const candles = addCandles(made, rows);
    made.timeScale().fitContent();
    repainted([() => {
      made.applyOptions(look());
      candles.applyOptions(candleLook());
    }]);
    place.dataset.drawn = String(rows.length);
  }

  function drawCandles(place, found) {
    const made = chart(place, found.rows);
    const candles = addCandles(made, found.rows);
    const markers = LightweightCharts.createSeriesMarkers(candles, marks(found));
    made.timeScale().fitContent();
    return () => {
      made.applyOptions(look());
      candles.applyOptions(candleLook());
      markers.setMarkers(marks(found));
    };
  }

  function drawEquity(place, found) {
    const made = chart(place, found.rows);
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

  document.querySelectorAll("[data-of]").forEach((place) => draw(place));
  document.querySelectorAll("[data-bars-of]").forEach((place) => drawBars(place));
  document.querySelectorAll("[data-spread-of]").forEach((place) => drawSpread(place));
})();
