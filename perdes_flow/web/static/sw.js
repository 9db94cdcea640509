// Keeps the pages of drafts that were opened here, so that the text stays readable without a signal.
// Network first: a page kept is shown only when the network does not answer. Logging out removes all of it.
"use strict";
const PAGES = "perdes-halaman-1", ASSETS = "perdes-aset-1", MOST = 40;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data && event.data.simpan) {
    event.waitUntil(Promise.all(event.data.simpan.map((address) => fresh(new Request(address)).catch(() => null))));
  }
});

self.addEventListener("fetch", (event) => {
  const request = event.request, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/aset/")) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(fresh(request).catch(() => kept(request)));
});

function isText(url) {
  return url.pathname === "/" || url.pathname.startsWith("/rancangan/");
}

async function asset(request) {
  return (await caches.match(request)) || fresh(request);
}

async function fresh(request) {
  const answer = await fetch(request), url = new URL(request.url);
  if (answer.redirected && new URL(answer.url).pathname === "/masuk/") {
    await caches.delete(PAGES);  // the session has ended, perhaps because the phone was lost
  } else if (answer.ok && !answer.redirected && url.pathname.startsWith("/aset/")) {
    await keep(ASSETS, request, answer.clone());
  } else if (answer.ok && !answer.redirected && isText(url) && isPage(answer)) {
    await keep(PAGES, request, answer.clone());
  }
  return answer;
}

function isPage(answer) {
  return (answer.headers.get("Content-Type") || "").startsWith("text/html");
}

async function keep(where, request, answer) {
  const cache = await caches.open(where);
  await cache.delete(request.url);
  await cache.put(request.url, answer);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => cache.delete(old)));
}

async function kept(request) {
  const cache = await caches.open(PAGES), found = await cache.match(request.url);
  return found || new Response(
    "<!doctype html><html lang=id><meta charset=utf-8><meta name=viewport content='width=device-width'>" +
    "<title>Tidak ada sinyal</title><h1>Tidak ada sinyal</h1>" +
    "<p>Halaman ini belum pernah dibuka di perangkat ini. Coba lagi saat ada sinyal.</p><p><a href='/'>Beranda</a></p>",
    { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
