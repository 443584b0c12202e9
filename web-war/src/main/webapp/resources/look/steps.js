// Goes through a backtest bar by bar. Only bars up to the one shown are fetched, so what comes next is nowhere on the page.
(() => {
  "use strict";
  const {colour, look, candleLook, chart, repainted} = Drawing;
  const PART = 200, WIDTH_OF_A_BAR = 8, MOST_AT_ONCE = 120;
  const LINES = ["--accent", "--bad", "--focus", "--warn"];
  const place = document.getElementById("steps");
  if (!place) {
    return;
  }
  const lang = document.documentElement.lang;
  const names = new Map([...document.querySelectorAll("#names [data-code]")].map((one) => [one.dataset.code, one.textContent]));
  const word = (code) => names.get(code) ?? code;
  const digits = (most, least = 0) => new Intl.NumberFormat(lang, {maximumFractionDigits: most, minimumFractionDigits: least});
  const number = (text, most = 6) => text === undefined || text === null ? "–" : digits(most).format(Number(text));
  const money = (text) => digits(2, 2).format(Number(text));
  const share = (text) => `${digits(2, 2).format(Number(text) * 100)} %`;
  const seconds = (step) => Date.parse(step.at) / 1000;

  let seen = [], shown = 0, bars = 0, sights = [];
  let candles, markers, made, lines = [];
  let playing = null, queue = Promise.resolve();

  async function ask(query) {
    const answer = await fetch(`${place.dataset.stepsOf}?${new URLSearchParams(query)}`);
    const found = await answer.json().catch(() => ({}));
    if (!found.steps) {
      throw new Error(found.detail ?? word("steps.failed"));
    }
    bars = found.bars;
    sights = found.sights;
    return found.steps;
  }

  // How a day is written: that of the page's other lists.
  function when(step) {
    const at = new Date(step.at);
    const day = lang === "de" ? at.toLocaleDateString("de", {timeZone: "UTC", day: "2-digit", month: "2-digit", year: "numeric"}) : step.at.slice(0, 10);
    return at.getTime() % 86_400_000 === 0 ? day : `${day} ${step.at.slice(11, 19)}`;
  }

  // The drawing

  const candle = (step) => ({time: seconds(step), open: Number(step.open), high: Number(step.high), low: Number(step.low), close: Number(step.close)});
  const point = (step, at) => step.values[at] === null ? {time: seconds(step)} : {time: seconds(step), value: Number(step.values[at])};

  function marks() {
    return seen.slice(0, shown + 1).flatMap((step) => step.fills.map((fill) => {
      const buys = fill.side === "BUY";
      return {time: seconds(step), position: buys ? "belowBar" : "aboveBar", shape: buys ? "arrowUp" : "arrowDown", text: buys ? "B" : "S", color: colour(buys ? "--accent" : "--bad")};
    }));
  }

  function lineLook(at) {
    return {color: colour(LINES[at % LINES.length]), lineStyle: at < LINES.length ? LightweightCharts.LineStyle.Solid : LightweightCharts.LineStyle.Dashed};
  }

  function begin() {
    made = chart(document.getElementById("candles"), seen.map((step) => [seconds(step)]));
    candles = made.addSeries(LightweightCharts.CandlestickSeries, candleLook());
    markers = LightweightCharts.createSeriesMarkers(candles, []);
    const drawn = new Set();
    sights.forEach((sight, at) => {
      if (sight.kind === "PRICE" && !drawn.has(sight.text)) {
        drawn.add(sight.text);
        const nth = lines.length;
        const series = made.addSeries(LightweightCharts.LineSeries, {...lineLook(nth), lineWidth: 1, priceLineVisible: false, lastValueVisible: false});
        lines.push({at, series, nth});
      }
    });
    document.getElementById("lines").replaceChildren(...lines.map(({at, nth}) => {
      const item = document.createElement("li");
      const key = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      key.setAttribute("class", "chart key");
      key.setAttribute("viewBox", "0 0 40 10");
      key.setAttribute("aria-hidden", "true");
      path.setAttribute("class", `line many-${nth % 8}`);
      path.setAttribute("d", "M0 5L40 5");
      key.append(path);
      const text = document.createElement("code");
      text.textContent = sights[at].text;
      item.append(key, " ", text);
      return item;
    }));
    repainted([() => {
      made.applyOptions(look());
      candles.applyOptions(candleLook());
      lines.forEach(({series, nth}) => series.applyOptions(lineLook(nth)));
      markers.setMarkers(marks());
    }]);
  }

  function draw(onward) {
    const step = seen[shown];
    if (onward) {
      candles.update(candle(step));
      lines.forEach(({at, series}) => series.update(point(step, at)));
    } else {
      const known = seen.slice(0, shown + 1);
      candles.setData(known.map(candle));
      lines.forEach(({at, series}) => series.setData(known.map((one) => point(one, at))));
    }
    markers.setMarkers(marks());
    const width = document.getElementById("candles").clientWidth - made.priceScale("right").width();
    made.timeScale().setVisibleLogicalRange({from: shown - Math.min(MOST_AT_ONCE, Math.round(width / WIDTH_OF_A_BAR)), to: shown + 3});
  }

  // The tables

  function row(...cells) {
    const line = document.createElement("tr");
    cells.forEach(([text, kind, depth]) => {
      const cell = document.createElement("td");
      if (kind === "code") {
        const code = document.createElement("code");
        code.textContent = text;
        cell.append(code);
        cell.className = `words deep-${Math.min(depth, 6)}`;
      } else {
        cell.textContent = text;
        cell.className = kind;
      }
      line.append(cell);
    });
    return line;
  }

  const fill = (id, rows) => document.querySelector(`#${id} tbody`).replaceChildren(...rows.length > 0 ? rows : [row(["–", ""])]);
  const truth = (value) => word(value === null ? "steps.UNDEFINED" : Number(value) === 1 ? "steps.TRUE" : "steps.FALSE");

  function tell(step) {
    const say = (name, text) => { document.querySelector(`[data-say=${name}]`).textContent = text; };
    say("prices", [step.open, step.high, step.low, step.close].map((price) => number(price)).join(" · "));
    say("volume", number(step.volume));
    say("units", Number(step.units) === 0 ? word("steps.NOTHING") : `${number(step.units)} ${word(Number(step.units) > 0 ? "steps.LONG" : "steps.SHORT")}`);
    say("openProfit", `${Number(step.openProfit) < 0 ? "▼" : "▲"} ${money(step.openProfit)}`);
    say("cash", money(step.cash));
    say("equity", money(step.equity));
    say("drawdown", share(step.drawdown));
    const wanted = step.decision && word({"1": "steps.LONG", "-1": "steps.SHORT", "0": "steps.NOTHING"}[step.decision.wanted]);
    document.getElementById("decision").textContent = !step.decision ? "–"
      : `${wanted}${step.decision.share && step.decision.wanted !== 0 ? `, ${share(step.decision.share)}` : ""}: ${word(step.decision.changed ? "steps.changed" : "steps.stays")}`;
    document.getElementById("unseen").hidden = sights.length > 0;
    fill("sights", sights.map((sight, at) => row([sight.rule && sight.depth === 0 ? word(`rule.${sight.rule}`) : "", "nowrap"], [sight.text, "code", sight.depth],
      [sight.kind === "CONDITION" ? truth(step.values[at]) : number(step.values[at]), "n"])));
    fill("standing", step.standing.map((order) => row([order.number, "n"],
      [`${word(`steps.${order.side}`)}, ${word(`orderkind.${order.kind}`)}${order.validity === "GTC" ? "" : `, ${word(`validity.${order.validity}`)}`}${order.protects ? `, ${word("steps.protects")} ${order.protects}` : ""}`, ""],
      [order.units === undefined ? word("steps.allmoney") : number(order.units), "n"], [number(order.limit), "n"], [number(order.stop), "n"], [number(order.filled), "n"])));
    fill("fills", step.fills.map((one) => row([one.order, "n"], [word(`steps.${one.side}`), ""], [number(one.units), "n"], [number(one.price), "n"], [money(one.fee), "n"],
      [word(`fillrule.${one.rule}`), "words"])));
  }

  function show(onward) {
    const step = seen[shown];
    draw(onward);
    tell(step);
    const where = document.getElementById("where");
    where.textContent = where.dataset.words.replace("#1", when(step)).replace("#2", digits(0).format(step.number)).replace("#3", digits(0).format(bars));
    place.dataset.bar = String(step.number);
    place.dataset.drawn = String(shown + 1);
    const day = document.querySelector("#to-day input");
    if (day !== document.activeElement) {
      day.value = step.at.slice(0, 10);
    }
    history.replaceState(null, "", `?${new URLSearchParams({id: place.dataset.id, at: step.at})}`);
    document.querySelectorAll("[data-step=back], [data-step=fill-back]").forEach((button) => { button.disabled = step.number === 1; });
    document.querySelectorAll("[data-step=forward], [data-step=fill]").forEach((button) => { button.disabled = step.number === bars; });
  }

  // Where it goes

  async function forward() {
    if (seen[shown].number === bars) {
      return false;
    }
    if (shown + 1 === seen.length) {
      seen.push(...await ask({from: seen[shown].number + 1, limit: 1}));
    }
    shown++;
    show(true);
    return true;
  }

  async function earlier() {
    const first = seen[0].number;
    const before = first === 1 ? [] : await ask({from: Math.max(1, first - PART), limit: Math.min(PART, first - 1)});
    seen.unshift(...before);
    shown += before.length;
    return before.length > 0;
  }

  async function back() {
    if (shown > 0 || await earlier()) {
      shown--;
      show(false);
    }
  }

  async function toFill() {
    const at = seen.findIndex((step, place) => place > shown && step.fills.length > 0);
    const last = seen[seen.length - 1].number;
    if (at < 0 && last < bars) {
      const found = await ask({from: last + 1, limit: PART, toFill: true});
      seen = found[0].number === last + 1 ? [...seen, ...found] : found;
    }
    shown = at < 0 ? seen.length - 1 : at;
    show(false);
  }

  async function toFillBack() {
    let at = -1;
    do {
      at = seen.slice(0, shown).findLastIndex((step) => step.fills.length > 0);
    } while (at < 0 && await earlier());
    shown = Math.max(0, at);
    show(false);
  }

  async function toDay(day) {
    seen = await ask({at: day, limit: PART});
    shown = seen.length - 1;
    show(false);
  }

  function stop() {
    clearTimeout(playing);
    playing = null;
    document.querySelector("[data-step=play]").setAttribute("aria-pressed", "false");
  }

  function play() {
    if (playing !== null) {
      stop();
      return;
    }
    document.querySelector("[data-step=play]").setAttribute("aria-pressed", "true");
    const next = () => {
      playing = setTimeout(async () => (await run(forward) && playing !== null ? next : stop)(), Number(document.getElementById("speed").value));
    };
    next();
  }

  // One after the other, so that a bar is not asked for twice.
  function run(act) {
    const wrong = document.getElementById("wrong");
    queue = queue.then(act).then((done) => {
      wrong.hidden = true;
      return done;
    }, (failed) => {
      wrong.textContent = failed.message;
      wrong.hidden = false;
      return false;
    });
    return queue;
  }

  const ACTS = {back, forward, fill: toFill, "fill-back": toFillBack};

  // Where the first bars could not be had, there is nothing to go through.
  function act(name) {
    if (!made) {
      return;
    }
    if (name === "play") {
      play();
    } else {
      stop();
      run(ACTS[name]);
    }
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog") || localStorage.getItem("keys") === "off") {
      return;
    }
    const name = {ArrowLeft: event.shiftKey ? "fill-back" : "back", ArrowRight: event.shiftKey ? "fill" : "forward", p: "play"}[event.key];
    if (name) {
      event.preventDefault();
      act(name);
    }
  }

  document.querySelectorAll("[data-step]").forEach((button) => button.addEventListener("click", () => act(button.dataset.step)));
  document.addEventListener("keydown", press);
  document.getElementById("to-day").addEventListener("submit", (event) => {
    event.preventDefault();
    stop();
    run(() => made && toDay(event.target.elements.day.value));
  });
  run(async () => {
    seen = await ask(place.dataset.at ? {at: place.dataset.at, limit: PART} : {from: 1, limit: place.dataset.first});
    shown = seen.length - 1;
    begin();
    show(false);
  });
})();
