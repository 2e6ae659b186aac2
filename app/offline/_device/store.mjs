// @ts-check
// What waits on the device. Put in front of page.mjs and of worker.mjs as it is, without the words `export`. The other
// half of the sealing is lib/platform/crypto/device-seal.ts.

export const storeName = "crossdocket-offline";
export const pieceBytes = 1024 * 1024;
/** What may wait on one device. Files larger than this are sent from a case, with a line. */
const limits = { items: 200, fileBytes: 64 * 1024 * 1024, allBytes: 512 * 1024 * 1024 };

/**
 * @typedef {{ id: string, publicKey: string }} Device
 * @typedef {{ key: string, body: string }} Part
 * @typedef {{ id: string, kind: string, size: number, madeAt: number, state: "waiting" | "shared", head: Part, more?: Part, pieces: number }} Item
 */

/** @param {ArrayBuffer | Uint8Array} bytes */
function toText(bytes) {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text */
const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @returns {Promise<IDBDatabase>} */
export function openStore() {
  const request = indexedDB.open(storeName, 1);
  request.onupgradeneeded = () => {
    const db = request.result;
    db.createObjectStore("device");
    db.createObjectStore("items", { keyPath: "id" });
    db.createObjectStore("pieces");
    db.createObjectStore("done", { keyPath: "id" });
  };
  return asked(request);
}

/**
 * One transaction: durable once it has answered. @template T
 * @param {string[]} stores @param {IDBTransactionMode} mode @param {(tx: IDBTransaction) => Promise<T> | T} act
 * @returns {Promise<T>}
 */
export async function within(stores, mode, act) {
  const db = await openStore();
  // Another tab empties the device: this one must not hold it open.
  db.onversionchange = () => db.close();
  try {
    const tx = db.transaction(stores, mode, { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error || new Error("Nothing was kept."));
    });
    const value = await act(tx);
    await done;
    return value;
  } finally {
    db.close();
  }
}

/** @returns {Promise<Device | undefined>} */
export const readDevice = () => within(["device"], "readonly", (tx) => asked(tx.objectStore("device").get("own")));

/** @returns {Promise<Item[]>} by the time at which they were made */
export async function listItems() {
  const items = await within(["items"], "readonly", (tx) => asked(tx.objectStore("items").getAll()));
  return items.sort((a, b) => a.madeAt - b.madeAt);
}

/** @param {string} id */
const piecesOf = (id) => IDBKeyRange.bound([id], [id, []]);

/** @param {string} id */
export const dropItem = (id) =>
  within(["items", "pieces"], "readwrite", (tx) => {
    tx.objectStore("items").delete(id);
    tx.objectStore("pieces").delete(piecesOf(id));
  });

/** @param {Item} item @param {number} from @returns {Promise<Blob>} the sealed pieces from that number on */
export async function piecesFrom(item, from) {
  const pieces = await within(["pieces"], "readonly", (tx) =>
    asked(tx.objectStore("pieces").getAll(IDBKeyRange.bound([item.id, from], [item.id, item.pieces]))),
  );
  return new Blob(pieces);
}

/** Everything, also the worker itself. What was sealed could not be read here before either. */
export async function emptyDevice() {
  await asked(indexedDB.deleteDatabase(storeName)).catch(() => undefined);
  for (const name of await caches.keys()) await caches.delete(name);
}

/**
 * Seals to the public key of the device, whose private half only the server has. The key that does it is forgotten
 * here: what was sealed cannot be read again on this device. @param {Device} device @param {string} id
 */
export async function sealing(device, id) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const theirs = await crypto.subtle.importKey("raw", toBytes(device.publicKey), curve, false, []);
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, pair.privateKey, 256);
  const own = toText(await crypto.subtle.exportKey("raw", pair.publicKey));
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode(`crossdocket offline v1|${id}|${own}`);
  const derived = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
  const key = await crypto.subtle.deriveKey(derived, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  /** @param {number} number @param {BufferSource} plain @returns {Promise<ArrayBuffer>} */
  const part = (number, plain) => {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setUint32(8, number);
    return crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain);
  };
  /** Filled up with blanks, so that its length says little. @param {object} value @returns {Promise<Part>} */
  const words = async (value) => {
    const text = JSON.stringify(value);
    const bytes = new TextEncoder().encode(text);
    const filled = new Uint8Array(Math.ceil((bytes.length + 1) / 512) * 512).fill(32);
    filled.set(bytes);
    return { key: own, body: toText(await part(0, filled)) };
  };
  return { part, words };
}

/** @param {object} value @param {Device} device @param {string} id */
export const sealWords = async (device, id, value) => (await sealing(device, id)).words(value);

/** When it is made, as it is sealed. */
const made = () => ({ madeAt: Date.now(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC" });

/** @param {number} more bytes @throws {Error} "full" */
async function requireRoom(more) {
  const items = await listItems();
  const bytes = items.reduce((sum, item) => sum + item.size, more);
  if (items.length >= limits.items || bytes > limits.allBytes) throw new Error("full");
}

/** Keeps what was typed. @param {Device} device @param {{ kind: string }} typed @param {"waiting" | "shared"} state */
export async function keepWords(device, typed, state) {
  await requireRoom(0);
  const id = crypto.randomUUID();
  const when = made();
  const head = await sealWords(device, id, { ...typed, ...when });
  await within(["items"], "readwrite", (tx) => {
    tx.objectStore("items").add({ id, kind: typed.kind, size: 0, madeAt: when.madeAt, state, head, pieces: 0 });
  });
}

/**
 * Keeps a file: hashed now, sealed in pieces, and there only once all of it is. @param {Device} device @param {File} file
 * @param {object | null} more what is said of it; null: it was shared, and is sent when somebody says so
 */
export async function keepFile(device, file, more) {
  if (file.size > limits.fileBytes) throw new Error("large");
  await requireRoom(file.size);
  const id = crypto.randomUUID();
  const when = made();
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const { part, words } = await sealing(device, id);
  const about = { fileName: file.name, fileType: file.type, size: file.size, modifiedAt: file.lastModified };
  const head = await words({ kind: "file", ...about, sha256, ...when });
  const pieces = Math.ceil(bytes.byteLength / pieceBytes);
  try {
    for (let number = 1; number <= pieces; number += 1) {
      const sealed = await part(number, bytes.slice((number - 1) * pieceBytes, number * pieceBytes));
      await within(["pieces"], "readwrite", (tx) => {
        tx.objectStore("pieces").put(sealed, [id, number]);
      });
    }
    const item = { id, kind: "file", size: file.size, madeAt: when.madeAt, head, pieces };
    const said = more ? { state: "waiting", more: await sealWords(device, id, more) } : { state: "shared" };
    await within(["items"], "readwrite", (tx) => {
      tx.objectStore("items").add({ ...item, ...said });
    });
  } catch (error) {
    await dropItem(id).catch(() => undefined);
    throw error;
  }
}

/** Says to every page that something changed. */
export function tell() {
  const channel = new BroadcastChannel(storeName);
  channel.postMessage("changed");
  channel.close();
}
