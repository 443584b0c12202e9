// What the portal does without a round trip: theme, menu, keys, gentle refresh. No page needs it to be read or sent.
(() => {
  "use strict";
  const root = document.documentElement;
  const keysOff = () => localStorage.getItem("keys") === "off";
  root.classList.remove("no-script");

  function keepTheme(theme) {
    root.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; SameSite=Lax; Secure`;
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
    if (search && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.ctrlKey || event.metaKey || event.altKey || keysOff() || isTyping(event.target)) {
      return;
    } else if (search && event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "?") {
      event.preventDefault();
      showKeys();
    }
  }

  function showKeys() {
    const dialog = document.getElementById("keys");
    if (dialog && !dialog.open) {
      document.getElementById("keys-on").checked = !keysOff();
      dialog.showModal();
    }
  }

  // Fetches a part of the page again, unless somebody reads another tab. A change of state changes the whole page.
  async function refresh(part) {
    if (document.hidden || part.contains(document.activeElement)) {
      return;
    }
    const answer = await fetch(part.dataset.from);
    if (!answer.ok || answer.redirected) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (fresh && fresh.dataset.state !== part.dataset.state) {
      location.reload();
    } else if (fresh) {
      part.replaceChildren(...fresh.childNodes);
      part.dataset.seconds = fresh.dataset.seconds;
    }
  }

  function keepFresh(part) {
    const seconds = Number(part.dataset.seconds);
    if (seconds > 0) {
      setTimeout(() => refresh(part).catch(() => undefined).finally(() => keepFresh(part)), seconds * 1000);
    }
  }

  function act(event) {
    const button = event.target.closest("[data-do]");
    switch (button?.dataset.do) {
      case "theme": keepTheme(isDark() ? "light" : "dark"); break;
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
    document.getElementById("keys-on")?.addEventListener("change", (event) => {
      localStorage.setItem("keys", event.target.checked ? "on" : "off");
    });
    document.querySelectorAll("[data-from]").forEach(keepFresh);
  });
})();
