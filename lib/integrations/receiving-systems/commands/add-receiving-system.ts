import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { receivingSystems } from "@/db/schema";
import { findService } from "@/lib/casework/services/access";
import { refuseOwnAddress } from "@/lib/integrations/webhooks/access";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { createVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { AddReceivingSystem } from "../input";
import { mappedFacts, systemPlace } from "../rules";

/**
 * Names the system of a service, and which of our facts goes into which field of theirs. Nothing leaves by it until a
 * caseworker sends one case whose client agreed to that service.
 * @throws AppError not_found; invalid at the field, and at `passkey` without fresh proof; conflict when the service has one
 */
export const addReceivingSystem = command({
  needs: "integration.write",
  input: AddReceivingSystem,
  async run(ctx, { serviceId, address, userName, systemPassword, mapping }) {
    requireStepUp(ctx, "webhook.write");
    refuseOwnAddress(address);
    const service = await findService(ctx, serviceId);
    const [taken] = await ctx.db
      .select({ id: receivingSystems.id })
      .from(receivingSystems)
      .where(
        and(
          eq(receivingSystems.orgId, ctx.orgId),
          eq(receivingSystems.serviceId, service.id),
          isNull(receivingSystems.offAt),
        ),
      );
    if (taken) throw new AppError("conflict", t("This service has a system already. Turn it off first."));
    const id = newId();
    const vault = await createVault(ctx, "webhook");
    const facts = mappedFacts(mapping);
    await ctx.db.insert(receivingSystems).values({
      id,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      serviceId: service.id,
      address: vault.seal(systemPlace(id, "address"), address),
      userName: vault.seal(systemPlace(id, "user_name"), userName),
      password: vault.seal(systemPlace(id, "password"), systemPassword),
      mapping: Object.fromEntries(facts.map((fact) => [fact, mapping[fact]])),
      addedBy: ctx.actor.memberId ?? "",
      addedAt: ctx.now,
    });
    return { value: { id }, audit: { action: "receiving_system.added", subjectId: id, detail: { facts } } };
  },
});
