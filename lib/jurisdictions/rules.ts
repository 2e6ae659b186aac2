import { z } from "zod";
import { addDays, type CivilDate, type HolidayCalendar } from "@/lib/platform/calendar";
import { agencies as commonAgencies } from "./common/agencies";
import { clocks as defaultClocks } from "./common/clocks-default";
import { clocks as futureClocks } from "./common/clocks-not-in-force";
import { clocks as officialClocks } from "./common/clocks-official";
import { platforms } from "./common/platforms";
import { referenceKinds as commonKinds } from "./common/reference-kinds";
import { dualCriminality as usZaPairs } from "./pairs/us-za/dual-criminality";
import { playbook as zaUs } from "./pairs/za-us";
import { dualCriminality as zaUsPairs } from "./pairs/za-us/dual-criminality";
import {
  type Agency,
  agencySchema,
  type ClockRule,
  clockSchema,
  type DualCriminality,
  dualCriminalitySchema,
  type LegalSource,
  type Offence,
  offenceSchema,
  type Platform,
  type Playbook,
  type PlaybookDraft,
  platformSchema,
  playbookSchema,
  type ReferenceKind,
  referenceKindSchema,
} from "./types";
import { agencies as usAgencies } from "./us/agencies";
import { calendar as usCalendar } from "./us/calendar";
import { offences as usOffences } from "./us/offences";
import { referenceKinds as usKinds } from "./us/reference-kinds";
import { agencies as zaAgencies } from "./za/agencies";
import { calendar as zaCalendar } from "./za/calendar";
import { offences as zaOffences } from "./za/offences";
import { referenceKinds as zaKinds } from "./za/reference-kinds";

/** Everything that data says about law, bodies, numbers and clocks. Code asks it and names no country. */
export type Law = {
  agencies: readonly Agency[];
  referenceKinds: readonly ReferenceKind[];
  platforms: readonly Platform[];
  offences: readonly Offence[];
  dualCriminality: Readonly<Record<string, readonly DualCriminality[]>>;
  clocks: readonly ClockRule[];
  calendars: Readonly<Record<string, HolidayCalendar>>;
  playbooks: readonly Playbook[];
};

type LawDraft = Omit<Law, "playbooks"> & { playbooks: readonly PlaybookDraft[] };

/** Reads data against the schema. Throws with the part, the path and the reason, so that a bad file stops the start. */
function read<Schema extends z.ZodType>(part: string, schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Error(`law data, ${part}: ${z.prettifyError(parsed.error)}`);
}

/**
 * Checks a whole body of law: every file against its schema, and every key that one names against the other.
 * @throws Error that names the part, the path and the reason
 */
export function loadLaw(draft: LawDraft): Law {
  const law: Law = {
    agencies: read("agencies", z.array(agencySchema), draft.agencies),
    referenceKinds: read("reference kinds", z.array(referenceKindSchema), draft.referenceKinds),
    platforms: read("platforms", z.array(platformSchema), draft.platforms),
    offences: read("offences", z.array(offenceSchema), draft.offences),
    dualCriminality: read("pairings", z.record(z.string(), z.array(dualCriminalitySchema)), draft.dualCriminality),
    clocks: read("clocks", z.array(clockSchema), draft.clocks),
    calendars: draft.calendars,
    playbooks: draft.playbooks.map((p) => read(`playbook ${p.pair}`, playbookSchema, p)),
  };
  const broken = [...law.playbooks.flatMap((p) => brokenLinks(p, law)), ...brokenPairings(law), ...repeats(law)];
  if (broken.length > 0) throw new Error(`law data: ${broken.join("; ")}`);
  return law;
}

