// What the portal does without a round trip: theme, menu, keys. No page needs it to be read or sent.
(() => {
  "use strict";
  const SEQUENCE_MILLIS = 1500;
  let going = 0;
  const root = document.documentElement;
  const keysOff = () => localStorage.getItem("keys") === "off";
  root.classList.remove("no-script");

  function keepTheme(theme) {
    root.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; SameSite=Lax; Secure`;
  }

  // The account keeps it, for every browser.
  async function speak(language) {
    const csrf = document.querySelector("form[action=logout] [name=csrf]").value;
    const answer = await fetch("language", { method: "POST", body: new URLSearchParams({ language, csrf }) });
    if (answer.ok) {
      location.reload();
    }
  }

  function isDark() {
    const set = root.dataset.theme;
    return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function toggleMenu(button) {
    const open = document.getElementById("side").classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  }

  function isTyping(target) {
    return target.closest("input, select, textarea, [contenteditable]") !== null;
  }

  function press(event) {
    const search = document.getElementById("search");
    if (event.ctrlKey || event.metaKey || event.altKey || keysOff() || isTyping(event.target) || document.querySelector("dialog[open]")) {
      return;
    }
    if (wentTo(event.key)) {
      event.preventDefault();
    } else if (search && event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "?") {
      event.preventDefault();
      showKeys();
    }
  }

  // "g" and then the letter of a place, within a moment.
  function wentTo(key) {
    const place = performance.now() < going ? document.querySelector(`.side a[data-key="${CSS.escape(key)}"]`) : null;
    going = key === "g" ? performance.now() + SEQUENCE_MILLIS : 0;
    place?.click();
    return place !== null;
  }

  function showKeys() {
    const dialog = document.getElementById("keys");
    if (dialog && !dialog.open) {
      document.getElementById("keys-on").checked = !keysOff();
      dialog.showModal();
    }
  }

  // What must be scrolled sideways can be by keys: a table without a link in it becomes a stop of its own.
  function letKeysScroll() {
    for (const box of document.querySelectorAll(".scroll, .wide-chart")) {
      if (box.scrollWidth > box.clientWidth && !box.querySelector("a[href], button, input, select, summary")) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", (box.querySelector("caption") ?? box.closest("section")?.querySelector("h2") ?? document.querySelector("h1")).textContent);
      } else {
        ["tabindex", "role", "aria-label"].forEach((name) => box.removeAttribute(name));
      }
    }
  }

  // Scans: Enter takes the code and frees the field at once; what waits goes to the server together, and its answer
  // brings the lines. While the server is away the codes wait; what was sent is sent again as it was, so that it counts once.
  function hearScans(field) {
    const form = field.form;
    const waiting = [];
    let sent = [];
    let busy = false;

    async function tell(codes) {
      const body = new URLSearchParams(new FormData(form));
      body.set(field.name, codes.join("\n"));
      body.set(field.dataset.scan, "1");
      const answer = await fetch(form.action, { method: "POST", body });
      if (!answer.ok || answer.redirected) {
        throw new Error(String(answer.status));
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(form.id);
      form.querySelectorAll("[data-part], input[name='jakarta.faces.ViewState']").forEach((old) => take(old, fresh));
    }

    function take(old, fresh) {
      if (old.dataset.part) {
        old.replaceChildren(...fresh.querySelector(`[data-part=${old.dataset.part}]`).childNodes);
      } else {
        old.value = fresh.querySelector("input[name='jakarta.faces.ViewState']").value;
      }
    }

    async function send() {
      if (busy || sent.length + waiting.length === 0) {
        return;
      }
      busy = true;
      sent = sent.length > 0 ? sent : waiting.splice(0);
      try {
        await tell(sent);
        sent = [];
      } catch {
        form.querySelector("[data-part=heard]").textContent = `${field.dataset.away} ${sent.length + waiting.length}`;
        setTimeout(send, 2000);
        return;
      } finally {
        busy = false;
      }
      send();
    }

    field.focus();
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && field.value.trim() !== "") {
        event.preventDefault();
        waiting.push(field.value.trim());
        field.value = "";
        send();
      }
    });
  }

  function act(event) {
    const button = event.target.closest("[data-do]");
    switch (button?.dataset.do) {
      case "theme": keepTheme(isDark() ? "light" : "dark"); break;
      case "language": speak(button.dataset.language); break;
      case "menu": toggleMenu(button); break;
      case "keys": showKeys(); break;
      case "close": button.closest("dialog").close(); break;
      case "tick-all": document.querySelectorAll("input.tick").forEach((tick) => { tick.checked = button.checked; }); break;
      default:
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.addEventListener("keydown", press);
    document.addEventListener("click", act);
    letKeysScroll();
    document.addEventListener("fresh", letKeysScroll);
    const widths = new ResizeObserver(letKeysScroll);
    document.querySelectorAll(".scroll, .scroll > table, .wide-chart").forEach((box) => widths.observe(box));
    addEventListener("resize", letKeysScroll);
    document.getElementById("keys-on")?.addEventListener("change", (event) => {
      localStorage.setItem("keys", event.target.checked ? "on" : "off");
    });
    document.querySelectorAll("[data-scan]").forEach(hearScans);
  });
})();
