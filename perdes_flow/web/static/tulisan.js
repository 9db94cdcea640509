// Nothing is lost while typing: what stands in a field marked data-simpan is kept on this phone until it was recorded.
"use strict";
(() => {
  const PREFIX = "tulisan:" + (document.body.dataset.orang || "") + ":";  // a phone may be shared
  const SENT = PREFIX + "terkirim";
  const words = { ada: document.body.dataset.tulisanAda, simpan: document.body.dataset.tulisanSimpan };
  let store;
  try { store = window.localStorage; store.getItem(SENT); } catch { return; }
  const read = (key) => { try { return JSON.parse(store.getItem(key)); } catch { return null; } };
  const recorded = document.querySelector(".tercatat") !== null;
  const sent = read(SENT);
  if (recorded && Array.isArray(sent)) sent.forEach((key) => store.removeItem(key));
  store.removeItem(SENT);

  for (const field of document.querySelectorAll("textarea[data-simpan], input[data-simpan]")) {
    const form = field.form;
    const key = PREFIX + new URL(form.action).pathname + ":" + (field.dataset.simpan || "") + ":" + field.name;
    const note = document.createElement("p");
    note.className = "kecil tersimpan";
    note.setAttribute("role", "status");
    field.after(note);
    const kept = store.getItem(key);
    if (kept && !field.value) {
      field.value = kept;
      note.textContent = words.ada;
      field.closest("details")?.setAttribute("open", "");
    }
    field.addEventListener("input", () => {
      try {
        if (field.value) store.setItem(key, field.value); else store.removeItem(key);
        note.textContent = field.value ? words.simpan : "";
      } catch { note.textContent = ""; }
    });
    form.addEventListener("submit", () => {
      if (field.value) store.setItem(SENT, JSON.stringify([...(read(SENT) ?? []), key]));
    });
  }
})();
