import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { caseSendings } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { findReferral } from "@/lib/casework/referrals/access";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { findSystemOf, mayLeave } from "./access";
import { SendCase } from "./input";
import { planOutgoing } from "./plan-outgoing";
import { bodyPlace, isCovered } from "./rules";

/**
 * Sends one case on purpose to the system of the service to which the client agreed, once for a referral: exactly what
 * was read. The worker carries it over.
 * @throws AppError not_found; invalid at `read`, and at `passkey` without fresh proof; conflict when the client did not
 * agree, when it is on its way or there, when the case may not leave, or when something changed since it was read
 */
export const sendCase = command({
  needs: "handover.deliver",
  input: SendCase,
  async run(ctx, { referralId, seen }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person sends a case."));
    const found = await lockCase(ctx, (await findReferral(ctx, referralId)).row.caseId);
    // Again under the lock: somebody may have withdrawn it meanwhile.
    const { row: referral } = await findReferral(ctx, referralId);
    requireStepUp(ctx, "case.send");
    if (!isCovered(referral))
      throw new AppError(
        "conflict",
        t("The client agreed to no such referral, or it was declined, ended or withdrawn."),
      );
    const system = await findSystemOf(ctx, referral.serviceId);
    if (!system) throw new AppError("conflict", t("This service has no system to which cases are sent."));
    if (!(await mayLeave(ctx, found.id)))
      throw new AppError("conflict", t("Nothing of this case may be sent to another system now."));
    const [out] = await ctx.db
      .select({ id: caseSendings.id })
      .from(caseSendings)
      .where(and(eq(caseSendings.referralId, referral.id), inArray(caseSendings.state, ["waiting", "sent"])));
    if (out) throw new AppError("conflict", t("It was sent already."));
    const vault = await openVault(ctx, found.keyId);
    const outgoing = planOutgoing({ found, referral, system, vault });
    if (outgoing.seen !== seen)
      throw new AppError("conflict", t("What would leave has changed since. Read it again before you send it."));
    const id = newId();
    const data = Object.fromEntries(outgoing.fields.map(({ name, value }) => [name, value]));
    await ctx.db.insert(caseSendings).values({
      id,
      orgId: ctx.orgId,
      caseId: found.id,
      systemId: system.id,
      referralId: referral.id,
      body: vault.seal(bodyPlace(id), JSON.stringify(data)),
      sentBy: memberId,
      askedAt: ctx.now,
    });
    await touchCase(ctx, found.id);
    await enqueue(ctx, "case.send", { sendingId: id });
    const detail = { referralId: referral.id, systemId: system.id, facts: outgoing.fields.map(({ fact }) => fact) };
    return { value: { id }, audit: { action: "sending.asked", subjectId: id, caseId: found.id, detail } };
  },
});
