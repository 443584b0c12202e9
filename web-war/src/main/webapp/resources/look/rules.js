// Rules while they are written: faults with their place below the text, and proposals for what may stand at the caret. The form does without.
(() => {
  "use strict";
  const PAUSE_MILLIS = 250;
  const box = document.querySelector(".rules");
  const kind = document.querySelector("#ask select[name=strategy]");
  if (!box) {
    return;
  }
  const found = box.querySelector("[data-found]");
  const parameters = box.querySelector("[name=parameters]");
  const rules = [...box.querySelectorAll("textarea[data-condition=true]")];

  const market = document.querySelector("#ask select[name=execution]");
  const impact = document.querySelector('#ask select[name="EXECUTION.impact"]');
  const OF_IMPACT = { spread: "SPREAD", coefficient: "SQUARE_ROOT", volatility: "SQUARE_ROOT", fixed: "ALMGREN_CHRISS", temporary: "ALMGREN_CHRISS", permanent: "ALMGREN_CHRISS" };

  function trade() {
    document.querySelectorAll("#ask [data-execution]").forEach((part) => { part.hidden = !part.dataset.execution.split(" ").includes(market.value); });
    document.querySelectorAll("#ask [data-impact]").forEach((field) => { field.hidden = (OF_IMPACT[field.dataset.impact] ?? impact.value) !== impact.value; });
  }

  let before = null;

  /** A parent order is traded in a recorded market alone; what stood there before comes back with another strategy. */
  function choose() {
    const parent = kind.value === "PARENT_ORDER";
    if (parent && market.value !== "REPLAY") {
      before = market.value;
      market.value = "REPLAY";
      trade();
    } else if (!parent && before !== null) {
      market.value = before;
      before = null;
      trade();
    }
    document.querySelectorAll("#ask [data-kind]").forEach((part) => { part.hidden = !part.dataset.kind.split(" ").includes(kind.value); });
  }

  const address = (what, asked) => `api/v1/rules/${what}?${new URLSearchParams({ ...asked, parameters: parameters.value })}`;

  async function answer(what, asked) {
    const got = await fetch(address(what, asked)).catch(() => null);
    return got?.ok ? got.json() : null;
  }

  // Faults

  function tell(field, problems) {
    field.setAttribute("aria-invalid", String(problems.length > 0));
    document.getElementById(`${field.id}-faults`).replaceChildren(...problems.map((problem) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      item.className = "fault";
      button.type = "button";
      button.className = "plain";
      button.textContent = `line ${problem.line}, column ${problem.column}: ${problem.text}`;
      button.addEventListener("click", () => {
        field.focus();
        field.setSelectionRange(problem.at, problem.at + problem.length);
      });
      item.append(button);
      return item;
    }));
  }

  const said = (field, text) => { document.getElementById(`${field.id}-said`).textContent = text; };

  async function check(field) {
    const text = field.value;
    if (text.trim() === "" && field !== parameters) {
      tell(field, []);
      said(field, "");
      return;
    }
    const got = await answer("check", { rule: text, ...(field.dataset.wanted && { wanted: field.dataset.wanted }) });
    if (got && text === field.value) {
      tell(field === parameters ? parameters : field, field === parameters ? got.parameterProblems : got.problems);
      if (field !== parameters) {
        said(field, got.type ? (field.dataset.right ?? box.dataset.right).replace("{0}", got.warmUpBars) : "");
      }
    }
  }

  // Proposals

  let list = null;
  let from = 0;
  let question = 0;

  function close() {
    question++;
    if (list) {
      const field = list.field;
      list.place.remove();
      list = null;
      field.removeAttribute("aria-activedescendant");
      field.removeAttribute("aria-controls");
      found.textContent = "";
    }
  }

  function mark(number) {
    list.marked = number;
    [...list.place.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
    list.place.children[number].scrollIntoView({ block: "nearest" });
    list.field.setAttribute("aria-activedescendant", list.place.children[number].id);
  }

  function take(number) {
    const { field, proposals } = list;
    field.setRangeText(proposals[number].text, from, field.selectionStart, "end");
    close();
    field.focus();
    check(field);
  }

  function show(field, proposals) {
    close();
    if (proposals.length === 0) {
      found.textContent = box.dataset.none;
      return;
    }
    const place = document.createElement("ul");
    place.id = `${field.id}-proposals`;
    place.className = "proposals";
    place.setAttribute("role", "listbox");
    place.setAttribute("aria-label", box.dataset.lines);
    proposals.forEach((proposal, number) => {
      const option = document.createElement("li");
      const text = document.createElement("code");
      const about = document.createElement("span");
      option.id = `${place.id}-${number}`;
      option.setAttribute("role", "option");
      text.textContent = proposal.text;
      about.className = "soft";
      about.textContent = proposal.about;
      option.append(text, " ", about);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
      place.append(option);
    });
    field.parentElement.append(place);
    field.setAttribute("aria-controls", place.id);
    list = { field, place, proposals, marked: 0 };
    found.textContent = `${box.dataset.lines}: ${proposals.length}`;
    mark(0);
  }

  async function propose(field) {
    const mine = ++question;
    const caret = field.selectionStart;
    const got = await answer("completion", { rule: field.value, caret });
    if (got && mine === question && caret === field.selectionStart && document.activeElement === field) {
      from = got.from;
      show(field, got.proposals);
    }
  }

  function press(event) {
    const field = event.target;
    if (event.ctrlKey && event.code === "Space") {
      event.preventDefault();
      propose(field);
    } else if (list && { ArrowDown: 1, ArrowUp: -1 }[event.key]) {
      event.preventDefault();
      const count = list.proposals.length;
      mark((list.marked + { ArrowDown: 1, ArrowUp: -1 }[event.key] + count) % count);
    } else if (list && event.key === "Enter") {
      event.preventDefault();
      take(list.marked);
    } else if (event.key === "Escape" || event.key === "Tab") {
      close();
    }
  }

  const timers = new Map();

  function written(event) {
    const field = event.target;
    close();
    clearTimeout(timers.get(field));
    timers.set(field, setTimeout(() => {
      check(field);
      if (field === parameters) {
        rules.filter((rule) => rule.value.trim() !== "").forEach(check);
      } else if (event.inputType?.startsWith("insert") && /[A-Za-z_.]$/.test(field.value.slice(0, field.selectionStart))) {
        propose(field);
      }
    }, PAUSE_MILLIS));
  }

  rules.forEach((field) => {
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-haspopup", "listbox");
    field.addEventListener("keydown", press);
    field.addEventListener("blur", close);
  });
  [...rules, parameters].forEach((field) => field.addEventListener("input", written));
  if (kind) {
    kind.addEventListener("change", choose);
    choose();
  }
  if (market) {
    market.addEventListener("change", () => {
      before = null;
      trade();
    });
    impact.addEventListener("change", trade);
    trade();
  }
})();
