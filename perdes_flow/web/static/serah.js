// Sugar for handing in a file: drop it on the box, see early that it is too large, see how far it has come.
// Without this script the plain form does the same.
"use strict";
for (const form of document.querySelectorAll("form[data-serah]")) {
  const field = form.querySelector("input[type=file]");
  const box = form.querySelector("[data-jatuhan]");
  const bar = form.querySelector("progress");
  const state = form.querySelector("[data-keadaan]");
  const most = Number(form.dataset.terbesar);
  form.querySelector("[data-saran]").hidden = false;

  const tooLarge = () => field.files[0] && field.files[0].size > most;
  const say = () => {
    const file = field.files[0];
    state.textContent = !file ? "" : tooLarge()
      ? form.dataset.lebih
      : file.name + ", " + Math.max(1, Math.round(file.size / 1024)) + " kB";
  };
  field.addEventListener("change", say);
  for (const kind of ["dragenter", "dragover"]) {
    box.addEventListener(kind, (event) => { event.preventDefault(); box.classList.add("siap"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    box.addEventListener(kind, (event) => { event.preventDefault(); box.classList.remove("siap"); });
  }
  box.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length) { field.files = event.dataTransfer.files; say(); }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (tooLarge()) { say(); return; }
    const sending = new XMLHttpRequest();
    sending.open("POST", form.action);
    sending.setRequestHeader("Accept", "application/json");
    sending.upload.addEventListener("progress", (sent) => {
      if (!sent.lengthComputable) return;
      bar.hidden = false;
      bar.value = (100 * sent.loaded) / sent.total;
      state.textContent = sent.loaded < sent.total ? form.dataset.mengirim : form.dataset.terkirim;
    });
    sending.addEventListener("load", () => {
      if (sending.status === 200) { location.href = JSON.parse(sending.responseText).ke; return; }
      const answer = new DOMParser().parseFromString(sending.responseText, "text/html");
      const said = answer.querySelector(".ringkasan-galat");
      bar.hidden = true;
      state.textContent = "";
      document.querySelectorAll(".ringkasan-galat").forEach((old) => old.remove());
      if (said) { form.before(said); said.focus(); } else { state.textContent = answer.querySelector("main")?.innerText ?? form.dataset.putus; }
    });
    sending.addEventListener("error", () => {
      bar.hidden = true;
      state.textContent = form.dataset.putus;
    });
    sending.send(new FormData(form));
  });
}