function repeats(law: Law): string[] {
  const keys = [
    ...law.agencies.map((a) => `agency ${a.key}`),
    ...law.referenceKinds.map((k) => `reference kind ${k.key}`),
    ...law.platforms.map((p) => `platform ${p.key}`),
    ...law.offences.map((o) => `offence ${o.key}`),
    ...law.clocks.map((c) => `clock ${c.code}`),
  ];
  return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${key} stands twice`);
}

function brokenPairings(law: Law): string[] {
  const known = new Set(law.offences.map((o) => o.key));
  return Object.values(law.dualCriminality)
    .flat()
    .flatMap((row) =>
      [...row.home, ...row.there].filter((key) => !known.has(key)).map((key) => `${row.key}: no offence ${key}`),
    );
}

function brokenLinks(playbook: Playbook, law: Law): string[] {
  const kinds = new Set(law.referenceKinds.map((k) => k.key));
  const clocks = new Map(law.clocks.map((c) => [c.code, c]));
  const agencies = new Set(law.agencies.map((a) => a.key));
  const drawn = playbook.levels.flatMap((l) => l.rows.flatMap((r) => [r.home, r.there]));
  const at = (step: string, what: string) => `playbook ${playbook.pair}, step ${step}: ${what}`;
  const out: string[] = [];
  for (const key of drawn) if (key && !playbook.steps[key]) out.push(at(key, "drawn but not described"));
  for (const [key, step] of Object.entries(playbook.steps)) {
    if (drawn.filter((d) => d === key).length !== 1) out.push(at(key, "must be drawn exactly once"));
    const named = [
      ...step.produces.references,
      ...step.prerequisites.flatMap((p) => ("anyOf" in p ? p.anyOf : [])),
      ...step.doneWhen.flatMap((d) => ("anyOf" in d ? d.anyOf : [])),
      ...step.clocks.flatMap((c) => ("anyOf" in c.from ? c.from.anyOf : [])),
    ];
    for (const kind of named) if (!kinds.has(kind)) out.push(at(key, `no reference kind ${kind}`));
    for (const agency of step.agencies) if (!agencies.has(agency)) out.push(at(key, `no agency ${agency}`));
    for (const clock of step.clocks) {
      if (!clocks.get(clock.code)?.enabled) out.push(at(key, `no clock in force ${clock.code}`));
    }
    for (const p of step.prerequisites) {
      if (p.need === "step" && !playbook.steps[p.step]) out.push(at(key, `no step ${p.step}`));
    }
  }
  return out;
}

/** The law and the playbooks that this release carries. Read and checked when the module is first used. */
export const houseLaw: Law = loadLaw({
  agencies: [...zaAgencies, ...usAgencies, ...commonAgencies],
  referenceKinds: [...zaKinds, ...usKinds, ...commonKinds],
  platforms,
  offences: [...zaOffences, ...usOffences],
  dualCriminality: { "ZA-US": zaUsPairs, "US-ZA": usZaPairs },
  clocks: [...officialClocks, ...defaultClocks, ...futureClocks],
  calendars: { ZA: zaCalendar, US: usCalendar },
  playbooks: [zaUs],
});

/** The playbook that a case pinned; without a version, the newest of the pair. Null when there is none. */
export function findPlaybook(pair: string, version?: number, law: Law = houseLaw): Playbook | null {
  const ofPair = law.playbooks.filter((p) => p.pair === pair && (version === undefined || p.version === version));
  return ofPair.toSorted((a, b) => b.version - a.version)[0] ?? null;
}

/** The newest playbook of every pair, for the picker on "open a case". */
export function newestPlaybooks(law: Law = houseLaw): Playbook[] {
  const pairs = [...new Set(law.playbooks.map((p) => p.pair))];
  return pairs.flatMap((pair) => findPlaybook(pair, undefined, law) ?? []);
}

/** `South Africa to United States`. */
export function pairName(playbook: Playbook): string {
  return `${playbook.home.name} to ${playbook.there.name}`;
}

export function findReferenceKind(key: string, law: Law = houseLaw): ReferenceKind | null {
  return law.referenceKinds.find((kind) => kind.key === key) ?? null;
}

/** Reference kinds that matter to a pair: those of both countries and those of no country. */
export function referenceKindsOf(playbook: Playbook, law: Law = houseLaw): ReferenceKind[] {
  const here = ["", playbook.home.code, playbook.there.code];
  return law.referenceKinds.filter((kind) => here.includes(kind.jurisdiction));
}

export function findAgency(key: string, law: Law = houseLaw): Agency | null {
  return law.agencies.find((agency) => agency.key === key) ?? null;
}

export function findPlatform(key: string, law: Law = houseLaw): Platform | null {
  return law.platforms.find((platform) => platform.key === key) ?? null;
}

export function findOffence(key: string, law: Law = houseLaw): Offence | null {
  return law.offences.find((offence) => offence.key === key) ?? null;
}

export function findClock(code: string, law: Law = houseLaw): ClockRule | null {
  return law.clocks.find((clock) => clock.code === code) ?? null;
}

/** True when the offence stood in the law on that day. Law that is to be confirmed counts as in force, and shows its mark. */
export function inForceOn(offence: Offence, date: CivilDate): boolean {
  if (offence.inForce === "no") return false;
  if (offence.inForceFrom && date < offence.inForceFrom) return false;
  return !(offence.inForceUntil && date > offence.inForceUntil);
}

/** Offences of a country that stood in the law on the incident date, for the picker. */
export function offencesOn(jurisdiction: string, date: CivilDate, law: Law = houseLaw): Offence[] {
  return law.offences.filter((o) => o.jurisdiction === jurisdiction && inForceOn(o, date));
}

/** True when the offence may carry a search warrant on a foreign request: more than one year (18 USC 3512). */
export function supportsContentWarrant(offence: Offence): boolean {
  return offence.maxYears !== null && offence.maxYears > 1;
}

/** The pairings of a home offence with the other country, with what that country still needs. */
export function pairingsOf(pair: string, homeOffence: string, law: Law = houseLaw): DualCriminality[] {
  return (law.dualCriminality[pair] ?? []).filter((row) => row.home.includes(homeOffence));
}

/** A legal fact is stale 180 days after it was checked. */
export function isStale(source: LegalSource, today: CivilDate): boolean {
  return addDays(source.checkedOn, 180) < today;
}
