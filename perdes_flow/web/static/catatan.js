// What is typed stays on this phone until it has arrived. Everything works without this file too.
"use strict";
(() => {
  const PREFIX = "perdes:catatan:", RETRY_MS = 5000;
  const fields = (form) => [...form.elements].filter((e) => e.name && !["csrfmiddlewaretoken", "kunci", "cara"].includes(e.name));
  const text = (form) => form.elements.isi || form.elements.alasan;
  const place = (form) => form.dataset.tempat || form.elements.tempat?.value || "";
  const slot = (form) => PREFIX + document.body.dataset.orang + ":" + form.getAttribute("action") + ":" + place(form);
  const store = (key, value) => { try { value ? localStorage.setItem(key, JSON.stringify(value)) : localStorage.removeItem(key); } catch { /* a full or closed store: the form itself still holds the words */ } };
  const load = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };

  const collect = (form) => {
    const kept = { isi: {}, kunci: form.elements.kunci.value, ke: form.getAttribute("action") };
    for (const e of fields(form)) if (e.type !== "radio" || e.checked) if (e.type !== "submit") kept.isi[e.name] = e.value;
    return kept;
  };

  const watch = (form) => {
    form.dataset.tempat = place(form);
    const original = text(form).value, kept = load(slot(form));
    if (kept && text(form).value === text(form).defaultValue) {
      for (const e of fields(form)) if (e.name in kept.isi) e.type === "radio" ? (e.checked = e.value === kept.isi[e.name]) : e.type !== "submit" && (e.value = kept.isi[e.name]);
    }
    form.addEventListener("input", () => store(slot(form), text(form).value !== original && text(form).value ? collect(form) : null));
    form.addEventListener("submit", (event) => send(event, form));
  };

  const send = async (event, form) => {
    event.preventDefault();
    const body = new FormData(form);
    if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
    const key = slot(form), kept = collect(form);
    if (event.submitter?.name) kept.isi[event.submitter.name] = event.submitter.value;
    const buttons = [...form.querySelectorAll("button")];
    buttons.forEach((b) => (b.disabled = true));
    let answer;
    try { answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }); } catch { answer = null; }
    if (answer?.type === "opaqueredirect") {
      store(key, null);
      const back = form.dataset.lalu ? form.dataset.lalu + "#" + anchor(place(form)) : location.pathname;
      if (back.split("#")[0] === location.pathname) { location.hash = back.split("#")[1] || ""; location.reload(); } else location.assign(back);
    } else if (answer) {
      store(key, kept);
      buttons.forEach((b) => (b.disabled = false));
      if (event.submitter?.name) { const h = document.createElement("input"); h.type = "hidden"; h.name = event.submitter.name; h.value = event.submitter.value; form.append(h); }
      form.submit(); // refused: the same form once more, so that the page says why
    } else {
      kept.kirim = true;
      store(key, kept);
      buttons.forEach((b) => (b.disabled = false));
      form.querySelector(".tersimpan").hidden = false;
    }
  };

  const anchor = (address) => address.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  // What was sent without a signal goes once there is one. The form's key makes it count once, however often it is tried.
  const flush = async () => {
    const me = document.body.dataset.orang;
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (!me || !token || !navigator.onLine) return;
    let sent = 0;
    for (const key of Object.keys(localStorage)) {
      const kept = key.startsWith(PREFIX + me + ":") ? load(key) : null;
      if (!kept?.kirim) continue;
      const body = new FormData();
      for (const [name, value] of Object.entries(kept.isi)) body.append(name, value);
      body.append("csrfmiddlewaretoken", token);
      body.append("kunci", kept.kunci);
      try {
        const answer = await fetch(kept.ke, { method: "POST", body, redirect: "manual" });
        if (answer.type === "opaqueredirect") { store(key, null); sent += 1; } else { delete kept.kirim; store(key, kept); }
      } catch { setTimeout(flush, RETRY_MS); break; } // the phone believes in a signal that is not there yet
    }
    if (sent) location.reload();
  };

  const open = (link) => {
    const sheet = document.querySelector("#lembar-catatan"), unit = link.closest(".satuan");
    const old = document.querySelector(".lembar .catat");
    if (old && old.closest(".satuan") === unit) { old.remove(); link.focus(); return; }
    old?.remove();
    const form = sheet.content.firstElementChild.cloneNode(true);
    form.elements.tempat.value = new URL(link.href).searchParams.get("tempat");
    const chosen = String(getSelection()).trim();
    if (chosen && unit.querySelector(".bunyi").contains(getSelection().anchorNode)) { form.elements.kutipan.value = chosen; form.querySelector(".kutip").open = true; }
    unit.querySelector(".sisi-kanan").append(form);
    watch(form);
    text(form).focus();
  };

  document.querySelectorAll("form.catat").forEach(watch);
  if (document.querySelector("#lembar-catatan")) document.addEventListener("click", (event) => {
    const link = event.target.closest("a.tanya");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  addEventListener("online", flush);
  flush();
})();
