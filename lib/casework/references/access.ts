import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, exhibits, referenceKeys, referenceSecrets, references } from "@/db/schema";
import { findCase, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { duplicates, nearLabels } from "./labels";
import { displayReference, type Nearness, nearKeys, nearness } from "./rules";
import type { Oddity, ReadReference } from "./types";

/** A reference of a case this person may see. @throws AppError not_found */
export async function findReference(ctx: TxCtx, referenceId: string) {
  if (isId(referenceId)) {
    const [row] = await ctx.db
      .select()
      .from(references)
      .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId), ne(references.state, "withdrawn")));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such reference."));
}

/** A number that is awaited is none yet, however long. Postgres says the same. @throws AppError forbidden */
export function refuseOldReference(ctx: TxCtx, { state, recordedAt }: typeof references.$inferSelect): void {
  if (state !== "not_yet_issued") refuseOld(ctx, recordedAt);
}

/** A secret whose text still exists, with the case whose key decrypts it. @throws AppError not_found */
export async function findSecret(ctx: TxCtx, secretId: string) {
  if (isId(secretId)) {
    const [row] = await ctx.db
      .select()
      .from(referenceSecrets)
      .where(and(eq(referenceSecrets.orgId, ctx.orgId), eq(referenceSecrets.id, secretId)));
    if (row?.secret) return { ...row, secret: row.secret, found: await findCase(ctx, row.caseId) };
  }
  throw new AppError("not_found", t("No such secret."));
}

/** @throws AppError invalid on `proofExhibitId` */
export async function refuseForeignProof(ctx: TxCtx, caseId: string, exhibitId: string | undefined): Promise<void> {
  if (!exhibitId) return;
  const [row] = await ctx.db
    .select({ id: exhibits.id })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId)));
  const message = t("The proof is not an exhibit of this case.");
  if (!row) throw new AppError("invalid", message, { proofExhibitId: message });
}

export type Offered = {
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

export type Duplicates = { here: string | null; warnings: string[]; codes: Oddity[] };

/** The same number, and those that are nearly the same, as far as this person may know of them. */
export async function findDuplicates(
  ctx: TxCtx,
  offered: Pick<Offered, "caseId" | "kind" | "except">,
  read: Pick<ReadReference, "canonical" | "keys">,
  law: Law,
): Promise<Duplicates> {
  const kind = findReferenceKind(offered.kind, law);
  if (!kind) return { here: null, warnings: [], codes: [] };
  const rows = await likeRows(ctx, offered, nearKeys(kind, read.canonical, read.keys));
  const show = (row: (typeof rows)[number]) => displayReference(offered.kind, row.raw ?? "", row.canonical ?? "", law);
  const same = rows.filter((row) => row.canonical === read.canonical);
  const here = same.find((row) => row.caseId === offered.caseId);
  const there = same.filter((row) => row.caseId !== offered.caseId);
  const near = rows.flatMap((row) => {
    const how = nearness(kind, read.canonical, row.canonical ?? "");
    return how ? [{ row, how }] : [];
  });
  const messages = [
    ...there.slice(0, 3).map((row) => duplicates.elsewhere(show(row), row.code)),
    ...near.slice(0, 3).map(({ row, how }) => nearText(show(row), row.code, how, row.caseId === offered.caseId)),
  ];
  const codes: Oddity[] = [
    ...(there.length > 0 ? (["same_elsewhere"] as const) : []),
    ...(near.length > 0 ? (["near"] as const) : []),
  ];
  return { here: here ? show(here) : null, warnings: messages, codes };
}

function nearText(display: string, code: string, how: Nearness, isHere: boolean): string {
  return isHere ? duplicates.nearHere(display, nearLabels[how]) : duplicates.near(display, code, nearLabels[how]);
}

/** Visible, issued numbers of the kind under any of these keys; uses only the index on keys. */
async function likeRows(ctx: TxCtx, { kind, except }: Pick<Offered, "kind" | "except">, keys: readonly string[]) {
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
