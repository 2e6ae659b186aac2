import { t } from "@/lib/platform/language/translate";
import "server-only";
import { imageStops } from "@/db/schema";
import { stopRow } from "@/lib/casework/cases/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

/** Sets a stop if none is in force. The case must be locked. @returns its id */
export async function setStop(ctx: TxCtx, row: { id: string; keyId: string }, reason: string): Promise<string> {
  const setBy = ctx.actor.memberId;
  if (!setBy) throw new AppError("forbidden", t("A person sets a stop."));
  const vault = await openVault(ctx, row.keyId);
  const id = newId();
  await ctx.db
    .insert(imageStops)
    .values(stopRow(vault, { id, orgId: ctx.orgId, caseId: row.id, setBy, setAt: ctx.now }, reason));
  return id;
}
