import "server-only";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { may } from "@/lib/kernel/access/roles";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findClient } from "./access";
import { RevealClient } from "./input";
import { clientPlace } from "./rules";
import { contactFields, type Revealable, revealable } from "./types";

/**
 * Decrypts details for one view. The reason is stored; what was seen is not.
 * @returns each requested field, null if it is empty
 * @throws AppError not_found; invalid at `passkey` without fresh proof
 */
export const revealClient = command({
  needs: "case.write",
  input: RevealClient,
  rateLimit: "reveal",
  async run(ctx, { clientId, reason, fields }) {
    const client = await findClient(ctx, clientId);
    requireStepUp(ctx, "client.reveal");
    const vault = await openVault(ctx, client.keyId);
    const wanted = fields && fields.length > 0 ? fields : revealable;
    const asked = may(ctx.actor, "field.contact") ? wanted : wanted.filter((field) => !contactFields.includes(field));
    if (asked.length === 0) throw new AppError("forbidden", t("Not visible to your role"));
    const all: Record<Revealable, () => string | null> = {
      name: () => vault.openMaybe(clientPlace("name", clientId), client.name),
      identityNumber: () => vault.openMaybe(clientPlace("identity_number", clientId), client.identityNumber),
      phone: () => vault.openMaybe(clientPlace("phone", clientId), client.phone),
      email: () => vault.openMaybe(clientPlace("email", clientId), client.email),
      address: () => vault.openMaybe(clientPlace("address", clientId), client.address),
    };
    const value: Partial<Record<Revealable, string | null>> = Object.fromEntries(asked.map((f) => [f, all[f]()]));
    return {
      value,
      audit: { action: "client.revealed", subjectId: clientId, detail: { fields: [...asked], reason } },
    };
  },
});
