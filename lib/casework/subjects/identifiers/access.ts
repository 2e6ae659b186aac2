import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { identifiers } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import type { Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { refuseUnconfirmed, requireExhibit } from "../access";
import { missingForConfirmed } from "../rules";
import { foldedValue, isKeyed } from "./rules";
import type { IdentifierKind } from "./types";

export type IdentifierRow = typeof identifiers.$inferSelect;

type Draft = {
  kind: IdentifierKind;
  value: string;
  confidence: string;
  linkReason: string | null;
  exhibitId: string | null;
  keepConfirmed: boolean;
};

export const valuePlace = (id: string) => ({ table: "identifiers", column: "value", row: id });

/** The identifiers of a case, in the order in which they were added. */
export async function identifiersOf(ctx: TxCtx, caseId: string): Promise<IdentifierRow[]> {
  return ctx.db
    .select()
    .from(identifiers)
    .where(and(eq(identifiers.orgId, ctx.orgId), eq(identifiers.caseId, caseId), isNull(identifiers.removedAt)))
    .orderBy(asc(identifiers.addedAt), asc(identifiers.id));
}

/** @throws AppError not_found for one of another case, and for a removed one */
export async function findIdentifier(ctx: TxCtx, caseId: string, identifierId: string): Promise<IdentifierRow> {
  const row = (await identifiersOf(ctx, caseId)).find((identifier) => identifier.id === identifierId);
  if (!row) throw new AppError("not_found", t("No such identifier."));
  return row;
}

/**
 * @throws AppError invalid on `exhibitId` for an exhibit of another case, on `linkReason` or `exhibitId` if a confirmed
 * link lacks them; conflict on `value` if the case already has it
 */
export async function refuseUnfit(
  ctx: TxCtx,
  caseId: string,
  vault: Vault,
  draft: Draft,
  others: readonly IdentifierRow[],
): Promise<void> {
  await requireExhibit(ctx, caseId, draft.exhibitId);
  refuseUnconfirmed(missingForConfirmed({ ...draft, hasExhibit: draft.exhibitId !== null }));
  const same = await alikeIn(ctx, vault, draft, others);
  if (same) {
    const message = t("This is on the board of the case already.");
    throw new AppError("conflict", message, { value: message });
  }
}

async function alikeIn(ctx: TxCtx, vault: Vault, draft: Draft, others: readonly IdentifierRow[]): Promise<boolean> {
  const tokens = await openTokens(ctx);
  const { kind } = draft;
  const fold = (value: string) => (isKeyed(kind) ? tokens.exact(kind, value).toString("hex") : foldedValue(value));
  const wanted = fold(draft.value);
  return others.some((other) => other.kind === kind && fold(vault.open(valuePlace(other.id), other.value)) === wanted);
}
