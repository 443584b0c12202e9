// Draws a portfolio: its worth and drawdown beside equal weights, and weights and parts of the risk as areas on top of each other.
(() => {
  "use strict";
  const {colour, look, chart, line, drawRows, repainted} = Drawing;
  const SCORE = 1, COMBINATIONS = 2;
  const WORTH = 1, EQUAL = 2, FALL = 3, EQUAL_FALL = 4;
  const GOLDEN_ANGLE = 137.508;
  const dark = () => getComputedStyle(document.documentElement).colorScheme.includes("dark");
  const shade = (number) => `hsl(${(number * GOLDEN_ANGLE + 200) % 360} 55% ${(dark() ? 52 : 48) + 12 * (number % 3 - 1)}%)`;

  function drawLines(place, found, one, other, names) {
    const made = chart(place);
    const parts = [
      line(made, found, other, names.other, () => ({color: colour("--ink-soft"), lineStyle: LightweightCharts.LineStyle.Dashed})),
      line(made, found, one, names.one, () => ({color: colour("--accent")})),
    ];
    made.timeScale().fitContent();
    return () => {
      made.applyOptions(look());
      parts.forEach((part) => part());
    };
  }

  // The sum of all up to an instrument is drawn before the sum without it, so that what is seen of each is its own. Shorts go down from zero.
  function drawStack(place, rows, count) {
    const made = chart(place);
    made.applyOptions({localization: {priceFormatter: (share) => `${(100 * share).toFixed(0)} %`}});
    const upTo = (row, last, side) => {
      let sum = 0;
      for (let at = 0; at <= last; at++) {
        sum += side * Math.max(0, side * row[1 + at]);
      }
      return sum;
    };
    const options = (number) => ({
      topFillColor1: shade(number), topFillColor2: shade(number), topLineColor: shade(number),
      bottomFillColor1: shade(number), bottomFillColor2: shade(number), bottomLineColor: shade(number),
    });
    const drawn = [];
    for (const side of [1, -1]) {
      for (let number = count - 1; number >= 0; number--) {
        if (rows.some((row) => side * row[1 + number] > 0)) {
          const series = made.addSeries(LightweightCharts.BaselineSeries, {...options(number), baseValue: {type: "price", price: 0}, lineWidth: 1,
            priceLineVisible: false, lastValueVisible: false, crosshairMarkerVisible: false});
          series.setData(rows.map((row) => ({time: row[0], value: upTo(row, number, side)})));
          drawn.push([series, number]);
        }
      }
    }
    made.timeScale().fitContent();
    return () => {
      made.applyOptions(look());
      drawn.forEach(([series, number]) => series.applyOptions(options(number)));
    };
  }

  function swatches() {
    document.querySelectorAll("[data-swatch]").forEach((swatch) => { swatch.style.backgroundColor = shade(Number(swatch.dataset.swatch)); });
  }

  async function draw(place) {
    const answer = await fetch(place.dataset.basket);
    if (!answer.ok) {
      return;
    }
    const found = await answer.json();
    const names = {one: place.dataset.one, other: place.dataset.other};
    swatches();
    repainted([
      drawLines(place, found, WORTH, EQUAL, names),
      drawLines(document.getElementById("drawdown"), found, FALL, EQUAL_FALL, names),
      drawStack(document.getElementById("weights"), found.weights, found.instruments.length),
      drawStack(document.getElementById("risk"), found.risk, found.instruments.length),
      swatches,
    ]);
    document.querySelectorAll("[data-joined]").forEach((note) => {
      note.textContent = found.joined > 1 ? note.dataset.joined.replace("#", found.joined) : "";
    });
    place.dataset.drawn = String(found.rows.length);
  }

  async function drawSpread(place) {
    const answer = await fetch(place.dataset.spread);
    if (!answer.ok) {
      return;
    }
    const found = await answer.json();
    const enter = Number(place.dataset.enter), stop = Number(place.dataset.stop);
    repainted([drawRows(place, found.rows, SCORE, [-stop, -enter, 0, enter, stop]), drawRows(document.getElementById("combinations"), found.rows, COMBINATIONS, [0])]);
    place.dataset.drawn = String(found.rows.length);
  }

  document.querySelectorAll("[data-spread]").forEach((place) => drawSpread(place));
  document.querySelectorAll("[data-basket]").forEach((place) => draw(place));
})();
