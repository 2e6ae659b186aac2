import { t } from "@/lib/platform/language/translate";
import "server-only";
import { recalls } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { Copy } from "./access";

/** @returns the log details */
export async function openRecall(ctx: TxCtx, copy: Copy, releaseId: string | null): Promise<AuditEntry> {
  const madeBy = ctx.actor.memberId;
  if (!madeBy) throw new AppError("forbidden", t("A person recalls a copy."));
  const id = newId();
  await ctx.db.insert(recalls).values({ id, orgId: ctx.orgId, ...copy, releaseId, madeBy, madeAt: ctx.now });
  return { action: "recall.made", subjectId: id, caseId: copy.caseId, detail: { packetId: copy.packetId } };
}
