import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, exhibits, members, referenceChanges, referenceKeys, referenceSecrets, references } from "@/db/schema";
import { findCase, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { type Paged, sliceOf } from "@/lib/platform/paging";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { countsAsIssued, lookupKeys, shownNumber } from "./rules";
import { isOddity, type Oddity } from "./types";

export type ReferenceView = {
  id: string;
  kind: string;
  label: string;
  state: "issued" | "not_yet_issued";
  display: string | null;
  raw: string | null;
  issuer: string | null;
  /** Who has the document, the message or the screen. */
  holder: string | null;
  issuedOn: string | null;
  receivedVia: string | null;
  receivedOn: string | null;
  proof: string | null;
  proofExhibitId: string | null;
  note: string | null;
  /** The warnings that were confirmed. */
  warnings: Oddity[];
  /** False for a stored text that is not a number of its kind: it completes no step. */
  counts: boolean;
  /** True when a liaison wrote it in from the other side of a handover. */
  fromHandover: boolean;
  recordedBy: string | null;
  recordedAt: Date;
};

type Joined = { row: typeof references.$inferSelect; proof: number | null; by: string | null };

function viewOf({ row, proof, by }: Joined): ReferenceView {
  return {
    id: row.id,
    kind: row.kind,
    label: findReferenceKind(row.kind)?.label ?? row.kind,
    state: row.state === "issued" ? "issued" : "not_yet_issued",
    display: shownNumber(row),
    raw: row.raw,
    issuer: row.issuer,
    holder: row.holder,
    issuedOn: row.issuedOn,
    receivedVia: row.receivedVia,
    receivedOn: row.receivedOn,
    proof: proof === null ? null : `E-${String(proof).padStart(2, "0")}`,
    proofExhibitId: row.proofExhibitId,
    note: row.note,
    // Earlier releases kept a mark that a hidden case has the number too; it is not shown.
    warnings: row.warnings.filter(isOddity),
    counts: countsAsIssued(row),
    fromHandover: row.handoverId !== null,
    recordedBy: by,
    recordedAt: row.recordedAt,
  };
}

/** Every number of a case, oldest first; withdrawn ones are left to the history. */
export const listReferences = query("case.read", async (ctx, caseId: string): Promise<ReferenceView[]> => {
  await findCase(ctx, caseId);
  return (await asRecorded(ctx, caseId)).map(viewOf);
});

/** One page of the same. @throws AppError not_found */
export const listReferencePage = query(
  "case.read",
  async (ctx, caseId: string, asked: number): Promise<Paged<ReferenceView>> => {
    const { id } = await findCase(ctx, caseId);
    const total = await ctx.db.$count(references, held(ctx, id));
    const { page, offset, limit } = sliceOf(asked, total);
    const rows = await asRecorded(ctx, id).limit(limit).offset(offset);
    return { rows: rows.map(viewOf), page, total };
  },
);

const held = (ctx: TxCtx, caseId: string) =>
  and(eq(references.orgId, ctx.orgId), eq(references.caseId, caseId), ne(references.state, "withdrawn"));

function asRecorded(ctx: TxCtx, caseId: string) {
  return ctx.db
    .select({ row: references, proof: exhibits.number, by: members.name })
    .from(references)
    .leftJoin(exhibits, eq(exhibits.id, references.proofExhibitId))
    .leftJoin(members, eq(members.id, references.recordedBy))
    .where(held(ctx, caseId))
    .orderBy(asc(references.recordedAt), asc(references.id))
    .$dynamic();
}

export type ReferenceChange = {
  id: string;
  change: "recorded" | "amended" | "withdrawn";
  fields: { field: string; before: string | null; after: string | null }[];
  reason: string | null;
  by: string | null;
  at: Date;
};

export type SecretView = { id: string; label: string; by: string | null; at: Date; destroyed: boolean };

export type ReferencePage = ReferenceView & {
  caseId: string;
  withdrawn: boolean;
  history: ReferenceChange[];
  secrets: SecretView[];
};

/** One number with its history and its secrets, which stay encrypted. @throws AppError not_found */
export const getReference = query("case.read", async (ctx, referenceId: string): Promise<ReferencePage> => {
  const [found] = isId(referenceId)
    ? await ctx.db
        .select({ row: references, proof: exhibits.number, by: members.name })
        .from(references)
        .leftJoin(exhibits, eq(exhibits.id, references.proofExhibitId))
        .leftJoin(members, eq(members.id, references.recordedBy))
        .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId)))
    : [];
  if (!found) throw new AppError("not_found", t("No such reference."));
  await findCase(ctx, found.row.caseId);
  const history = await ctx.db
    .select({ row: referenceChanges, by: members.name })
    .from(referenceChanges)
    .leftJoin(members, eq(members.id, referenceChanges.recordedBy))
    .where(and(eq(referenceChanges.orgId, ctx.orgId), eq(referenceChanges.referenceId, referenceId)))
    .orderBy(asc(referenceChanges.recordedAt), asc(referenceChanges.id));
  return {
    ...viewOf(found),
    caseId: found.row.caseId,
    withdrawn: found.row.state === "withdrawn",
    history: history.map(({ row, by }) => {
      const { id, change, fields, reason, recordedAt: at } = row;
      return { id, change, fields, reason, by, at };
    }),
    secrets: await listSecrets(ctx, referenceId),
  };
});

