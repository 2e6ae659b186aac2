import { z } from "zod";
import { findAgency, findClock, findOffence, findPlatform, findRemedy, type Law } from "@/lib/law/jurisdictions/rules";
import {
  agencySchema,
  clockSchema,
  type LegalSource,
  listings,
  offenceSchema,
  platformSchema,
  remedySchema,
  sourceSchema,
} from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { isCivilDate } from "@/lib/platform/time/calendar";
import type { AmendProvision } from "./input";
import type { AmendablePart, LeftOut, ProclaimedDay, Provision, ProvisionChange } from "./types";

/** Changes of earlier releases also contained the limit in words; now its words are generated. */
function withoutOldWords(change: unknown): unknown {
  if (typeof change !== "object" || change === null || !("limitText" in change)) return change;
  const { limitText: _, ...rest } = change;
  return rest;
}

/** The fields of each part that an administrator may set; an empty note is null. */
const changeShapes = {
  offence: offenceSchema
    .pick({ citation: true, maxPenalty: true, maxYears: true, inForce: true, inForceFrom: true, inForceUntil: true })
    .extend({ listing: z.enum(listings), note: z.string().nullable() })
    .partial()
    .strict(),
  remedy: remedySchema
    .pick({ citation: true, inForce: true, inForceFrom: true, inForceUntil: true })
    .partial()
    .strict(),
  agency: agencySchema.pick({ name: true, does: true, contacts: true }).partial().strict(),
  platform: platformSchema.pick({ victimRoute: true, reportPage: true, reportCategories: true }).partial().strict(),
  clock: z.preprocess(
    withoutOldWords,
    clockSchema.pick({ limit: true, limitNote: true, enabled: true }).partial().strict(),
  ),
} as const satisfies Record<AmendablePart, z.ZodType>;

/** The content of a version that withdraws all earlier changes. */
export const backToRelease = { withdrawn: true } as const;

export function isWithdrawn(row: Pick<ProvisionChange, "change">): boolean {
  return row.change.withdrawn === true;
}

type Sourced = { sources: LegalSource[] };

/**
 * The law of the release with an organisation's own findings layered over it. A finding that does not fit the release
 * is ignored. Without findings the same object is returned.
 */
export function layOver(
  law: Law,
  changes: readonly ProvisionChange[],
  days: readonly ProclaimedDay[],
): { law: Law; leftOut: LeftOut[] } {
  if (changes.length === 0 && days.length === 0) return { law, leftOut: [] };
  const leftOut: LeftOut[] = [];
  const newest = newestOf(changes);
  const lay = <T extends Sourced>(
    part: AmendablePart,
    list: readonly T[],
    idOf: (item: T) => string,
    to: z.ZodType<T>,
  ) => layPart({ part, list, idOf, shape: to }, newest, leftOut);
  const laid: Law = {
    ...law,
    offences: lay("offence", law.offences, (offence) => offence.key, offenceSchema),
    remedies: lay("remedy", law.remedies, (remedy) => remedy.key, remedySchema),
    agencies: lay("agency", law.agencies, (agency) => agency.key, agencySchema),
    platforms: lay("platform", law.platforms, (platform) => platform.key, platformSchema),
    clocks: lay("clock", law.clocks, (clock) => clock.code, clockSchema),
    calendars: layDays(law.calendars, days, leftOut),
  };
  return { law: laid, leftOut };
}

/** Of each provision the version that counts. */
function newestOf(changes: readonly ProvisionChange[]): ProvisionChange[] {
  const byKey = new Map<string, ProvisionChange>();
  for (const change of changes) {
    const at = `${change.part} ${change.key}`;
    if ((byKey.get(at)?.version ?? 0) < change.version) byKey.set(at, change);
  }
  return [...byKey.values()].filter((provisionChange) => !isWithdrawn(provisionChange));
}

function layPart<T extends Sourced>(
  into: { part: AmendablePart; list: readonly T[]; idOf: (item: T) => string; shape: z.ZodType<T> },
  newest: readonly ProvisionChange[],
  leftOut: LeftOut[],
): readonly T[] {
  const ofPart = newest.filter((row) => row.part === into.part);
  if (ofPart.length === 0) return into.list;
  const known = new Set(into.list.map(into.idOf));
  for (const { part, key } of ofPart) {
    if (!known.has(key)) leftOut.push({ part, key, why: t("This release has no such provision.") });
  }
  return into.list.map((item) => {
    const row = ofPart.find((change) => change.key === into.idOf(item));
    if (!row) return item;
    const laid = layOne(item, row, into.shape);
    if (typeof laid !== "string") return laid;
    leftOut.push({ part: row.part, key: row.key, why: laid });
    return item;
  });
}

