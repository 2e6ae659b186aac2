// @ts-check
// The service worker of app/offline and of nothing else: it keeps one page, without a word of anybody, takes what other
// apps share, and sends what waits.
/// <reference lib="webworker" />

import {
  asked,
  dropItem,
  emptyDevice,
  keepFile,
  keepWords,
  listItems,
  pieceBytes,
  piecesFrom,
  readDevice,
  storeName,
  tell,
  within,
} from "./store.mjs";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const page = "/offline/write";
/** Put here as it is served, so that another page is another worker. */
const version = "VERSION";

worker.addEventListener("install", (event) => {
  const fresh = new Request(page, { credentials: "omit", cache: "no-store" });
  event.waitUntil(
    caches
      .open(`${storeName}-${version}`)
      .then((cache) => cache.add(fresh))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name !== `${storeName}-${version}`) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(old());
});

worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { pathname } = new URL(url);
  if (mode !== "navigate") return;
  if (method === "POST" && pathname === "/offline/share") event.respondWith(takeShared(event.request));
  else if (method === "GET") event.respondWith(openPage(event.request));
});

/** A line that is there and carries nothing is no line. */
const patience = 8000;

/** @param {Request} request */
async function openPage(request) {
  try {
    const slow = new Promise((_, reject) => setTimeout(() => reject(new Error("slow")), patience));
    return /** @type {Response} */ (await Promise.race([fetch(request), slow]));
  } catch {
    return (await caches.match(page)) || Response.error();
  }
}

/**
 * Sealed at once, and sent only when the person says where it belongs: a page of another site can post here too.
 * @param {Request} request
 */
async function takeShared(request) {
  /** @param {string} said */
  const to = (said) => Response.redirect(`${page}?shared=${said}`, 303);
  try {
    const form = await request.formData();
    const device = await readDevice();
    if (!device) return to("nowhere");
    const files = form.getAll("files").filter((entry) => entry instanceof File && entry.size > 0);
    for (const file of files) await keepFile(device, /** @type {File} */ (file), null);
    const words = ["title", "text", "url"].map((name) => String(form.get(name) || "")).filter(Boolean);
    if (words.length > 0) await keepWords(device, noteOf(words.join("\n")), "shared");
    tell();
    return to("here");
  } catch (error) {
    return to(error instanceof Error && error.message === "large" ? "large" : "full");
  }
}

/** @param {string} words */
const noteOf = (words) => ({ kind: "note", what: "message", words });

worker.addEventListener("message", (event) => {
  if (event.data !== "send") return;
  event.waitUntil(
    sendAll().then((outcome) => {
      for (const port of event.ports) port.postMessage(outcome);
    }),
  );
});

worker.addEventListener("sync", (event) => {
  /** @type {ExtendableEvent} */ (event).waitUntil(sendAll());
});

/** One sender at a time; who comes meanwhile waits, and is told as well. @returns {Promise<string>} */
function sendAll() {
  return navigator.locks.request(`${storeName}-send`, async () => {
    try {
      return await sendWaiting();
    } catch {
      return "away";
    } finally {
      tell();
    }
  });
}

async function sendWaiting() {
  const device = await readDevice();
  if (!device) return "nowhere";
  const answer = await fetch(`/offline/state?device=${device.id}`, { cache: "no-store" });
  if (!answer.ok) return "away";
  const { stands, isOwn, isSignedIn } = await answer.json();
  if (!stands) {
    await emptyDevice();
    await worker.registration.unregister();
    return "ended";
  }
  if (!isOwn) return isSignedIn ? "other" : "out";
  for (const item of await listItems()) {
    if (item.state !== "waiting") continue;
    const outcome = await send(device, item);
    if (outcome === "stop") return "out";
    await settle(item, outcome);
    tell();
  }
  return "sent";
}

/** @param {number} status */
const isRefused = (status) => status === 400 || status === 413 || status === 422;

/**
 * Sends one as often as it takes; the server knows it by its id, and it comes once.
 * @param {import("./store.mjs").Device} device @param {import("./store.mjs").Item} item @returns {Promise<string>}
 */
async function send(device, item) {
  const { id, head, more } = item;
  for (let tries = 0; tries < 5; tries += 1) {
    const body = JSON.stringify({ device: device.id, id, sentAt: Date.now(), head, more });
    const answer = await fetch("/offline/arrivals", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    if (isRefused(answer.status)) return "refused";
    if (!answer.ok) return "stop";
    const { state, held } = await answer.json();
    if (state !== "coming") return state;
    const from = Math.floor(held / pieceBytes) + 1;
    const sent = await fetch(`/offline/arrivals/${id}`, {
      method: "PUT",
      headers: { "x-device": device.id, "x-key": head.key, "x-from": String(from) },
      body: await piecesFrom(item, from),
    });
    if (isRefused(sent.status)) return "refused";
    if (!sent.ok && sent.status !== 409) return "stop";
  }
  return "stop";
}

/**
 * What the server has, the device has no more. Of it stays that it was sent, when, and what became of it.
 * @param {import("./store.mjs").Item} item @param {string} outcome
 */
async function settle({ id, kind, madeAt }, outcome) {
  await dropItem(id);
  await within(["done"], "readwrite", async (tx) => {
    const done = tx.objectStore("done");
    done.put({ id, kind, madeAt, sentAt: Date.now(), outcome });
    const all = await asked(done.getAll());
    for (const old of all.sort((a, b) => b.sentAt - a.sentAt).slice(20)) done.delete(old.id);
  });
}
