import { nounOf } from "../sections/facts";
import { at, dayOf, formatDate, listed, sentence } from "../sections/words";
import type { PacketSnapshot } from "../snapshot/snapshot";

/** What a sentence calls the things that our record has codes for. A name of null: they may not be named. */
export type Names = {
  account: (code: string) => string | null;
  item?: (no: number) => string;
};

const code = String.raw`(?:(?:REL|RF|ST|[ICERQDSPF])-\d+|ST\d* \d+(?:\.\d+)?|ST\d*|[ALF]\d+|sections? \d+(?:\.\d+)*|Annex [AB])`;
const onlyCodes = new RegExp(String.raw`\s*[([](?:${code}(?:,? (?:and|to) |[;,·] ?| )?)+[)\]]`, "g");
const anyCode = new RegExp(String.raw`(?<![\w/.@-])${code}(?![\w/@-])`, "g");
const run = /(?<![\w/.@-])(A|[ICE]-)0?(\d+) to \1?0?(\d+)(?![\w/@-])/g;
const sealed = /\s*\([^()]*sealed annex[^()]*\)/gi;

/**
 * Somebody's words for a reader who has only the letter: codes of the record become what they stand for, and those in
 * brackets, which are sources, go. Null if they name something that this reader may not learn of.
 */
export function sayWithoutCodes(snapshot: PacketSnapshot, text: string, names: Names): string | null {
  let barred = false;
  const said = text
    .replaceAll(sealed, "")
    .replaceAll(onlyCodes, "")
    .replaceAll(
      run,
      (found, kind: string, from: string, to: string) => spelledOut(kind, Number(from), Number(to)) ?? found,
    )
    .replaceAll(anyCode, (found) => {
      const name = nameOf(snapshot, found, names);
      if (name === null) barred = true;
      return name ?? "";
    })
    .replaceAll(snapshot.case.clientCode, "the complainant")
    .replaceAll(/\b(?:the )?client the complainant/gi, "the complainant")
    .replaceAll(/\b(?:[Tt]he )?[Cc]lient\b(?!-)/g, (found) =>
      /^[TC]/.test(found) ? "The complainant" : "the complainant",
    )
    .replaceAll(snapshot.case.subjectCode, "the suspect")
    .replaceAll(/ {2,}/g, " ")
    .replaceAll(/\s+([.,;:])/g, "$1")
    .replaceAll(/([.!?]”? )the (?=\p{L})/gu, "$1The ")
    .trim();
  return barred ? null : sentence(said);
}

/** `A1 to A3` as `A1, A2 and A3`, since each gets its own name. */
function spelledOut(kind: string, from: number, to: number): string | null {
  if (to <= from || to - from > 20) return null;
  const pad = kind === "E-" ? 2 : 1;
  return listed(Array.from({ length: to - from + 1 }, (_one, i) => `${kind}${String(from + i).padStart(pad, "0")}`));
}

function nameOf(snapshot: PacketSnapshot, found: string, { account, item }: Names): string | null {
  const { home } = snapshot.zones;
  const [, number = ""] = /(\d+)$/.exec(found) ?? [];
  if (/^I-/.test(found)) {
    const act = snapshot.incidents.find((incident) => incident.code === found);
    if (!act) return "the message";
    if (act.account !== null && account(act.account) === null) return null;
    return `the ${nounOf(act)} of ${act.exact ? at(act.at, home) : dayOf(act.at, home)}`;
  }
  if (/^C-/.test(found)) {
    const event = snapshot.events.find((entry) => entry.code === found);
    return event ? `what was done on ${dayOf(event.at, home)}` : "what was done";
  }
  if (/^A\d/.test(found)) return account(found);
  if (/^E-/.test(found)) return annexure(snapshot, found);
  if (/^ST/.test(found)) return statement(snapshot, found);
  if (/^Q-/.test(found)) return item ? item(Number(number)) : null;
  if (/^R-/.test(found)) {
    const reference = snapshot.references.find((entry) => entry.code === found);
    return reference ? `the ${reference.label}${reference.number ? ` ${reference.number}` : ""}` : "that number";
  }
  if (/^REL-/.test(found)) return "the consent on file";
  if (/^S-/.test(found)) return "the organisation";
  return "";
}

/** `annexure 3`: exhibits are attached to a letter in the order in which the packet lists them. */
function annexure(snapshot: PacketSnapshot, exhibit: string): string {
  const place = annexureNo(snapshot, exhibit);
  return place === null ? "the exhibit" : `annexure ${place}`;
}

function annexureNo({ exhibits }: PacketSnapshot, code: string): number | null {
  const place = exhibits.findIndex((entry) => entry.code === code);
  return place < 0 ? null : place + 1;
}

/** `ST 9` as `paragraph 9 of the sworn statement of 12 Oct 2026`. */
function statement(snapshot: PacketSnapshot, found: string): string {
  const { name, paragraph } = placeIn(snapshot, found);
  return paragraph ? `paragraph ${paragraph} of ${name}` : name;
}

function placeIn(snapshot: PacketSnapshot, found: string): { name: string; paragraph: string | null } {
  const [, which = "ST", paragraph = null] = /^(ST\d*)(?: (.+))?$/.exec(found) ?? [];
  const sworn = snapshot.statements.find((entry) => entry.code === which);
  const more = which === "ST" ? "" : "supplementary ";
  return { name: `the ${more}sworn statement${sworn ? ` of ${formatDate(sworn.swornOn)}` : ""}`, paragraph };
}

/** ` (paragraphs 2 and 6 of the sworn statement; annexures 1 and 3)`: what shows a fact; the word of a witness first. */
export function shownIn(snapshot: PacketSnapshot, codes: readonly string[]): string {
  const sworn = new Map<string, string[]>();
  for (const code of codes.filter((each) => /^ST\d*(?: |$)/.test(each))) {
    const { name, paragraph } = placeIn(snapshot, code);
    sworn.set(name, [...(sworn.get(name) ?? []), ...(paragraph ? [paragraph] : [])]);
  }
  const said = [...sworn].map(([name, list]) => (list.length > 0 ? `${some("paragraph", list)} of ${name}` : name));
  const attached = [...new Set(codes.flatMap((code) => annexureNo(snapshot, code) ?? []))].map(String);
  const all = [...said, ...(attached.length > 0 ? [some("annexure", attached)] : [])];
  return all.length > 0 ? ` (${all.join("; ")})` : "";
}

const some = (what: string, list: readonly string[]) => `${what}${list.length > 1 ? "s" : ""} ${listed(list)}`;
