import "server-only";
import { mayShowMinor, stopByRecord } from "@/lib/casework/cases/rules";
import { findClient } from "@/lib/casework/clients/access";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { isStopped } from "./access";
import { setStop } from "./set-stop";

/** For an incident that may involve an intimate image of a minor: sets the stop if none is in force. */
export async function stopForMinor(
  ctx: TxCtx,
  row: { id: string; keyId: string; clientId: string },
  nature: string,
): Promise<AuditEntry[]> {
  if (!mayShowMinor(nature, (await findClient(ctx, row.clientId)).isMinor)) return [];
  if (await isStopped(ctx, row.id)) return [];
  const id = await setStop(ctx, row, stopByRecord);
  return [{ action: "images.stopped", subjectId: id, caseId: row.id, detail: { by: "record" } }];
}
