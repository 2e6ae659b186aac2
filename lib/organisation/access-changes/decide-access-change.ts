import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { accessChanges } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { AppError } from "@/lib/platform/errors";
import { findPerson, lockAccessChange } from "./access";
import { DecideAccessChange } from "./input";

/**
 * A supervisor who neither requested it nor benefits from it approves access to cases, or any supervisor rejects it. A
 * role takes effect at the person's next request; a link from now on, for three days. Approval requires fresh proof.
 * @throws AppError not_found; forbidden for anybody who cannot be the second person; invalid on `passkey`; conflict if
 * it was decided
 */
export const decideAccessChange = command({
  needs: "access.decide",
  input: DecideAccessChange,
  async run(ctx, { changeId, decision }) {
    const row = await lockAccessChange(ctx, changeId);
    if (row.state !== "waiting") throw new AppError("conflict", t("This was decided or taken back already."));
    const { kind, role, memberId, askedBy } = row;
    const detail = { kind, role, ...(memberId ? { memberId } : {}) };
    const decided = { decidedBy: ctx.actor.memberId, decidedAt: ctx.now };
    const mine = eq(accessChanges.id, changeId);
    if (decision === "refuse") {
      await ctx.db
        .update(accessChanges)
        .set({ state: "refused", ...decided })
        .where(mine);
      return { value: null, audit: { action: "member.access_refused", subjectId: changeId, detail } };
    }
    await requireSecondPerson(ctx, askedBy);
    if (memberId)
      await requireSecondPerson(ctx, memberId, { own: t("This is about you. Another supervisor decides.") });
    requireStepUp(ctx, "access.release");
    const person = memberId ? await findPerson(ctx, memberId) : null;
    await ctx.db
      .update(accessChanges)
      .set({ state: "released", ...decided })
      .where(mine);
    const released: AuditEntry = { action: "member.access_released", subjectId: changeId, detail };
    if (kind !== "role" || !person) return { value: null, audit: released };
    const change = { from: person.role, to: role, askedBy };
    return {
      value: null,
      audit: [released, { action: "member.role_changed", subjectId: person.id, detail: change }],
    };
  },
});
