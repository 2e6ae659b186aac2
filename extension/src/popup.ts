import { ownNames } from "./own-names.ts";
import { type Platform, platformOf } from "./platforms.ts";
import { ask, originOf, Refused, toPairing } from "./server.ts";
import { forget, keepPairing, type Pairing, readKept, type Work } from "./state.ts";

type Watched = { id: string; code: string; state: string };

const say = (key: string, words: string[] = []): string => chrome.i18n.getMessage(key, words);

function part<Of extends HTMLElement>(id: string): Of {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found as Of;
}

for (const element of document.querySelectorAll<HTMLElement>("[data-say]"))
  element.textContent = say(element.dataset.say ?? "");

const pairForm = part<HTMLFormElement>("pair");
const keepForm = part<HTMLFormElement>("keep");

async function openTab(): Promise<chrome.Tab> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab ?? { windowId: -1 };
}

const canBeKept = (tab: chrome.Tab): boolean => tab.id !== undefined && /^https?:/.test(tab.url ?? "");

async function show(): Promise<void> {
  const { pairing, work } = await readKept();
  const isLive = pairing !== undefined && Date.parse(pairing.until) > Date.now();
  pairForm.hidden = isLive;
  keepForm.hidden = !isLive;
  if (!isLive) return;
  part("case").textContent = say("connectedWith", [pairing.caseCode, pairing.organisation]);
  part("until").textContent = say("connectedUntil", [
    new Date(pairing.until).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }),
  ]);
  const tab = await openTab();
  part("address").textContent = canBeKept(tab) ? (tab.url ?? "") : say("notAPage");
  part<HTMLButtonElement>("keep-button").disabled = !canBeKept(tab) || work?.state === "busy";
  const platforms = (await (await fetch(chrome.runtime.getURL("platforms.json"))).json()) as Platform[];
  const platform = canBeKept(tab) ? platformOf(tab.url ?? "", platforms) : null;
  part("limits").hidden = platform === null;
  part("limits").textContent = platform?.limits ?? "";
  showWork(work?.address === tab.url ? work : undefined);
}

function showWork(work: Work | undefined): void {
  const line = part("work");
  line.hidden = work === undefined;
  if (!work) return;
  line.dataset.state = work.state;
  line.textContent = (/^[a-zA-Z]+$/.test(work.says) && say(work.says, [(work.labels ?? []).join(", ")])) || work.says;
}

/** Asked when the popup opens: which items of the case stand at the address of this page. */
async function showWatched(seen?: "up" | "gone"): Promise<void> {
  const { pairing, work } = await readKept();
  const tab = await openTab();
  if (!pairing || !canBeKept(tab)) return;
  try {
    const proofExhibitId = work?.address === tab.url ? work?.proofExhibitId : undefined;
    const body = { address: tab.url?.slice(0, 65_536), seen, proofExhibitId };
    const { items } = await ask<{ items: Watched[] }>(toPairing(pairing), { method: "POST", path: "looks", body });
    part("watched").hidden = items.length === 0;
    part("items").textContent = items.map(({ code, state }) => `${code}: ${state}`).join("; ");
    if (seen) part("looked").textContent = say(seen === "gone" ? "markedGone" : "markedUp");
  } catch (error) {
    tell("keep-error", error);
  }
}

function tell(id: string, error: unknown): void {
  part(id).textContent = error instanceof Refused ? error.message : say("notAnswered");
  if (error instanceof Refused && error.ended) void show();
}

pairForm.addEventListener("submit", async (event) => {
  event.preventDefault();
  const origin = originOf(part<HTMLInputElement>("server").value);
  const code = part<HTMLInputElement>("code").value;
  part("pair-error").textContent = origin ? "" : say("addressNeeded");
  if (!origin) return;
  try {
    const { browser } = ownNames();
    const made = await ask<Omit<Pairing, "origin">>(
      { origin },
      { method: "POST", path: "pair", body: { code, browser } },
    );
    part<HTMLInputElement>("code").value = "";
    const { token, until, caseCode, organisation } = made;
    await keepPairing({ origin, token, until, caseCode, organisation });
    await show();
    await showWatched();
  } catch (error) {
    tell("pair-error", error);
  }
});

keepForm.addEventListener("submit", async (event) => {
  event.preventDefault();
  part("keep-error").textContent = "";
  const { id: tabId } = await openTab();
  const howObtained = part<HTMLSelectElement>("how").value;
  const sensitivity = part<HTMLInputElement>("intimate").checked ? "intimate" : "ordinary";
  await chrome.runtime.sendMessage({ keep: { tabId, howObtained, sensitivity } }).catch(() => undefined);
});

part("gone").addEventListener("click", () => void showWatched("gone"));
part("up").addEventListener("click", () => void showWatched("up"));

part("disconnect").addEventListener("click", async () => {
  const { pairing } = await readKept();
  if (pairing) await ask(toPairing(pairing), { method: "DELETE", path: "pair" }).catch(() => undefined);
  await forget();
  await show();
});

chrome.storage.onChanged.addListener(() => void show());
void show().then(() => showWatched());
