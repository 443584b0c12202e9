// Keeps parts of a page fresh while somebody looks at it: asks again now and then, and only for what changed. It rests
// while the page is hidden, while nobody has touched it for half an hour, and while the keyboard is inside the part.
(() => {
  "use strict";
  const IDLE_MILLIS = 30 * 60_000;
  const NEWS_MILLIS = 30_000;
  const LONGEST_SECONDS = 300;
  let touched = performance.now();
  let told = -NEWS_MILLIS;

  const rests = (part) => document.hidden || performance.now() - touched > IDLE_MILLIS || part.contains(document.activeElement);

  // Says so to those who do not see it, not more often than twice a minute.
  function tell() {
    const news = document.getElementById("news");
    if (news && performance.now() - told >= NEWS_MILLIS) {
      told = performance.now();
      news.textContent = `${news.dataset.text} ${new Date().toLocaleTimeString(document.documentElement.lang)}`;
    }
  }

  function put(part, fresh) {
    part.replaceChildren(...fresh.childNodes);
    part.dataset.seconds = fresh.dataset.seconds;
    document.dispatchEvent(new Event("fresh"));
    tell();
  }

  // A change of state changes the whole page.
  async function refresh(part) {
    if (rests(part)) {
      return;
    }
    const answer = await fetch(part.dataset.from, { cache: "no-store", headers: part.dataset.tag ? { "If-None-Match": part.dataset.tag } : {} });
    if (answer.status === 304) {
      return;
    }
    if (!answer.ok || answer.redirected) {
      throw new Error(`answered ${answer.status}`);
    }
    part.dataset.tag = answer.headers.get("ETag") ?? "";
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (fresh && fresh.dataset.state !== part.dataset.state) {
      location.reload();
    } else if (fresh && fresh.innerHTML !== part.innerHTML) {
      put(part, fresh);
    }
  }

  // After a failure it waits twice as long each time.
  function keepFresh(part, failures = 0) {
    const seconds = Number(part.dataset.seconds) * 2 ** failures;
    if (seconds > 0) {
      setTimeout(() => refresh(part).then(() => keepFresh(part), () => keepFresh(part, failures + 1)), Math.min(seconds, LONGEST_SECONDS) * 1000);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const parts = document.querySelectorAll("[data-from]");
    parts.forEach((part) => keepFresh(part));
    for (const sign of ["keydown", "pointermove", "focus"]) {
      addEventListener(sign, () => { touched = performance.now(); }, { passive: true });
    }
    document.addEventListener("visibilitychange", () => parts.forEach((part) => refresh(part).catch(() => undefined)));
  });
})();
