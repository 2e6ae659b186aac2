import { ownNames } from "./own-names.ts";
import { takePicture } from "./picture.ts";
import { type Platform, readByRules } from "./platforms.ts";
import { readPage } from "./read-page.ts";
import { ask, Refused, toPairing } from "./server.ts";
import { keepWork, type Pairing, readKept } from "./state.ts";

/** In characters. What a page says beyond this is cut, and the capture says so. */
const mostText = 10_000_000;
const mostSource = 8_000_000;
/** What the server takes of them: an address or a claim of megabytes must not keep the page from being kept. */
const mostAddress = 65_536;
const mostSaid = 4_000;

export type Keep = { keep: { tabId: number; howObtained: string; sensitivity: string } };

type Part = { part: "picture" | "page" | "text"; bytes: Blob; cut: boolean };
type Receipt = { exhibitId: string; label: string };

let isBusy = false;

chrome.runtime.onMessage.addListener((message, sender) => {
  // From the popup alone: a page has no way to send here, and a tab of ours there is none.
  if (sender.tab === undefined && isKeep(message)) void keep(message.keep);
});

const isKeep = (message: unknown): message is Keep =>
  typeof message === "object" && message !== null && "keep" in message;

async function keep(asked: Keep["keep"]): Promise<void> {
  const { pairing } = await readKept();
  if (isBusy || !pairing) return;
  isBusy = true;
  const { url: address = "" } = await chrome.tabs.get(asked.tabId);
  const says = (key: string) => keepWork({ state: "busy", address, says: key });
  // A browser ends a worker that does nothing for half a minute, a long upload included.
  const alive = setInterval(() => void chrome.runtime.getPlatformInfo(), 20_000);
  try {
    await says("takingPicture");
    const receipts = await capture(pairing, asked, says);
    const proof = receipts.find(({ part }) => part === "picture");
    const labels = receipts.map(({ label }) => label);
    await keepWork({ state: "kept", address, says: "kept", labels, proofExhibitId: proof?.exhibitId });
  } catch (error) {
    await keepWork({ state: "failed", address, says: error instanceof Refused ? error.message : "notCaptured" });
  } finally {
    clearInterval(alive);
    isBusy = false;
  }
}

async function capture(pairing: Pairing, asked: Keep["keep"], says: (key: string) => Promise<void>) {
  const { tabId } = asked;
  const before = await chrome.tabs.get(tabId);
  const capturedAt = Date.now();
  const picture = await takePicture(tabId, before.windowId);
  await says("readingPage");
  const page = await savePage(tabId);
  const [frame] = await chrome.scripting.executeScript({
    target: { tabId },
    func: readPage,
    args: [mostText, mostSource] as [number, number],
  });
  const words = frame?.result;
  const after = await chrome.tabs.get(tabId);
  const address = before.url ?? "";
  if (!words || after.url !== address) throw new Refused(chrome.i18n.getMessage("pageChanged"), false);
  const text = new Blob([words.text], { type: "text/plain" });
  const parts: Part[] = [
    { part: "picture" as const, bytes: picture.bytes, cut: picture.isCut },
    ...(page ? [{ part: "page" as const, bytes: page, cut: false }] : []),
    { part: "text" as const, bytes: text, cut: words.isCut },
  ].filter(({ bytes }) => bytes.size > 0);
  const platforms = (await (await fetch(chrome.runtime.getURL("platforms.json"))).json()) as Platform[];
  await says("sending");
  const announced = await ask<{ parts: { part: string; uploadId: string }[] }>(toPairing(pairing), {
    method: "POST",
    path: "announce",
    body: {
      address: address.slice(0, mostAddress),
      title: (after.title ?? "").slice(0, mostSaid),
      canonical: words.canonical && absolute(words.canonical, address).slice(0, mostSaid),
      ...readByRules(address, words.source, platforms),
      capturedAt,
      sentAt: Date.now(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...ownNames(),
      extensionVersion: chrome.runtime.getManifest().version,
      howObtained: asked.howObtained,
      sensitivity: asked.sensitivity,
      parts: await Promise.all(
        parts.map(async ({ part, bytes, cut }) => ({ part, size: bytes.size, sha256: await sha256(bytes), cut })),
      ),
    },
  });
  const receipts: (Receipt & { part: string })[] = [];
  for (const { part, bytes } of parts) {
    const uploadId = announced.parts.find((one) => one.part === part)?.uploadId ?? "";
    const body = bytes;
    receipts.push({ part, ...(await ask<Receipt>(toPairing(pairing), { method: "PUT", path: uploadId, body })) });
  }
  return receipts;
}

/**
 * The page as the browser saves it, copied at once: what it gives is a file of its own, which a busy browser may have
 * taken away again. Null where it cannot: picture and text are kept without it, and the capture shows what it has.
 */
async function savePage(tabId: number): Promise<Blob | null> {
  for (let tries = 0; chrome.pageCapture && tries < 5; tries += 1) {
    try {
      const saved = await chrome.pageCapture.saveAsMHTML({ tabId });
      if (saved) return new Blob([await saved.arrayBuffer()], { type: saved.type });
    } catch {
      // Asked for once more.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return null;
}

/** As the page means it; what is no address stays as it is. */
function absolute(link: string, address: string): string {
  return URL.canParse(link, address) ? new URL(link, address).href : link;
}

async function sha256(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
