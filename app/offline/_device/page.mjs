// @ts-check
// The page on which somebody writes offline. It holds nothing of anybody until it is typed.

import {
  asked,
  dropItem,
  emptyDevice,
  keepFile,
  keepWords,
  listItems,
  openStore,
  readDevice,
  sealWords,
  storeName,
  tell,
  within,
} from "./store.mjs";

document.addEventListener("DOMContentLoaded", () => {
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  /** @type {Record<string, string>} */
  const words = JSON.parse(main.dataset.words || "{}");
  /** @param {string} id */
  const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  /** @param {string} text */
  const say = (text) => {
    at("said").textContent = text;
  };
  /** @param {HTMLFormElement} form @param {string} name */
  const typed = (form, name) => String(new FormData(form).get(name) || "");

  /** @param {HTMLFormElement} form */
  const moreOf = (form) => ({
    caseName: typed(form, "case"),
    description: typed(form, "description"),
    takenNow: typed(form, "own") === "on",
  });

  /** @param {unknown} error */
  function sayWhy(error) {
    const reason = error instanceof Error ? error.message : "";
    say(reason === "large" ? words.large : reason === "unprepared" ? words.unprepared : words.full);
  }

  /** @param {string} id @param {(form: HTMLFormElement, device: import("./store.mjs").Device) => Promise<void>} keep */
  function onSubmit(id, keep) {
    const form = /** @type {HTMLFormElement} */ (at(id));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
      button.disabled = true;
      try {
        const device = await readDevice();
        if (!device) throw new Error("unprepared");
        await keep(form, device);
        form.reset();
        say(words.kept);
        tell();
        await show();
        void send();
      } catch (error) {
        sayWhy(error);
      } finally {
        button.disabled = false;
      }
    });
  }

  onSubmit("note", async (form, device) => {
    const note = {
      kind: "note",
      what: typed(form, "what"),
      caseName: typed(form, "case"),
      words: typed(form, "words"),
    };
    await keepWords(device, note, "waiting");
  });

  onSubmit("intake", async (form, device) => {
    const intake = {
      kind: "intake",
      name: typed(form, "name"),
      phone: typed(form, "phone"),
      safe: typed(form, "safe"),
      words: typed(form, "words"),
      inDanger: typed(form, "danger") === "on",
    };
    await keepWords(device, intake, "waiting");
  });

  onSubmit("files", async (form, device) => {
    const more = moreOf(form);
    const chosen = new FormData(form).getAll("files");
    for (const file of chosen) if (file instanceof File && file.name) await keepFile(device, file, more);
  });

  onSubmit("shared", async (form, device) => {
    const more = moreOf(form);
    for (const item of await listItems()) {
      if (item.state !== "shared") continue;
      const sealed = await sealWords(device, item.id, more);
      await within(["items"], "readwrite", (tx) => {
        tx.objectStore("items").put({ ...item, state: "waiting", more: sealed });
      });
    }
  });

  at("discard").addEventListener("click", async () => {
    for (const item of await listItems()) if (item.state === "shared") await dropItem(item.id);
    tell();
    await show();
  });

  /** @param {number} instant */
  const time = (instant) => new Date(instant).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });

  /** @param {string} text @param {() => void} [drop] */
  function lineOf(text, drop) {
    const line = document.createElement("li");
    line.append(text);
    if (drop) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = words.drop;
      button.addEventListener("click", drop);
      line.append(" ", button);
    }
    return line;
  }

  async function show() {
    const device = await readDevice();
    at("prepare").hidden = Boolean(device);
    at("forms").hidden = !device;
    at("queue").hidden = !device;
    const items = await listItems();
    const shared = items.filter((item) => item.state === "shared");
    at("from-apps").hidden = shared.length === 0;
    at("from-apps-count").textContent = words.shared.replace("{n}", String(shared.length));
    const waiting = items.filter((item) => item.state === "waiting");
    at("waiting").replaceChildren(
      ...waiting.map((item) => {
        const size = item.size > 0 ? `, ${Math.max(1, Math.round(item.size / 1024))} kB` : "";
        const drop = async () => {
          if (!confirm(words.dropSure)) return;
          await dropItem(item.id);
          tell();
          await show();
        };
        return lineOf(`${words[item.kind]}, ${time(item.madeAt)}${size}: ${words.waits}`, () => void drop());
      }),
    );
    at("none").hidden = waiting.length > 0;
    const done = await within(["done"], "readonly", (tx) => asked(tx.objectStore("done").getAll()));
    done.sort((a, b) => b.sentAt - a.sentAt);
    at("done").replaceChildren(
      ...done.map((item) => lineOf(`${words[item.kind]}, ${time(item.madeAt)}: ${words[`is_${item.outcome}`]}`)),
    );
    at("line").textContent = device ? (navigator.onLine ? words.online : words.offline) : "";
  }

  /** @returns {Promise<void>} */
  async function send() {
    if (!navigator.onLine) return;
    const registration = await navigator.serviceWorker.getRegistration("/offline/");
    const worker = registration && (registration.active || registration.waiting || registration.installing);
    if (!worker) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = async ({ data }) => {
      const said = words[`send_${data}`];
      if (said) say(said);
      if (data === "ended") location.reload();
      else await show();
    };
    worker.postMessage("send", [port2]);
  }

  at("prepare-button").addEventListener("click", async () => {
    try {
      const answer = await fetch("/offline/device", { method: "POST" });
      if (answer.status === 401) return location.assign("/sign-in");
      if (!answer.ok) return say(words.turnedOff);
      const device = await answer.json();
      const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("offline", {
        createScriptURL: () => "/offline/worker.js",
      });
      const address = policy ? policy.createScriptURL("") : "/offline/worker.js";
      await navigator.serviceWorker.register(address, { scope: "/offline/", updateViaCache: "none" });
      await within(["device"], "readwrite", (tx) => {
        tx.objectStore("device").put({ id: device.id, publicKey: device.publicKey }, "own");
      });
      await navigator.serviceWorker.ready;
      await navigator.storage.persist();
      say(words.prepared);
      await show();
    } catch {
      say(words.noLine);
    }
  });

  at("empty").addEventListener("click", async () => {
    if (!confirm(words.emptySure)) return;
    await emptyDevice();
    await (await navigator.serviceWorker.getRegistration("/offline/"))?.unregister();
    location.assign("/offline/write");
  });

  const channel = new BroadcastChannel(storeName);
  channel.onmessage = () => void show();
  window.addEventListener("online", () => void show().then(send));
  window.addEventListener("offline", () => void show());
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());

  const shared = new URLSearchParams(location.search).get("shared");
  if (shared) say(words[`shared_${shared}`] || "");
  const works = "serviceWorker" in navigator && "indexedDB" in globalThis && crypto.subtle;
  at("cannot").hidden = Boolean(works);
  if (works)
    void openStore()
      .then((db) => db.close())
      .then(show)
      .then(send);
});
