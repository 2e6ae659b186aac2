import "server-only";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { cases, exhibits, members, referenceKeys, references } from "@/db/schema";
import { query } from "@/lib/access/query";
import { findCase, visibleCases } from "@/lib/cases/scope";
import { findReferenceKind } from "@/lib/jurisdictions/rules";
import { displayReference, lookupKeys } from "./rules";

export type ReferenceView = {
  id: string;
  kind: string;
  label: string;
  state: "issued" | "not_yet_issued";
  display: string | null;
  raw: string | null;
  issuer: string | null;
  issuedOn: string | null;
  receivedVia: string | null;
  receivedOn: string | null;
  proof: string | null;
  note: string | null;
  /** True when a liaison wrote it in from the other side of a handover. */
  fromHandover: boolean;
  recordedBy: string | null;
  recordedAt: Date;
};

function shown(row: { kind: string; raw: string | null; canonical: string | null }): string | null {
  return row.canonical ? displayReference(row.kind, row.raw ?? "", row.canonical) : null;
}

/** Every number of a case, oldest first; withdrawn ones are left to the history. */
export const listReferences = query("case.read", async (ctx, caseId: string): Promise<ReferenceView[]> => {
  await findCase(ctx, caseId);
  const rows = await ctx.db
    .select({ row: references, proof: exhibits.number, by: members.name })
    .from(references)
    .leftJoin(exhibits, eq(exhibits.id, references.proofExhibitId))
    .leftJoin(members, eq(members.id, references.recordedBy))
    .where(and(eq(references.orgId, ctx.orgId), eq(references.caseId, caseId), ne(references.state, "withdrawn")))
    .orderBy(asc(references.recordedAt), asc(references.id));
  return rows.map(({ row, proof, by }) => ({
    id: row.id,
    kind: row.kind,
    label: findReferenceKind(row.kind)?.label ?? row.kind,
    state: row.state === "issued" ? "issued" : "not_yet_issued",
    display: shown(row),
    raw: row.raw,
    issuer: row.issuer,
    issuedOn: row.issuedOn,
    receivedVia: row.receivedVia,
    receivedOn: row.receivedOn,
    proof: proof === null ? null : `E-${String(proof).padStart(2, "0")}`,
    note: row.note,
    fromHandover: row.handoverId !== null,
    recordedBy: by,
    recordedAt: row.recordedAt,
  }));
});

export type NumberMatch = {
  caseId: string;
  code: string;
  pseudonym: string;
  kind: string;
  label: string;
  display: string;
};

/** The cases that hold a number, however it was typed or pasted. At most 20, the most telling spelling first. */
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
    .where(and(eq(referenceKeys.orgId, ctx.orgId), inArray(referenceKeys.key, keys), visibleCases(ctx)))
    .limit(60);
  const ranked = rows.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  const once = ranked.filter((row, i) => ranked.findIndex((other) => other.id === row.id) === i);
  return once.slice(0, 20).map(({ key, id, raw, canonical, ...row }) => ({
    ...row,
    display: shown({ kind: row.kind, raw, canonical }) ?? "",
    label: findReferenceKind(row.kind)?.label ?? row.kind,
  }));
});
