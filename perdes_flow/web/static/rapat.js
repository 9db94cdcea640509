// Sugar for a meeting: the line of the quorum follows the taps at once, and what others record appears by itself.
// Without this script the page says the same after each saving.
"use strict";
(() => {
  const form = document.querySelector("form[data-hadir]");
  const line = document.querySelector("[data-hidup=kuorum]");
  let touched = false;
  if (form && line) {
    const members = Number(line.dataset.anggota);
    const needed = Number(line.dataset.perlu);
    form.addEventListener("change", () => {
      touched = true;
      const present = form.querySelectorAll("input[data-anggota]:checked").length;
      const enough = present >= needed;
      const said = enough ? line.dataset.cukup : line.dataset.kurang;
      line.textContent = said.replace("{n}", present).replace("{dari}", members).replace("{perlu}", needed);
      line.classList.toggle("cukup", enough);
    });
  }
  // votes and minutes of others: asked for while the page is looked at, put in where nobody is typing
  const EVERY_MS = 15000;
  const refresh = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-hidup]")) {
        const now = fresh.querySelector('[data-hidup="' + part.dataset.hidup + '"]');
        if (!now || (touched && part === line)) continue;
        if (part.innerHTML !== now.innerHTML) { part.innerHTML = now.innerHTML; part.className = now.className; }
      }
    } catch { /* no signal: the page stays as it is */ }
  };
  if (document.querySelector("form")) setInterval(refresh, EVERY_MS);
})();
