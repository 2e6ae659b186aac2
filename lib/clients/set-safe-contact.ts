import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, clients } from "@/db/schema";
import { command } from "@/lib/access/command";
import { openVault } from "@/lib/access/vault";
import { enqueue } from "@/lib/jobs/queue";
import { civilDate } from "@/lib/platform/clock";
import { SetSafeContact } from "./input";
import { clientPlace } from "./rules";
import { findClient } from "./scope";

/** Replaces the protocol after it was talked through with the client, and notes that it was reviewed today. */
export const setSafeContact = command({
  needs: "case.write",
  input: SetSafeContact,
  async run(ctx, { clientId, ...contact }) {
    const client = await findClient(ctx, clientId);
    const vault = await openVault(ctx, client.keyId);
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
