import { type Inline, mono, strong } from "@/lib/platform/pdf/rich-text";
import { entityLabel } from "../fixed-text";
import type { PacketSnapshot, SnapshotAccount, SnapshotIncident, SnapshotReference } from "../snapshot/snapshot";
import { pairWordsOf } from "./pair-words";
import { at, dayOf, isolated, listed } from "./words";

/** The acts in chronological order; two acts at the same instant are ordered by number. */
export function acts(snapshot: PacketSnapshot): readonly SnapshotIncident[] {
  return [...snapshot.incidents].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(a.code.slice(2)) - Number(b.code.slice(2)),
  );
}

export function accountOf(snapshot: PacketSnapshot, code: string | null): SnapshotAccount | null {
  return snapshot.accounts.find((account) => account.code === code) ?? null;
}

export function referencesOf(snapshot: PacketSnapshot, type: SnapshotReference["type"]): SnapshotReference[] {
  return snapshot.references.filter((reference) => reference.type === type);
}

/** `Detective Sergeant, Police, Fynbos Road`: the officer of the investigation, never by name. */
export function officerText({ officer }: PacketSnapshot): string | null {
  return officer ? [officer.rank, officer.agency, officer.unit].filter(Boolean).join(", ") : null;
}

/** The number that shows an open matter at home, first choice of the pair first; null while none was issued. */
export function docketOf(snapshot: PacketSnapshot): SnapshotReference | null {
  const issued = snapshot.references.filter((reference) => reference.state === "issued" && reference.number);
  const types = pairWordsOf(snapshot).docketTypes;
  return types.flatMap((type) => issued.filter((reference) => reference.type === type))[0] ?? null;
}

/** Numbers of that kind, issued or not. */
export function docketReferences(snapshot: PacketSnapshot): SnapshotReference[] {
  const types = pairWordsOf(snapshot).docketTypes;
  return snapshot.references.filter((reference) => types.includes(reference.type));
}

/** The docket number with its station, without which it is not unique. */
export function docketText(reference: SnapshotReference): string {
  const number = reference.number ?? "";
  return reference.station && !number.includes(reference.station) ? `${reference.station} ${number}` : number;
}

/** What was sent, quoted as written, with a translation if there is one. */
export function wordsOf(incident: SnapshotIncident): string {
  if (!incident.words) return incident.note ?? "The words are not recorded.";
  const message = `“${isolated(incident.words)}”`;
  const more = [
    incident.language && incident.language !== "English" ? ` (${incident.language})` : "",
    inEnglish(incident.english),
  ];
  return `${message}${more.join("")}`;
}

/** ` [in English: “…”]` after quoted words, with the standing of the translation; nothing where there is none. */
export function inEnglish(english: SnapshotIncident["english"] | undefined): string {
  if (!english) return "";
  const of = english.whole ? "the whole passage in English" : "in English";
  return ` [${of}, ${swornWords(english)}: “${isolated(english.text)}”]`;
}

const swornWords = ({ sworn }: { sworn: boolean }): string =>
  sworn ? "sworn translation" : "translation that is not sworn";

/** One act as `actSentence` has it, with its number in bold and the platform’s id in the face of codes. */
export function actLine(snapshot: PacketSnapshot, incident: SnapshotIncident): Inline[] {
  const text = actSentence(snapshot, incident).slice(incident.code.length + 1);
  const id = accountOf(snapshot, incident.account)?.platformId;
  const at = id ? text.indexOf(id) : -1;
  const head = strong(`${incident.code}.`);
  if (!id || at < 0) return [head, text];
  return [head, text.slice(0, at), mono(id), text.slice(at + id.length)];
}

/** One act as a sentence, as somebody would swear it: when, which account, what it did, the words. */
function actSentence(snapshot: PacketSnapshot, incident: SnapshotIncident): string {
  const account = accountOf(snapshot, incident.account);
  const who = account
    ? `account ${account.code} (${account.platform}, ${account.platformId ? `id ${account.platformId}` : "id not yet known"})`
    : "an account not yet identified";
  return `${incident.code}. ${whenOf(snapshot, incident)}, ${didWhat(who, incident)}`;
}

