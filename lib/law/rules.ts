import { z } from "zod";
import type { Law } from "@/lib/jurisdictions/rules";
import {
  agencySchema,
  clockSchema,
  type LegalSource,
  listings,
  offenceSchema,
  remedySchema,
  sourceSchema,
} from "@/lib/jurisdictions/types";
import { isCivilDate } from "@/lib/platform/calendar";
import type { AmendablePart, LeftOut, ProclaimedDay, ProvisionChange } from "./types";

/** The fields of each part that an administrator may set; an empty note is null. */
export const changeShapes = {
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
  clock: clockSchema.pick({ limit: true, limitText: true, enabled: true }).partial().strict(),
} as const satisfies Record<AmendablePart, z.ZodType>;

/** What a version holds that gives up all changes before it. */
export const backToRelease = { withdrawn: true } as const;

export function isWithdrawn(row: Pick<ProvisionChange, "change">): boolean {
  return row.change.withdrawn === true;
}

type Sourced = { sources: LegalSource[] };

/**
 * The law of the release with an organisation's own findings over it. What does not fit the release is left out.
 * Without findings it is the very same law.
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
    idOf: (one: T) => string,
    to: z.ZodType<T>,
  ) => layPart({ part, list, idOf, shape: to }, newest, leftOut);
  const laid: Law = {
    ...law,
    offences: lay("offence", law.offences, (one) => one.key, offenceSchema),
    remedies: lay("remedy", law.remedies, (one) => one.key, remedySchema),
    agencies: lay("agency", law.agencies, (one) => one.key, agencySchema),
    clocks: lay("clock", law.clocks, (one) => one.code, clockSchema),
    calendars: layDays(law.calendars, days, leftOut),
  };
  return { law: laid, leftOut };
}

/** Of each provision the version that counts. */
function newestOf(changes: readonly ProvisionChange[]): ProvisionChange[] {
  const byKey = new Map<string, ProvisionChange>();
  for (const one of changes) {
    const at = `${one.part} ${one.key}`;
    if ((byKey.get(at)?.version ?? 0) < one.version) byKey.set(at, one);
  }
  return [...byKey.values()].filter((one) => !isWithdrawn(one));
}

function layPart<T extends Sourced>(
  into: { part: AmendablePart; list: readonly T[]; idOf: (one: T) => string; shape: z.ZodType<T> },
  newest: readonly ProvisionChange[],
  leftOut: LeftOut[],
): readonly T[] {
  const ofPart = newest.filter((row) => row.part === into.part);
  if (ofPart.length === 0) return into.list;
  const known = new Set(into.list.map(into.idOf));
  for (const { part, key } of ofPart) {
    if (!known.has(key)) leftOut.push({ part, key, why: "This release has no such provision." });
  }
  return into.list.map((one) => {
    const row = ofPart.find((change) => change.key === into.idOf(one));
    if (!row) return one;
    const laid = layOne(one, row, into.shape);
    if (typeof laid !== "string") return laid;
    leftOut.push({ part: row.part, key: row.key, why: laid });
    return one;
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
    ...withoutNulledNote(change.data),
    sources: [source.data, ...released.sources],
  });
  return laid.success ? laid.data : z.prettifyError(laid.error);
}

/** A note is taken away by null; the shape of the law knows it only as absent. */
function withoutNulledNote(change: Record<string, unknown>): Record<string, unknown> {
  return change.note === null ? { ...change, note: undefined } : change;
}

/** The administrator's source, in the shape that every page shows. */
export function sourceOf(row: Pick<ProvisionChange, "reason" | "source" | "mark" | "checkedOn">): unknown {
  return { text: row.reason, source: row.source, marks: [row.mark], checkedOn: row.checkedOn };
}

function layDays(calendars: Law["calendars"], days: readonly ProclaimedDay[], leftOut: LeftOut[]): Law["calendars"] {
  const out = { ...calendars };
  for (const { calendar, day, name } of days) {
    const before = out[calendar];
    if (!before || !isCivilDate(day)) {
      leftOut.push({ part: "day", key: `${calendar} ${day}`, why: "This release has no such calendar or day." });
      continue;
    }
    out[calendar] = { ...before, proclaimed: [...before.proclaimed, { on: day, name }] };
  }
  return out;
}
