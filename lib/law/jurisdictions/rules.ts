import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import type { AskWords } from "./ask-types";
import type { Checklist } from "./checklist-types";
import type { DocumentTemplate } from "./document-types";
import { houseLaw, houseLawWith } from "./house-law";
import { indexList } from "./index-list";
import { type Law, loadLaw } from "./load-law";
import type { PacketWords } from "./packet-word-types";
import {
  type Agency,
  type ClockRule,
  type DualCriminality,
  type LawNote,
  type LawText,
  type LegalSource,
  lawTextSchema,
  type Offence,
  type Platform,
  type Playbook,
  type PlaybookStep,
  type Process,
  type ReferenceKind,
  type Remedy,
} from "./types";

export { houseLaw, houseLawWith, type Law, loadLaw };

/** The playbook that a case pinned; without a version, the newest of the pair. Null when there is none. */
export function findPlaybook(pair: string, version?: number, law: Law = houseLaw): Playbook | null {
  if (version !== undefined) return playbooksByVersion(law).get(versionKey({ pair, version })) ?? null;
  return law.playbooks.filter((p) => p.pair === pair).toSorted((a, b) => b.version - a.version)[0] ?? null;
}

const versionKey = ({ pair, version }: Pick<Playbook, "pair" | "version">): string => `${pair} ${version}`;
const playbooksByVersion = (law: Law) => indexList(law.playbooks, versionKey);

/** The newest playbook of every pair, for the picker on "open a case". */
export function newestPlaybooks(law: Law = houseLaw): Playbook[] {
  const pairs = [...new Set(law.playbooks.map((p) => p.pair))];
  return pairs.flatMap((pair) => findPlaybook(pair, undefined, law) ?? []);
}

/** `South Africa to United States`. */
export function pairName(playbook: Playbook): string {
  return `${playbook.home.name} to ${playbook.there.name}`;
}

/** Where to phone in danger, in the home country of each playbook. The number's mark is with its agency, not here. */
export function emergencyLines(playbooks: readonly Playbook[], law: Law = houseLaw): string {
  const lines = emergencyNumbers(playbooks, law).map(({ name, contacts }) => {
    const numbers = contacts.map((contact) => `${contact.value} (${contact.label.toLowerCase()})`);
    return `${name}: ${numbers.join(", ")}`;
  });
  return [...new Set(lines)].join("; ");
}

/** The same as data: the country, and its numbers. */
export function emergencyNumbers(playbooks: readonly Playbook[], law: Law = houseLaw): EmergencyNumbers[] {
  return playbooks.flatMap(({ home, steps }) => {
    const step = Object.values(steps).find((candidate) => candidate.produces.document === "emergency_disclosure");
    const own = law.agencies.filter(
      ({ key, jurisdiction }) => step?.agencies.includes(key) && jurisdiction === home.code,
    );
    const contacts = own.flatMap((agency) => agency.contacts);
    return contacts.length > 0 ? [{ code: home.code, name: home.name, contacts }] : [];
  });
}

type EmergencyNumbers = { code: string; name: string; contacts: Agency["contacts"] };

export function findReferenceKind(key: string, law: Law = houseLaw): ReferenceKind | null {
  return indexList(law.referenceKinds, (kind) => kind.key).get(key) ?? null;
}

/** Reference kinds that matter to a pair: those of both countries and those of no country. */
export function referenceKindsOf(playbook: Playbook, law: Law = houseLaw): ReferenceKind[] {
  const here = ["", playbook.home.code, playbook.there.code];
  return law.referenceKinds.filter((kind) => here.includes(kind.jurisdiction));
}

export function findAgency(key: string, law: Law = houseLaw): Agency | null {
  return law.agencies.find((agency) => agency.key === key) ?? null;
}

/**
 * The legal entity to address for an account of the other country, without the note on whom it serves; null if no
 * source names one. `source`: the source that names it, if it has a separate line.
 * @param pair `ZA-US`; the account is used there
 */
export function entityOf(
  platform: string,
  law: Law = houseLaw,
  pair = "",
): { name: string; source: Platform["sources"][number] | null } | null {
  const found = findPlatform(platform, law);
  const there = pair.split("-")[1] ?? "";
  const clauses = (found?.legalEntity ?? "").split("; ");
  const byPlace = clauses.flatMap((clause) => / for (\w\w) users$/.exec(clause)?.[1] ?? []);
  const clause =
    byPlace.length > 0 ? clauses.find((candidate) => candidate.endsWith(` for ${there} users`)) : clauses[0];
  const name = clause?.replace(/ \(outside .*\)$/, "").replace(/ for \w\w users$/, "");
  return name ? { name, source: found?.sources.find((source) => source.text === "Legal entity.") ?? null } : null;
}

/** What may be asked of the other country of a pair; null if the law data has nothing. */
export function askWordsFor(pair: string, law: Law = houseLaw): AskWords | null {
  return law.asks[pair] ?? null;
}

/**
 * The country of the company that holds the data of an account of the other country; null if no source says it.
 * @param pair `ZA-US`; the account is used there
 */
export function heldIn(platform: string, law: Law = houseLaw, pair = ""): string | null {
  const held = findPlatform(platform, law)?.heldIn;
  return held?.byUser[pair.split("-")[1] ?? ""] ?? held?.country ?? null;
}

export function findPlatform(key: string, law: Law = houseLaw): Platform | null {
  return indexList(law.platforms, (platform) => platform.key).get(key) ?? null;
}

