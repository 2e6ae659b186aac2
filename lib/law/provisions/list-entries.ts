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
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { computeForce } from "./compute-force";
import { contentLabels, remedyKindLabels } from "./labels";
import { nameOffence } from "./name-offence";
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
  offences: (law, today) => law.offences.map((entry) => offence(entry, today)),
  remedies: (law, today) => law.remedies.map((entry) => remedy(entry, today)),
  pairings: (law) =>
    Object.entries(law.dualCriminality).flatMap(([pair, rows]) => rows.map((row) => pairing(row, pair, law))),
  agencies: (law) => law.agencies.map(agency),
  platforms: (law) => law.platforms.map(platform),
  clocks: (law) => law.clocks.map((entry) => clock(entry, law)),
  numbers: (law) => law.referenceKinds.map(numberKind),
  facts: (law) => [...law.notes.map(note), ...law.processes.map(process)],
};

const country = (code: string) => (code ? [code] : []);
const bare = (texts: readonly string[]): LawLine[] => texts.map((text) => ({ text, sources: [] }));
const some = (facts: readonly (readonly [string, string | null | undefined])[]) =>
  facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));

function offence(entry: Offence, today: CivilDate): Draft {
  const years =
    entry.maxYears === null
      ? t("The court decides, or the source names none")
      : t("{maxYears} years", { maxYears: entry.maxYears });
  return {
    key: entry.key,
    title: entry.title,
    citation: entry.citation,
    countries: country(entry.jurisdiction),
    says: bare(entry.elements),
    sources: entry.sources,
    force: computeForce(entry, today),
    amendable: "offence",
    facts: some([
      [t("Maximum penalty"), entry.maxPenalty],
      [t("Longest term"), `${years}${supportsContentWarrant(entry) ? t(": over one year") : ""}`],
      ["Note", entry.note],
    ]),
  };
}

function remedy(entry: Remedy, today: CivilDate): Draft {
  return {
    key: entry.key,
    title: entry.title,
    citation: entry.citation,
    countries: country(entry.jurisdiction),
    says: entry.rules,
    sources: entry.sources,
    force: computeForce(entry, today),
    amendable: "remedy",
    facts: some([["Kind", remedyKindLabels[entry.kind]]]),
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
      [t("Offences there"), names(row.there)],
      [t("Still needed there"), row.extraElement],
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

function agency(entry: Agency): Draft {
  const contacts = entry.contacts.map((contact) => [contact.label, contact.value] as const);
  return {
    key: entry.key,
    title: entry.name,
    citation: "",
    countries: country(entry.jurisdiction),
    amendable: "agency",
    says: bare([entry.does]),
    sources: entry.sources,
    force: null,
    facts: some([[t("Who may write"), entry.officialsOnly ? t("Officials only") : null], ...contacts]),
  };
}

function platform(entry: Platform): Draft {
  return {
    key: entry.key,
    title: entry.name,
    citation: entry.legalEntity ?? "",
    countries: [],
    says: entry.facts,
    sources: entry.sources,
    force: null,
    amendable: "platform",
    facts: some([
      [t("Legal entity"), entry.legalEntity ?? t("Not named by a source")],
      [t("What to capture"), entry.stableIdentifier],
      ["Keeps", entry.retention],
      [t("Tells the user"), `${notifiesSubjectLabels[entry.notifiesSubject]}. ${entry.notifiesText}`],
      [t("The client’s route"), entry.victimRoute],
      [t("Address of its form"), entry.reportPage],
      [t("Categories of its form"), entry.reportCategories.join("; ")],
      [t("Portal, for police only"), entry.lawEnforcementPortal ?? t("None known")],
    ]),
  };
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const off = t("The law that sets it has not commenced. It is shown for information and never runs.");

function clock(entry: ClockRule, law: Law): Draft {
  const state = entry.enabled ? null : ({ state: "not_in_force", words: t("Not in force"), refused: off } as const);
  return {
    key: entry.code,
    title: entry.title,
    citation: entry.code,
    countries: countriesOf(entry, law),
    amendable: "clock",
    says: [],
    sources: entry.sources,
    force: state,
    facts: some([
      ["Starts", t("From {trigger}", { trigger: entry.trigger })],
      ["Limit", limitWords(entry)],
      ["Kind", sentence(clockKindMeanings[entry.kind])],
      ["Then", entry.afterwards],
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

function numberKind(entry: ReferenceKind): Draft {
  return {
    key: entry.key,
    title: entry.label,
    citation: entry.issuer,
    countries: country(entry.jurisdiction),
    says: bare(entry.hint ? [entry.hint] : []),
    sources: entry.sources,
    force: null,
    facts: some([
      [t("Given by"), entry.issuer],
      ["Example", entry.example],
      ["Form", entry.parser.shape === "free_text" ? t("No documented form: kept as it is written") : null],
    ]),
  };
}

function note(entry: Law["notes"][number]): Draft {
  return {
    key: entry.key,
    title: entry.title,
    citation: "",
    countries: country(entry.jurisdiction),
    says: entry.items,
    facts: [],
    sources: [],
    force: null,
  };
}

function process(entry: Law["processes"][number]): Draft {
  return {
    key: `consent-${entry.key}`,
    title: entry.title,
    citation: t("Written consent of the client"),
    countries: country(entry.jurisdiction),
    says: bare([entry.why]),
    facts: [],
    sources: entry.sources,
    force: null,
  };
}
