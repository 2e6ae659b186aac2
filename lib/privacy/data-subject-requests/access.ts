import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, rightsRequests } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { RequestWords } from "./types";

export type RequestRow = typeof rightsRequests.$inferSelect;

export const requestPlace = (row: string) => ({ table: "rights_requests", column: "words", row });

/** The request, when this person may see it: by its case, or because it is theirs. @throws AppError not_found */
export async function findRequest(ctx: TxCtx, requestId: string): Promise<RequestRow> {
  const [row] = isId(requestId)
    ? await ctx.db
        .select()
        .from(rightsRequests)
        .where(and(eq(rightsRequests.orgId, ctx.orgId), eq(rightsRequests.id, requestId)))
    : [];
  if (!row) throw new AppError("not_found", t("No such request."));
  return row;
}

/** The same with its text, locked until this transaction ends. @throws AppError not_found */
export async function lockRequest(ctx: TxCtx, requestId: string) {
  await findRequest(ctx, requestId);
  const mine = and(eq(rightsRequests.orgId, ctx.orgId), eq(rightsRequests.id, requestId));
  const [row] = await ctx.db.select().from(rightsRequests).where(mine).for("update");
  if (!row) throw new AppError("not_found", t("No such request."));
  const vault = await openVault(ctx, row.keyId);
  const words = JSON.parse(vault.open(requestPlace(requestId), row.words)) as RequestWords;
  const write = async (change: Partial<RequestRow>, more: Partial<RequestWords> = {}) => {
    const sealed = vault.seal(requestPlace(requestId), JSON.stringify({ ...words, ...more }));
    await ctx.db
      .update(rightsRequests)
      .set({ ...change, words: sealed })
      .where(mine);
  };
  return { row, words, write };
}

/** A case that this person sees, by its number. @throws AppError invalid at `caseCode`, the same for none and not theirs */
export async function findCaseByCode(ctx: TxCtx, code: string) {
  const [row] = await ctx.db
    .select()
    .from(cases)
    .where(and(visibleCases(ctx), eq(cases.code, code)));
  if (row) return row;
  const message = t("You have no case with this number.");
  throw new AppError("invalid", message, { caseCode: message });
}

/** @throws AppError invalid at `field` for a day that has not come */
export function requireCome(ctx: TxCtx, field: string, on: CivilDate): void {
  if (on <= officeToday(ctx.now)) return;
  const wrong = t("Choose today or an earlier day.");
  throw new AppError("invalid", wrong, { [field]: wrong });
}