/** True for a step with one report per platform: it produces several numbers, and each platform counts its own. */
export function isPerPlatform(step: PlaybookStep, law: Law): boolean {
  const { many, references } = step.produces;
  return many === true && references.some((kind) => findReferenceKind(kind, law)?.issuerCounts === "platform");
}

export function findOffence(key: string, law: Law = houseLaw): Offence | null {
  return law.offences.find((offence) => offence.key === key) ?? null;
}

export function findClock(code: string, law: Law = houseLaw): ClockRule | null {
  return indexList(law.clocks, (clock) => clock.code).get(code) ?? null;
}

export function findRemedy(key: string, law: Law = houseLaw): Remedy | null {
  return law.remedies.find((remedy) => remedy.key === key) ?? null;
}

/** The process that requires written consent, by the key that a step, a level or a document names. */
export function findProcess(key: string, law: Law = houseLaw): Process | null {
  return law.processes.find((process) => process.key === key) ?? null;
}

/** The fact collections of one country (empty for those of none), in file order. */
export function notesOf(jurisdiction: string, law: Law = houseLaw): LawNote[] {
  return law.notes.filter((note) => note.jurisdiction === jurisdiction);
}

export function findTemplate(key: string, law: Law = houseLaw): DocumentTemplate | null {
  return law.documents.find((template) => template.key === key) ?? null;
}

/**
 * The documents that fit a playbook: of either country or of none, on a step and for one of its levels if they name
 * any.
 */
export function templatesFor(playbook: Playbook, law: Law = houseLaw): DocumentTemplate[] {
  const here = ["", playbook.home.code, playbook.there.code];
  const rungs = Object.values(playbook.steps).flatMap((step) => (step.rungs ?? []).map((rung) => rung.key));
  return law.documents.filter(
    (template) =>
      here.includes(template.jurisdiction) &&
      (template.steps.length === 0 || template.steps.some((key) => Object.hasOwn(playbook.steps, key))) &&
      (template.rung === undefined || rungs.includes(template.rung)),
  );
}

/**
 * The checklist for a kind of packet: the newest of the pair, otherwise the one that belongs to no pair. A snapshot
 * from when there was only one direction names no pair and means the first. @throws Error for an unknown kind
 */
export function findChecklist(kind: string, pair: string, law: Law = houseLaw): Checklist {
  const meant = pair || (law.playbooks[0]?.pair ?? "");
  const of = (name: string) =>
    (law.checklists[name] ?? [])
      .filter((checklist) => checklist.kind === kind)
      .toSorted((a, b) => b.version - a.version)[0];
  const found = of(meant) ?? of("");
  if (!found) throw new Error(`no checklist for a packet of the kind ${kind}`);
  return found;
}

/** False for law that is only shown: abolished, or passed and not yet begun. */
export function isPickable(offence: Offence): boolean {
  return offence.listing === "pickable" && offence.inForce !== "no";
}

/** False for what others took the place of, and for laws that were not read one by one: neither is named in a charge. */
export function isNameable({ replacedBy, collective }: Pick<Offence, "replacedBy" | "collective">): boolean {
  return replacedBy.length === 0 && collective !== true;
}

/** True if the offence was in force on that day. Law to be confirmed counts as in force, and shows its mark. */
export function inForceOn(offence: Offence, date: CivilDate): boolean {
  if (!isPickable(offence)) return false;
  if (offence.inForceFrom && date < offence.inForceFrom) return false;
  return !(offence.inForceUntil && date > offence.inForceUntil);
}

/** True if it is known when the law began: on a date, or before any act of a case because no act made it. */
export function hasKnownStart(offence: Pick<Offence, "commonLaw" | "inForceFrom">): boolean {
  return offence.commonLaw === true || offence.inForceFrom !== null;
}

/** True if the text of the penalty or of the offence was read; that a source tells only since when does not count. */
export function yearsAreRead(offence: Offence): boolean {
  const ofText = offence.sources.filter((source) => !source.text.startsWith("In force since"));
  return ofText.some((source) => source.marks.some((mark) => mark === "V" || mark === "V2"));
}

/** Offences of a country in force on the incident date, for the picker. */
export function offencesOn(jurisdiction: string, date: CivilDate, law: Law = houseLaw): Offence[] {
  return law.offences.filter((o) => o.jurisdiction === jurisdiction && inForceOn(o, date));
}

/** The words of the statutes behind an offence: the offence itself, then its penalty, then until when it is tried. */
export function textsOf(offence: string, law: Law = houseLaw): LawText[] {
  const own = law.texts.filter((text) => text.offences.some((key) => offence === key || offence.startsWith(`${key}-`)));
  return lawTextSchema.shape.of.options.flatMap((of) => own.filter((text) => text.of === of));
}

/** The wording of a pair's packets about law, agencies and forms; null if there is none. */
export function packetWordsFor(pair: string, law: Law = houseLaw): PacketWords | null {
  return law.packetWords[pair] ?? null;
}

/** True when the offence may carry a search warrant on a foreign request: more than one year (18 USC 3512). */
export function supportsContentWarrant(offence: Offence): boolean {
  return offence.maxYears !== null && offence.maxYears > 1;
}

/** The pairings of a home offence with the other country, with that country's further requirements. */
export function pairingsOf(pair: string, homeOffence: string, law: Law = houseLaw): DualCriminality[] {
  return (law.dualCriminality[pair] ?? []).filter((row) => row.home.includes(homeOffence));
}

/** A legal fact is stale 180 days after it was checked. */
export function isStale(source: LegalSource, today: CivilDate): boolean {
  return addDays(source.checkedOn, 180) < today;
}
