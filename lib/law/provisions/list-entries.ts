import { limitWords } from "@/lib/law/clocks/labels";
import { clockKindMeanings, notifiesSubjectLabels } from "@/lib/law/jurisdictions/labels";
import { findPlaybook, isStale, type Law, supportsContentWarrant } from "@/lib/law/jurisdictions/rules";
import type {
  Agency,
  ClockRule,
  DualCriminality,
  LegalSource,
  Offence,
  Platform,
  ReferenceKind,
  Remedy,
} from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { contentLabels, remedyKindLabels } from "./labels";
import { nameOffence } from "./name-offence";
import { reckonForce } from "./reckon-force";
import type { CatalogPart, LawEntry, LawLine } from "./types";

type Draft = Omit<LawEntry, "part" | "checkedOn" | "stale" | "changedHere" | "amendable"> & {
  amendable?: LawEntry["amendable"];
};

/**
 * Every row of one part of the law, in data order.
 * @param changed `part key` of what the organisation changed, as `offence za-cca-15`
 */
export function listEntries(part: CatalogPart, law: Law, today: CivilDate, changed: ReadonlySet<string>): LawEntry[] {
  return drafts[part](law, today).map((draft) => {
    const checkedOn = lastRead(draft);
    const stale = isStale({ text: "", source: "", marks: [], checkedOn }, today);
    const amendable = draft.amendable ?? null;
    const changedHere = amendable !== null && changed.has(`${amendable} ${draft.key}`);
    return { ...draft, part, checkedOn, stale, amendable, changedHere };
  });
}

/** A provision is as fresh as its last reading; a body of facts is as old as the fact that was read longest ago. */
function lastRead(draft: Draft): CivilDate {
  const newest = (sources: readonly LegalSource[]) =>
    sources
      .map((source) => source.checkedOn)
      .toSorted()
      .at(-1) ?? "";
  if (draft.sources.length > 0) return newest(draft.sources);
  return draft.says.map((line) => newest(line.sources)).toSorted()[0] ?? "";
}

const drafts: Record<CatalogPart, (law: Law, today: CivilDate) => Draft[]> = {
  offences: (law, today) => law.offences.map((one) => offence(one, today)),
  remedies: (law, today) => law.remedies.map((one) => remedy(one, today)),
  pairings: (law) =>
    Object.entries(law.dualCriminality).flatMap(([pair, rows]) => rows.map((row) => pairing(row, pair, law))),
  agencies: (law) => law.agencies.map(agency),
  platforms: (law) => law.platforms.map(platform),
  clocks: (law) => law.clocks.map((one) => clock(one, law)),
  numbers: (law) => law.referenceKinds.map(numberKind),
  facts: (law) => [...law.notes.map(note), ...law.processes.map(process)],
};

const country = (code: string) => (code ? [code] : []);
const bare = (texts: readonly string[]): LawLine[] => texts.map((text) => ({ text, sources: [] }));
const some = (facts: readonly (readonly [string, string | null | undefined])[]) =>
  facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));

function offence(one: Offence, today: CivilDate): Draft {
  const years = one.maxYears === null ? "The court decides, or the source names none" : `${one.maxYears} years`;
  return {
    key: one.key,
    title: one.title,
    citation: one.citation,
    countries: country(one.jurisdiction),
    says: bare(one.elements),
    sources: one.sources,
    force: reckonForce(one, today),
    amendable: "offence",
    facts: some([
      ["Maximum penalty", one.maxPenalty],
      ["Longest term", `${years}${supportsContentWarrant(one) ? ": over one year" : ""}`],
      ["Note", one.note],
    ]),
  };
}

function remedy(one: Remedy, today: CivilDate): Draft {
  return {
    key: one.key,
    title: one.title,
    citation: one.citation,
    countries: country(one.jurisdiction),
    says: one.rules,
    sources: one.sources,
    force: reckonForce(one, today),
    amendable: "remedy",
    facts: some([["Kind", remedyKindLabels[one.kind]]]),
  };
}

