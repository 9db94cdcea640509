// Reads the text aloud with the phone's own voice, from the first ayat on the screen. Nothing leaves the phone.
"use strict";
(() => {
  const button = document.querySelector("[data-bacakan]");
  if (!button || !("speechSynthesis" in window)) return;
  const label = button.textContent;
  let reading = false;
  button.parentElement.hidden = false;
  addEventListener("pagehide", () => speechSynthesis.cancel());

  const stop = () => {
    reading = false;
    speechSynthesis.cancel();
    document.querySelectorAll(".sedang-dibaca").forEach((p) => p.classList.remove("sedang-dibaca"));
    button.textContent = label;
  };
  const speak = (lines, at) => {
    document.querySelectorAll(".sedang-dibaca").forEach((p) => p.classList.remove("sedang-dibaca"));
    if (!reading || at >= lines.length) return stop();
    const line = lines[at], words = new SpeechSynthesisUtterance(line.textContent.replace(/\(([0-9a-z]+)\)/g, "ayat $1. "));
    words.lang = "id-ID";
    words.onend = () => speak(lines, at + 1);
    words.onerror = stop;
    line.classList.add("sedang-dibaca");
    const box = line.getBoundingClientRect();
    if (box.bottom > innerHeight || box.top < 0) line.scrollIntoView({ block: "center" });
    speechSynthesis.speak(words);
  };
  button.addEventListener("click", () => {
    if (reading) return stop();
    const lines = [...document.querySelectorAll(".bunyi :is(h2, h3, p, tr)")];
    const first = location.hash ? lines.findIndex((l) => l.closest(".satuan")?.matches(":target") || l.matches(":target")) : 0;
    reading = true;
    button.textContent = button.dataset.henti;
    speak(lines, Math.max(first, 0));
  });
})();
