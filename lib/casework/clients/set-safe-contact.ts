import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, clients } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { civilDate } from "@/lib/platform/time/clock";
import { findClient } from "./access";
import { SetSafeContact } from "./input";
import { clientPlace } from "./rules";
import type { SafeContact } from "./types";

/**
 * Replaces the protocol after it was reviewed with the client, and records today's review. @throws AppError not_found;
 * ClashError
 */
export const setSafeContact = command({
  needs: "case.write",
  input: SetSafeContact,
  async run(ctx, { clientId, version, ...contact }) {
    const { keyId } = await findClient(ctx, clientId);
    const vault = await openVault(ctx, keyId);
    await bumpRecordVersion(ctx, { record: clientId, seen: version, now: () => currentContact(ctx, vault, clientId) });
    await ctx.db
      .update(clients)
      .set({
        safeContact: vault.seal(clientPlace("safe_contact", clientId), JSON.stringify(contact)),
        safeContactReviewedOn: civilDate(ctx.now, contact.zone),
      })
      .where(and(eq(clients.orgId, ctx.orgId), eq(clients.id, clientId)));
    const open = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.clientId, clientId));
    for (const { id } of open) await enqueue(ctx, "ladder.advance", { caseId: id });
    return {
      value: { id: clientId },
      audit: { action: "client.safe_contact_set", subjectId: clientId, detail: {} },
    };
  },
});

/** The current values, reread under the lock, by form field name. */
async function currentContact(ctx: TxCtx, vault: Vault, clientId: string) {
  const { safeContact } = await findClient(ctx, clientId);
  const {
    voicemail,
    never,
    sending: _,
    ...rest
  } = JSON.parse(vault.open(clientPlace("safe_contact", clientId), safeContact)) as SafeContact;
  return { ...rest, voicemail: voicemail ? "yes" : "no", never: never.join("\n") };
}
