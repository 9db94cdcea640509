// Says when there is no signal, and has this very page kept for such a moment.
"use strict";
(() => {
  const note = document.getElementById("luring");
  const show = () => { if (note) note.hidden = navigator.onLine; };
  addEventListener("online", show);
  addEventListener("offline", show);
  show();
  const shown = performance.getEntriesByType("navigation")[0];
  if (shown?.responseStatus >= 400) return; // a refused form has an address that cannot be opened again
  if (!("serviceWorker" in navigator) || !document.body.dataset.orang) return;
  navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then((ready) => {
    const needed = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((one) => one.href || one.src);
    ready.active.postMessage({ simpan: [location.href.split("#")[0], ...needed] });
  }).catch(() => {});
})();
