import "server-only";
import { and, eq } from "drizzle-orm";
import { clients } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findClient } from "./access";
import { AgreeSending } from "./input";
import { clientPlace, openParts } from "./rules";
import type { SafeContact } from "./types";

/**
 * Records what the system itself may send to a client, as agreed with her: on which channels, days and hours. It belongs
 * to the protocol that stands now: when that is replaced, nothing is sent until it is agreed again.
 * @throws AppError not_found; invalid; conflict while a part of the protocol is open
 */
export const agreeSending = command({
  needs: "case.write",
  input: AgreeSending,
  async run(ctx, { clientId, ...sending }) {
    const { keyId, safeContact } = await findClient(ctx, clientId);
    const vault = await openVault(ctx, keyId);
    const place = clientPlace("safe_contact", clientId);
    const { sending: _, ...contact } = JSON.parse(vault.open(place, safeContact)) as SafeContact;
    const isOn = sending.sms || sending.email;
    if (isOn && openParts(contact).length > 0) {
      throw new AppError("conflict", t("Agree the whole safe-contact protocol with the client first."));
    }
    const agreed: SafeContact = isOn ? { ...contact, sending } : contact;
    await ctx.db
      .update(clients)
      .set({ safeContact: vault.seal(place, JSON.stringify(agreed)) })
      .where(and(eq(clients.orgId, ctx.orgId), eq(clients.id, clientId)));
    const detail = { sms: sending.sms, email: sending.email };
    return { value: { isOn }, audit: { action: "client.sending_agreed", subjectId: clientId, detail } };
  },
});