function pairing(row: DualCriminality, pair: string, law: Law): Draft {
  const names = (keys: readonly string[]) => keys.map((key) => nameOffence(key, law)).join("; ");
  const playbook = findPlaybook(pair, undefined, law);
  return {
    key: row.key,
    title: [names(row.home), row.homeNote].filter(Boolean).join(", "),
    citation: row.thereText || names(row.there),
    countries: country(playbook?.home.code ?? pair.slice(0, pair.indexOf("-"))),
    says: row.elements.map((element) => ({ text: element.there, sources: element.sources })),
    facts: some([
      ["Offences there", names(row.there)],
      ["Still needed there", row.extraElement],
      ["Content", contentWords(row)],
    ]),
    force: null,
    sources: row.sources,
  };
}

/** What the data says, when it says more than yes or no. */
function contentWords({ content, contentText }: DualCriminality): string {
  const label = contentLabels[content];
  const bare = contentText.trim().toLowerCase() === content || contentText.trim() === "";
  return bare ? label : `${label}. ${contentText}`;
}

function agency(one: Agency): Draft {
  const contacts = one.contacts.map((contact) => [contact.label, contact.value] as const);
  return {
    key: one.key,
    title: one.name,
    citation: "",
    countries: country(one.jurisdiction),
    amendable: "agency",
    says: bare([one.does]),
    sources: one.sources,
    force: null,
    facts: some([["Who may write", one.officialsOnly ? "Officials only" : null], ...contacts]),
  };
}

function platform(one: Platform): Draft {
  return {
    key: one.key,
    title: one.name,
    citation: one.legalEntity ?? "",
    countries: [],
    says: one.facts,
    sources: one.sources,
    force: null,
    facts: some([
      ["Legal entity", one.legalEntity ?? "Not named by a source"],
      ["What to capture", one.stableIdentifier],
      ["Keeps", one.retention],
      ["Tells the user", `${notifiesSubjectLabels[one.notifiesSubject]}. ${one.notifiesText}`],
      ["The client’s route", one.victimRoute],
      ["Categories of its form", one.reportCategories.join("; ")],
      ["Portal, for police only", one.lawEnforcementPortal ?? "None known"],
    ]),
  };
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const off = "The law that sets it has not commenced. It can be read about and never runs.";

function clock(one: ClockRule, law: Law): Draft {
  const state = one.enabled ? null : ({ state: "not_in_force", words: "Not in force", refused: off } as const);
  return {
    key: one.code,
    title: one.title,
    citation: one.code,
    countries: countriesOf(one, law),
    amendable: "clock",
    says: [],
    sources: one.sources,
    force: state,
    facts: some([
      ["Starts", `From ${one.trigger}`],
      ["Limit", limitWords(one)],
      ["Kind", sentence(clockKindMeanings[one.kind])],
      ["Then", one.afterwards],
    ]),
  };
}

/** The countries on whose side a step runs the clock, or else the one whose holidays it counts. */
function countriesOf(rule: ClockRule, law: Law): string[] {
  const sides = law.playbooks.flatMap((playbook) =>
    Object.values(playbook.steps)
      .filter((step) => step.clocks.some((clock) => clock.code === rule.code))
      .map((step) => playbook[step.side].code),
  );
  return [...new Set(sides.length > 0 ? sides : country(rule.calendar))];
}

function numberKind(one: ReferenceKind): Draft {
  return {
    key: one.key,
    title: one.label,
    citation: one.issuer,
    countries: country(one.jurisdiction),
    says: bare(one.hint ? [one.hint] : []),
    sources: one.sources,
    force: null,
    facts: some([
      ["Given by", one.issuer],
      ["Example", one.example],
      ["Form", one.parser.shape === "free_text" ? "No documented form: kept as it is written" : null],
    ]),
  };
}

function note(one: Law["notes"][number]): Draft {
  return {
    key: one.key,
    title: one.title,
    citation: "",
    countries: country(one.jurisdiction),
    says: one.items,
    facts: [],
    sources: [],
    force: null,
  };
}

function process(one: Law["processes"][number]): Draft {
  return {
    key: `consent-${one.key}`,
    title: one.title,
    citation: "Written consent of the client",
    countries: country(one.jurisdiction),
    says: bare([one.why]),
    facts: [],
    sources: one.sources,
    force: null,
  };
}
