import type { TypedField } from "./typed-fields";

/** The page and what was typed on it, while it is covered. */
export type Kept = { path: string; fields: TypedField[] };

export type Sealed = { wrapped: string; nonce: string; body: string; tried?: boolean };

const shelf = "crossdocket.typed";
const wayShelf = "crossdocket.way";
const cipher = "AES-GCM";

const toText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

export type TypingKey = { key: CryptoKey; wrapped: string };

/**
 * A key of this page: scripts can encrypt with it and cannot read it. Only the server can return it, from `wrapped`,
 * and only to the same person in a session that is not covered. Null if nothing answers.
 */
export async function askTypingKey(): Promise<TypingKey | null> {
  const answer = await ask({});
  if (answer === "away" || typeof answer?.key !== "string" || typeof answer.wrapped !== "string") return null;
  return { key: await importKey(answer.key, "encrypt"), wrapped: answer.wrapped };
}

const importKey = (key: string, use: "encrypt" | "decrypt") =>
  crypto.subtle.importKey("raw", toBytes(key), cipher, false, [use]);

export async function keepSealed(kept: Kept, key: TypingKey): Promise<void> {
  store(await sealUnder(key, kept));
}

export async function sealUnder({ key, wrapped }: TypingKey, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const body = new Uint8Array(await crypto.subtle.encrypt({ name: cipher, iv: nonce }, key, plain));
  return { wrapped, nonce: toText(nonce), body: toText(body) };
}

/** Null for what is somebody else's, too old or damaged; "away" if the server, which has the key, does not answer. */
export async function openSealed(sealed: Sealed): Promise<unknown | null | "away"> {
  const answer = await ask({ wrapped: sealed.wrapped });
  if (answer === "away") return "away";
  try {
    if (!answer) throw new Error("Not ours.");
    const key = await importKey(String(answer.key), "decrypt");
    const plain = await crypto.subtle.decrypt({ name: cipher, iv: toBytes(sealed.nonce) }, key, toBytes(sealed.body));
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return null;
  }
}

const store = (sealed: Sealed) => sessionStorage.setItem(shelf, JSON.stringify(sealed));

/** Where this tab was and whose page it was: ids and no names. For a page on which nothing could be sealed. */
export const keepWay = (way: { who: string; path: string }): void =>
  sessionStorage.setItem(wayShelf, JSON.stringify(way));

/** The kept way back, once, and only for the person whose page it was. */
export function takeWay(who: string): string | null {
  const way = JSON.parse(sessionStorage.getItem(wayShelf) ?? "null") as { who: string; path: string } | null;
  sessionStorage.removeItem(wayShelf);
  return way?.who === who ? way.path : null;
}

export const hasKept = (): boolean => sessionStorage.getItem(shelf) !== null;

export function dropKept(): void {
  sessionStorage.removeItem(shelf);
  sessionStorage.removeItem(wayShelf);
}

/**
 * What this tab stored, decrypted; null if it stored nothing. What is somebody else's, too old or damaged is discarded,
 * and what cannot be decrypted now stays. `tried`: this page was opened for it before.
 */
export async function openKept(): Promise<(Kept & { tried: boolean }) | null> {
  const text = sessionStorage.getItem(shelf);
  if (text === null) return null;
  const sealed = sealedIn(text);
  const kept = sealed && ((await openSealed(sealed)) as Kept | null | "away");
  if (kept === "away") return null;
  if (sealed === null || kept === null) {
    dropKept();
    return null;
  }
  store({ ...sealed, tried: true });
  return { ...kept, tried: sealed.tried === true };
}

function sealedIn(text: string): Sealed | null {
  try {
    return JSON.parse(text) as Sealed;
  } catch {
    return null;
  }
}

type Answer = { key?: unknown; wrapped?: unknown };

/** Null when it is refused. */
async function ask(body: { wrapped?: string }): Promise<Answer | null | "away"> {
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify(body), cache: "no-store" } as const;
  const answer = await fetch("/api/session/text-key", request).catch(() => null);
  if (answer?.status !== 200 && answer?.status !== 404) return "away";
  return answer.ok ? ((await answer.json()) as Answer) : null;
}
