import "server-only";
import { and, eq } from "drizzle-orm";
import type { Sealed } from "@/db/columns";
import { cases, clients, dataKeys } from "@/db/schema";
import { isSealed } from "@/lib/platform/crypto/crypto";
import type { AuditEntry } from "./audit-entry";
import type { TxCtx } from "./ctx";
import { type Vault, vaultOf } from "./vault";

/** Entries with a reason typed by a person. All other details are ids, kinds, dates and our own words. */
const typed: readonly AuditEntry["action"][] = [
  "client.revealed",
  "client.told_apart",
  "case.risk_changed",
  "case.reopened",
  "step.skipped",
  "step.reopened",
  "reference.withdrawn",
  "reference.secret_revealed",
  "release.officer_taken_off",
  "release.revoked",
  "document.withdrawn",
  "packet.returned",
  "packet.withdrawn",
];

const place = (row: string) => ({ table: "entries", column: "reason", row });

/**
 * The log outlives the case, so text that a person typed is encrypted under the key of the case or client before it is
 * logged: destroying that key erases it, and the hash chain still verifies.
 */
export async function sealReason(ctx: TxCtx, entry: AuditEntry): Promise<AuditEntry> {
  const { reason } = entry.detail as { reason?: string };
  if (!reason || !typed.includes(entry.action)) return entry;
  const vault = await vaultFor(ctx, entry);
  const sealed = vault.seal(place(entry.caseId ?? entry.subjectId), reason);
  const detail: object = { ...entry.detail, reason: sealed };
  return Object.assign({ ...entry }, { detail }) as unknown as AuditEntry;
}

/** Decrypts it again; text from before encryption is returned as written. */
export function openReason(vault: Vault, row: string, reason: string): string {
  return isSealed(reason) ? vault.open(place(row), reason as Sealed) : reason;
}

async function vaultFor(ctx: TxCtx, { caseId, subjectId }: AuditEntry): Promise<Vault> {
  const table = caseId ? cases : clients;
  const [row] = await ctx.db
    .select({ keyId: table.keyId, wrapped: dataKeys.wrapped })
    .from(table)
    .leftJoin(dataKeys, eq(dataKeys.id, table.keyId))
    .where(and(eq(table.orgId, ctx.orgId), eq(table.id, caseId ?? subjectId)));
  if (!row) throw new Error("An entry with a reason is about no case and no client.");
  return vaultOf(ctx, row.keyId, row.wrapped);
}