async function listSecrets(ctx: TxCtx, referenceId: string): Promise<SecretView[]> {
  const rows = await ctx.db
    .select({
      id: referenceSecrets.id,
      label: referenceSecrets.label,
      by: members.name,
      at: referenceSecrets.storedAt,
      destroyedAt: referenceSecrets.destroyedAt,
    })
    .from(referenceSecrets)
    .leftJoin(members, eq(members.id, referenceSecrets.storedBy))
    .where(and(eq(referenceSecrets.orgId, ctx.orgId), eq(referenceSecrets.referenceId, referenceId)))
    .orderBy(asc(referenceSecrets.storedAt), asc(referenceSecrets.id));
  return rows.map(({ destroyedAt, ...row }) => ({ ...row, destroyed: destroyedAt !== null }));
}

/** The exhibits of a case that may prove a number, newest first: by label and date, never by their text. */
export const listProofs = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ value: string; label: string }[]> => {
    await findCase(ctx, caseId);
    const rows = await ctx.db
      .select({ id: exhibits.id, number: exhibits.number, at: exhibits.receivedAt })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId)))
      .orderBy(desc(exhibits.number))
      .limit(200);
    return rows.map(({ id, number, at }) => ({
      value: id,
      label: t("E-{value}, received {formatDate}", {
        value: String(number).padStart(2, "0"),
        formatDate: formatDate(civilDate(at, "UTC")),
      }),
    }));
  },
);

export type NumberMatch = {
  caseId: string;
  code: string;
  pseudonym: string;
  kind: string;
  label: string;
  display: string;
};

/** The cases that have a number, however it was typed or pasted. At most 20, the most specific spelling first. */
export const findByNumber = query("case.read", async (ctx, text: string): Promise<NumberMatch[]> => {
  const keys = lookupKeys(text);
  if (keys.length === 0) return [];
  const rows = await ctx.db
    .select({
      caseId: cases.id,
      code: cases.code,
      pseudonym: cases.pseudonym,
      kind: references.kind,
      raw: references.raw,
      canonical: references.canonical,
      key: referenceKeys.key,
      id: references.id,
    })
    .from(referenceKeys)
    .innerJoin(references, eq(references.id, referenceKeys.referenceId))
    .innerJoin(cases, eq(cases.id, references.caseId))
    .where(and(eq(referenceKeys.orgId, ctx.orgId), among(referenceKeys.key, keys), visibleCases(ctx)))
    .limit(60);
  const ranked = rows.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  const once = ranked.filter((row, i) => ranked.findIndex((other) => other.id === row.id) === i);
  return once.slice(0, 20).map(({ key, id, raw, canonical, ...row }) => ({
    ...row,
    display: shownNumber({ kind: row.kind, raw, canonical }) ?? "",
    label: findReferenceKind(row.kind)?.label ?? row.kind,
  }));
});
