// Ctrl+K: pages, what this page can do, items and documents by a few letters. Everything in it is a link or button elsewhere too.
(() => {
  "use strict";
  const PAUSE_MILLIS = 150;
  const PAGES = { ITEM: "item.xhtml?sku=", ORDER: "order.xhtml?id=", POSTING: "posting.xhtml?id=" };
  let dialog, field, list, said, timer, asked = 0;

  const label = (element) => (element.value || element.textContent).trim();

  // What the navigation and the head of this page offer is what the role may do.
  function offers() {
    const places = [...document.querySelectorAll(".side a")].map((link) => ({ kind: dialog.dataset.page, title: label(link), go: () => link.click() }));
    const acts = [...document.querySelectorAll(".head .act a, .head .act button, .head .act input[type=submit], .who [data-do]:not([data-do=palette]), .who input[type=submit]")]
      .map((button) => ({ kind: dialog.dataset.act, title: label(button), go: () => { dialog.close(); button.click(); } }));
    return [...acts, ...places];
  }

  function matching(text) {
    const words = text.toLowerCase().split(/\s+/);
    return offers().filter((offer) => words.every((word) => offer.title.toLowerCase().includes(word)));
  }

  async function found(text) {
    const answer = await fetch(`api/v1/search?q=${encodeURIComponent(text)}`);
    const hits = answer.ok ? (await answer.json()).hits : [];
    return hits.map((hit) => ({
      kind: dialog.dataset[hit.kind.toLowerCase()], title: hit.title, detail: hit.detail,
      go: () => { location.href = PAGES[hit.kind] + encodeURIComponent(hit.id); },
    }));
  }

  function row(offer, number) {
    const option = document.createElement("li");
    option.id = `palette-${number}`;
    option.setAttribute("role", "option");
    for (const [part, text] of [["kind", offer.kind], ["what", offer.title], ["soft", offer.detail ?? ""]]) {
      const span = document.createElement("span");
      span.className = part;
      span.textContent = text;
      option.append(span, " ");
    }
    option.addEventListener("click", offer.go);
    return option;
  }

  function show(rows) {
    list.replaceChildren(...rows.map(row));
    said.textContent = rows.length === 0 && field.value.trim() !== "" ? dialog.dataset.none : "";
    mark(rows.length === 0 ? -1 : 0);
  }

  function mark(number) {
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === number)));
    const option = list.children[number];
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  const marked = () => [...list.children].findIndex((option) => option.getAttribute("aria-selected") === "true");

  // An answer that comes after a later question is not shown.
  function ask() {
    const text = field.value.trim();
    const question = ++asked;
    const near = matching(text);
    show(near);
    clearTimeout(timer);
    if (text !== "") {
      timer = setTimeout(() => found(text).then((far) => question === asked && show([...far, ...near])).catch(() => undefined), PAUSE_MILLIS);
    }
  }

  function press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.children.length > 0) {
      event.preventDefault();
      mark((marked() + step + list.children.length) % list.children.length);
    } else if (event.key === "Enter" && marked() >= 0) {
      event.preventDefault();
      list.children[marked()].click();
    }
  }

  function open() {
    if (!dialog.open) {
      field.value = "";
      dialog.showModal();
      ask();
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    dialog = document.getElementById("palette");
    if (!dialog) {
      return;
    }
    field = dialog.querySelector("input");
    list = dialog.querySelector("[role=listbox]");
    said = dialog.querySelector("[role=status]");
    field.addEventListener("input", ask);
    field.addEventListener("keydown", press);
    document.addEventListener("click", (event) => event.target.closest("[data-do=palette]") && open());
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        open();
      }
    });
  });
})();