/** The provision as changed, or why the change does not fit. */
function layOne<T extends Sourced>(released: T, row: ProvisionChange, shape: z.ZodType<T>): T | string {
  const change = changeShapes[row.part].safeParse(row.change);
  if (!change.success) return z.prettifyError(change.error);
  const source = sourceSchema.safeParse(sourceOf(row));
  if (!source.success) return z.prettifyError(source.error);
  const laid = shape.safeParse({
    ...released,
    ...withoutNulledNote(onlyFieldsOf(row.change, change.data)),
    sources: [source.data, ...released.sources],
  });
  return laid.success ? laid.data : z.prettifyError(laid.error);
}

/** A shape fills in its defaults also for what was not changed: that stays as released. */
function onlyFieldsOf(changed: Record<string, unknown>, read: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(read).filter(([field]) => Object.hasOwn(changed, field)));
}

/** A note is taken away by null; the shape of the law knows it only as absent. */
function withoutNulledNote(change: Record<string, unknown>): Record<string, unknown> {
  return change.note === null ? { ...change, note: undefined } : change;
}

/** The administrator's source, in the shape that every page shows. */
function sourceOf(row: Pick<ProvisionChange, "reason" | "source" | "mark" | "checkedOn">): unknown {
  return { text: row.reason, source: row.source, marks: [row.mark], checkedOn: row.checkedOn };
}

function layDays(calendars: Law["calendars"], days: readonly ProclaimedDay[], leftOut: LeftOut[]): Law["calendars"] {
  const out = { ...calendars };
  for (const { calendar, day, name } of days) {
    const before = Object.hasOwn(out, calendar) ? out[calendar] : undefined;
    if (!before || !isCivilDate(day)) {
      leftOut.push({ part: "day", key: `${calendar} ${day}`, why: t("This release has no such calendar or day.") });
      continue;
    }
    out[calendar] = { ...before, proclaimed: [...before.proclaimed, { on: day, name }] };
  }
  return out;
}

/** The provision of a body of law, by part and key; null when it has none such. */
export function findProvision(part: AmendablePart, key: string, law: Law): Provision | null {
  const wrap = <P extends AmendablePart, T extends Sourced>(as: P, data: T | null) =>
    data && { part: as, key, data, sources: data.sources };
  if (part === "offence") return wrap(part, findOffence(key, law));
  if (part === "remedy") return wrap(part, findRemedy(key, law));
  if (part === "agency") return wrap(part, findAgency(key, law));
  if (part === "platform") return wrap(part, findPlatform(key, law));
  return wrap(part, findClock(key, law));
}

type Entered = z.output<typeof AmendProvision>;

/** The form's values, in the shape of the law data. */
export function enteredFields(input: Entered, released: Provision): Record<string, unknown> {
  if (input.part === "agency") {
    const kept = released.part === "agency" ? released.data.contacts : [];
    return { name: input.name, does: input.does, contacts: input.contacts.map((line) => contactOf(line, kept)) };
  }
  if (input.part === "platform") {
    const { victimRoute, reportPage, reportCategories } = input;
    return { victimRoute, reportPage, reportCategories };
  }
  if (input.part === "clock") {
    const limit = input.limitAmount === null ? null : { amount: input.limitAmount, unit: input.limitUnit };
    return { enabled: input.enabled === "yes", limit, limitNote: input.limitNote };
  }
  const { citation, inForce, inForceFrom, inForceUntil } = input;
  const force = { citation, inForce, inForceFrom, inForceUntil };
  if (input.part === "remedy") return force;
  const { maxPenalty, maxYears, listing, note } = input;
  return { ...force, maxPenalty, maxYears, listing, note };
}

type Contact = { label: string; value: string; href?: string | undefined };

/** `Switchboard: 012 000 0000`. A link is kept for what the release links, and made for nothing else. */
function contactOf(line: string, kept: readonly Contact[]): Contact {
  const at = line.indexOf(":");
  const label = line.slice(0, at).trim();
  const value = line.slice(at + 1).trim();
  return kept.find((contact) => contact.label === label && contact.value === value) ?? { label, value };
}

/** Only what differs from the release. A missing note equals an empty one. */
export function differing(released: Provision, entered: Record<string, unknown>): Record<string, unknown> {
  const before = released.data as Record<string, unknown>;
  const same = (field: string, value: unknown) => sameValue(before[field] ?? null, value);
  return Object.fromEntries(Object.entries(entered).filter(([field, value]) => !same(field, value)));
}

/** Whether two changes are equal, whatever the order of their fields; a withdrawn one is empty. */
export function sameChange(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return sameValue(isWithdrawn({ change: a }) ? {} : a, isWithdrawn({ change: b }) ? {} : b);
}

// The database returns the keys of an object in its own order.
function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