/** `account A1 (…) wrote: “…”`; without words what happened, and from which account. */
export function didWhat(who: string, incident: SnapshotIncident): string {
  return incident.words ? `${who} ${verbOf(incident)}: ${wordsOf(incident)}` : `from ${who}: ${wordsOf(incident)}`;
}

/**
 * What was done, and not how we weigh it: whether words are a threat is what the packet has to show. Nobody wrote down
 * to whom each message went, so it says no more than that they were written.
 */
export function verbOf({ kind }: Pick<SnapshotIncident, "kind">): string {
  if (/another person/.test(kind)) return "posted in another person’s name";
  if (/shown to others/.test(kind)) return "showed an intimate image to others, with the words";
  if (/\bpost\b/.test(kind)) return "posted";
  if (/\bcall\b/.test(kind)) return "said by telephone";
  return "wrote";
}

/** `message`, `post`, `call`: what an act is called where its words stand elsewhere. */
export function nounOf({ kind }: Pick<SnapshotIncident, "kind">): string {
  return /\b(?:post|call)\b/.exec(kind)?.[0] ?? "message";
}

function whenOf(snapshot: PacketSnapshot, incident: SnapshotIncident): string {
  const { home } = snapshot.zones;
  return incident.exact ? `On ${at(incident.at, home)}` : `On ${dayOf(incident.at, home)}, time not exact`;
}

/** Codes that show an act: its exhibits and the paragraphs of the statement. */
export function shownBy(incident: SnapshotIncident): string[] {
  return [...incident.exhibits, ...incident.statements];
}

/** Provider entities in order of first use, with the accounts of each. */
function providers(snapshot: PacketSnapshot): { entity: string; accounts: SnapshotAccount[]; law: string[] }[] {
  const out: { entity: string; accounts: SnapshotAccount[]; law: string[] }[] = [];
  for (const account of snapshot.accounts) {
    const entity = entityLabel(account.platform, account.provider?.entity);
    const known = out.find((provider) => provider.entity === entity);
    if (known) known.accounts.push(account);
    else out.push({ entity, accounts: [account], law: account.provider?.law ?? [] });
  }
  return out;
}

/** The rules of the providers that receive a request; of all, while nothing is drafted. */
export function lawOfAsked(snapshot: PacketSnapshot): string[] {
  const { asks, items } = snapshot.request;
  const ofAsks = new Set(asks.flatMap((ask) => (ask.class ? ask.accounts : [])));
  const ofItems = new Set(items.map((item) => item.provider));
  const theirs = providers(snapshot).filter(({ entity, accounts }) =>
    asks.length > 0 ? accounts.some(({ code }) => ofAsks.has(code)) : ofItems.size === 0 || ofItems.has(entity),
  );
  return [...new Set(theirs.flatMap((provider) => provider.law))];
}

export function platforms(snapshot: PacketSnapshot): string {
  return listed([...new Set(snapshot.accounts.map((account) => account.platform))]);
}

/** Incidents that have one of these tags. */
export function tagged(snapshot: PacketSnapshot, ...tags: SnapshotIncident["tags"]): SnapshotIncident[] {
  return acts(snapshot).filter((incident) => incident.tags.some((tag) => tags.includes(tag)));
}

export function codes(list: readonly { code: string }[]): string[] {
  return list.map((record) => record.code);
}

export function exhibitCodes(incidents: readonly SnapshotIncident[]): string[] {
  return incidents.flatMap((incident) => incident.exhibits);
}

/** Preflight in one line: `34 pass, 1 fail overridden with reason, 2 not applicable`. */
export function preflightLine(snapshot: PacketSnapshot): string {
  const results = snapshot.preflight?.results;
  if (!results) return "not run";
  const of = (result: string) => results.filter((candidate) => candidate.result === result);
  const failed = of("fail");
  const open = failed.filter((check) => !check.override).length;
  const over = failed.length - open;
  const parts = [`${of("pass").length} pass`];
  if (over > 0) parts.push(`${over} fail overridden with reason`);
  if (open > 0) parts.push(`${open} fail not overridden`);
  if (failed.length === 0) parts.push("0 fail");
  return `${parts.join(", ")}, ${of("na").length} not applicable`;
}
