// The phone's own lock (finger, face, its code) in the place of the PIN. Without this script the PIN does it all.
"use strict";
(() => {
  const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!able || window.kunciLayar) return;
  window.kunciLayar = true;
  const post = async (url, form, fields) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const answer = await fetch(url, { method: "POST", body });
    const said = await answer.json();
    if (said.galat) throw new Error(said.galat.join(" "));
    return said.publicKey;
  };
  const tell = (place, error) => { place.textContent = error.name === "Error" ? error.message : place.dataset.gagal; };

  for (const part of document.querySelectorAll("[data-kunci-layar]")) {
    const form = part.closest("form"), said = part.querySelector("[role=status]");
    part.hidden = false;
    part.querySelector("button").addEventListener("click", async () => {
      try {
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await post(part.dataset.kunciLayar, form, {}));
        form.elements.kunci_layar.value = JSON.stringify(await navigator.credentials.get({ publicKey }));
        form.elements.pin.required = false;
        form.requestSubmit();
      } catch (error) { tell(said, error); }
    });
  }

  const make = document.querySelector("form[data-kunci-baru]");
  if (!make) return;
  make.hidden = false;
  make.addEventListener("submit", async (event) => {
    if (make.elements.jawaban.value) return;
    event.preventDefault();
    try {
      const options = await post(make.dataset.kunciBaru, make, { pin: make.elements.pin.value });
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      make.elements.jawaban.value = JSON.stringify(await navigator.credentials.create({ publicKey }));
      make.submit();
    } catch (error) { tell(make.querySelector("[role=status]"), error); }
  });
})();
