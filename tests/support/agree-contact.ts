import { eq } from "drizzle-orm";
import { cases, clients } from "@/db/schema";
import { clientPlace } from "@/lib/casework/clients/rules";
import type { SafeContact } from "@/lib/casework/clients/types";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";

/** Every page of a case says how its client may be reached, which planted clients do not know. */
export async function agreeContact(ctx: Ctx, caseId: string): Promise<void> {
  const contact: SafeContact = {
    channel: "WhatsApp text only",
    hours: "weekdays 09:00 to 15:00",
    zone: "Africa/Johannesburg",
    voicemail: false,
    deviceSeenBy: "nobody",
    codeWord: null,
    never: [],
    subjectLine: "An appointment",
  };
  await withTransaction(ctx, "read write", async (scoped) => {
    const [row] = await scoped.db
      .select({ id: clients.id, keyId: clients.keyId })
      .from(cases)
      .innerJoin(clients, eq(clients.id, cases.clientId))
      .where(eq(cases.id, caseId));
    if (!row) throw new Error("The client of the case was not found.");
    const vault = await openVault(scoped, row.keyId);
    const safeContact = vault.seal(clientPlace("safe_contact", row.id), JSON.stringify(contact));
    await scoped.db.update(clients).set({ safeContact }).where(eq(clients.id, row.id));
  });
}
