import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, exhibits, referenceChanges, referenceKeys, referenceSecrets, references } from "@/db/schema";
import { findCase, visibleCases } from "@/lib/casework/cases/access";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { duplicates, nearLabels, refusals, withheld } from "./labels";
import { displayReference, type Nearness, nearKeys, nearness, readReference } from "./rules";
import type { Oddity, ReadReference } from "./types";
import { watchNumber } from "./watch-number";

/** A reference of a case this person may see. @throws AppError not_found */
export async function findReference(ctx: Scoped, referenceId: string) {
  if (isId(referenceId)) {
    const [row] = await ctx.db
      .select()
      .from(references)
      .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId), ne(references.state, "withdrawn")));
    if (row) return row;
  }
  throw new AppError("not_found", "No such reference.");
}

/** A secret that still has its words, with the case whose key opens it. @throws AppError not_found */
export async function findSecret(ctx: Scoped, secretId: string) {
  if (isId(secretId)) {
    const [row] = await ctx.db
      .select()
      .from(referenceSecrets)
      .where(and(eq(referenceSecrets.orgId, ctx.orgId), eq(referenceSecrets.id, secretId)));
    if (row?.secret) return { ...row, secret: row.secret, found: await findCase(ctx, row.caseId) };
  }
  throw new AppError("not_found", "No such secret.");
}

export const secretPlace = (row: string) => ({ table: "reference_secrets", column: "secret", row });

/** @throws AppError invalid on `proofExhibitId` */
export async function refuseForeignProof(ctx: Scoped, caseId: string, exhibitId: string | undefined): Promise<void> {
  if (!exhibitId) return;
  const [row] = await ctx.db
    .select({ id: exhibits.id })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId)));
  const said = "The proof is not an exhibit of this case.";
  if (!row) throw new AppError("invalid", said, { proofExhibitId: said });
}

type Offered = {
  caseId: string;
  kind: string;
  raw: string;
  station?: string | null;
  issuer?: string | null;
  today: string;
  keepAsTyped: boolean;
  seenDuplicate: boolean;
  /** The reference that is being corrected: it is not its own duplicate. */
  except?: string;
};

/**
 * Reads a number and looks for its like. What is odd, and what is known already, is said at its field until the
 * person has ticked that it shall be kept.
 * @throws AppError invalid when it looks odd; conflict when it is known
 */
export async function screenNumber(
  ctx: Scoped,
  offered: Offered,
  law: Law,
): Promise<{ read: ReadReference; warnings: Oddity[] }> {
  const kind = findReferenceKind(offered.kind, law);
  if (!kind) throw new AppError("invalid", "Choose a kind.", { kind: "Choose what kind of number this is." });
  const read = readReference(offered.kind, offered.raw, offered, law);
  if (!read) throw new AppError("invalid", "The number is missing.", { raw: refusals.empty(kind) });
  if (read.warnings.length > 0 && !offered.keepAsTyped) throw asOdd(read, law);
  const twins = await findTwins(ctx, offered, read, law);
  if (twins.here) {
    const said = duplicates.sameCase(twins.here);
    throw new AppError("conflict", said, { raw: said });
  }
  if (twins.said.length > 0 && !offered.seenDuplicate) {
    throw new AppError("conflict", "This number is known.", {
      raw: twins.said.join(" "),
      seenDuplicate: duplicates.seen,
    });
  }
  return { read, warnings: [...new Set([...read.warnings.map((each) => each.code), ...twins.codes])] };
}

/** What is odd about a number, at its fields, with what can be ticked; with a law, another kind is offered too. */
export function asOdd(read: ReadReference, law: Law | null): AppError {
  const fields: Record<string, string> = {};
  for (const { field, text } of read.warnings) fields[field] = fields[field] ? `${fields[field]} ${text}` : text;
  fields.keepAsTyped = refusals.keep;
  const key = read.warnings.find((each) => each.rather)?.rather;
  const rather = key && law ? findReferenceKind(key, law) : null;
  if (rather) fields.saveAs = refusals.rather(rather);
  return new AppError("invalid", "The number needs another look.", fields);
}

export type Twins = { here: string | null; said: string[]; codes: Oddity[] };

/** The same number, and those that are nearly the same, as far as this person may know of them. */
export async function findTwins(
  ctx: Scoped,
  offered: Pick<Offered, "caseId" | "kind" | "except">,
  read: Pick<ReadReference, "canonical" | "keys">,
  law: Law,
): Promise<Twins> {
  const kind = findReferenceKind(offered.kind, law);
  if (!kind) return { here: null, said: [], codes: [] };
  const rows = await likeRows(ctx, offered, nearKeys(kind, read.canonical, read.keys));
  const show = (row: (typeof rows)[number]) => displayReference(offered.kind, row.raw ?? "", row.canonical ?? "", law);
  const same = rows.filter((row) => row.canonical === read.canonical);
  const here = same.find((row) => row.caseId === offered.caseId);
  const there = same.filter((row) => row.caseId !== offered.caseId);
  const near = rows.flatMap((row) => {
    const how = nearness(kind, read.canonical, row.canonical ?? "");
    return how ? [{ row, how }] : [];
  });
  const said = [
    ...there.slice(0, 3).map((row) => duplicates.elsewhere(show(row), row.code)),
    ...near.slice(0, 3).map(({ row, how }) => nearText(show(row), row.code, how, row.caseId === offered.caseId)),
  ];
  const codes: Oddity[] = [
    ...(there.length > 0 ? (["same_elsewhere"] as const) : []),
    ...(near.length > 0 ? (["near"] as const) : []),
  ];
  return { here: here ? show(here) : null, said, codes };
}

function nearText(display: string, code: string, how: Nearness, isHere: boolean): string {
  return isHere ? duplicates.nearHere(display, nearLabels[how]) : duplicates.near(display, code, nearLabels[how]);
}

/** Visible, issued numbers of the kind under any of these keys: every look-up is by the index of the keys. */
async function likeRows(ctx: Scoped, { kind, except }: Pick<Offered, "kind" | "except">, keys: readonly string[]) {
  if (keys.length === 0) return [];
  return ctx.db
    .selectDistinct({
      id: references.id,
      caseId: references.caseId,
      code: cases.code,
      raw: references.raw,
      canonical: references.canonical,
    })
    .from(referenceKeys)
    .innerJoin(references, and(eq(references.orgId, referenceKeys.orgId), eq(references.id, referenceKeys.referenceId)))
    .innerJoin(cases, and(eq(cases.orgId, references.orgId), eq(cases.id, references.caseId)))
    .where(
      and(
        eq(referenceKeys.orgId, ctx.orgId),
        among(referenceKeys.key, [...keys]),
        eq(references.kind, kind),
        eq(references.state, "issued"),
        except ? ne(references.id, except) : undefined,
        visibleCases(ctx),
      ),
    )
    .limit(100);
}

type NewReference = Omit<typeof references.$inferInsert, "orgId" | "recordedBy" | "recordedAt"> & {
  keys: readonly string[];
};

/**
 * Writes a reference, the spellings that find it, and the first line of its history. That a hidden case has the number
 * too is told to those who keep it, and to nobody else.
 */
export async function writeReference(ctx: Scoped, { keys, ...row }: NewReference): Promise<void> {
  const by = { orgId: ctx.orgId, recordedBy: ctx.actor.memberId, recordedAt: ctx.now };
  if (row.state === "issued" && row.canonical) await watchNumber(ctx, { kind: row.kind, canonical: row.canonical });
  await ctx.db.insert(references).values({ ...row, ...by });
  await writeKeys(ctx, { caseId: row.caseId, referenceId: row.id, handoverId: row.handoverId ?? null, keys });
  await noteChange(ctx, { ...row, change: "recorded", before: {}, after: row, reason: null });
}

type Keys = { caseId: string; referenceId: string; handoverId: string | null; keys: readonly string[] };

/** Replaces the spellings of one reference. */
export async function writeKeys(ctx: Scoped, { keys, ...owner }: Keys): Promise<void> {
  await ctx.db
    .delete(referenceKeys)
    .where(and(eq(referenceKeys.orgId, ctx.orgId), eq(referenceKeys.referenceId, owner.referenceId)));
  const rows = [...new Set(keys)].map((key) => ({ orgId: ctx.orgId, key, ...owner }));
  if (rows.length > 0) await ctx.db.insert(referenceKeys).values(rows);
}

/** What a history tells of. The note stands in the list already and may be long, so only that it changed is kept. */
const told = ["state", "canonical", "raw", "issuer", "holder", "issuedOn", "receivedVia", "receivedOn"] as const;

const defined = <T extends object>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

/**
 * The number stands in the history as it is shown, not as it is compared. One that seemed to hold a PIN does not stand
 * there at all: the history is never removed, and the PIN is to go when the number is mended.
 */
function toldOf(kind: string, row: Partial<typeof references.$inferInsert>) {
  const all = Object.fromEntries(told.map((field) => [field, row[field] ?? null]));
  const { canonical = null } = row;
  if (row.warnings?.includes("secret")) {
    return { ...all, raw: withheld, canonical: withheld } as Record<(typeof told)[number], string | null>;
  }
  const shown = canonical === null ? null : displayReference(kind, row.raw ?? "", canonical);
  return { ...all, canonical: shown } as Record<(typeof told)[number], string | null>;
}

type Change = {
  id: string;
  caseId: string;
  change: "recorded" | "amended" | "withdrawn";
  before: Partial<typeof references.$inferInsert>;
  after: Partial<typeof references.$inferInsert>;
  reason: string | null;
};

/** Adds to the history of a number, which only grows. */
export async function noteChange(ctx: Scoped, { id, caseId, change, before, after, reason }: Change): Promise<void> {
  const kind = before.kind ?? after.kind ?? "";
  const [was, is] = [toldOf(kind, before), toldOf(kind, { ...before, ...defined(after) })];
  const fields = told.flatMap((field) =>
    was[field] === is[field] ? [] : [{ field, before: was[field], after: is[field] }],
  );
  const by = { recordedBy: ctx.actor.memberId, recordedAt: ctx.now };
  await ctx.db
    .insert(referenceChanges)
    .values({ id: newId(), orgId: ctx.orgId, caseId, referenceId: id, change, fields, reason, ...by });
}
