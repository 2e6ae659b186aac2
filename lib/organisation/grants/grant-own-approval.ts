import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { memberGrants } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { findMember } from "@/lib/organisation/members/access";
import { openStaffVault } from "@/lib/organisation/members/open-staff-vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { GrantOwnApproval } from "./input";

/**
 * Permits one supervisor to decide on packets that they drafted themselves, with the reason. Nobody can grant it to
 * themselves. Postgres enforces the same when a packet is decided.
 * @throws AppError not_found; conflict for anybody who is not a supervisor, and if they already have it
 */
export const grantOwnApproval = command({
  needs: "people.write",
  input: GrantOwnApproval,
  async run(ctx, { memberId, reason }) {
    const person = await findMember(ctx, memberId);
    if (person.role !== "supervisor") throw new AppError("conflict", t("Only a supervisor approves packets."));
    requireStepUp(ctx, "member.grant");
    await requireSecondPerson(ctx, memberId, {
      own: t("You cannot give this permission to yourself."),
      code: "conflict",
    });
    const permission = "packet.decide_own";
    const live = and(eq(memberGrants.permission, permission), isNull(memberGrants.endedAt));
    const has = await ctx.db.$count(memberGrants, and(eq(memberGrants.memberId, memberId), live));
    if (has > 0) throw new AppError("conflict", t("This person has the permission already."));
    const id = newId();
    const vault = await openStaffVault(ctx);
    const sealed = vault.seal({ table: "member_grants", column: "reason", row: id }, reason);
    const granted = { grantedBy: ctx.actor.memberId ?? "", grantedAt: ctx.now };
    await ctx.db
      .insert(memberGrants)
      .values({ id, orgId: ctx.orgId, memberId, permission, reason: sealed, keyId: vault.keyId, ...granted });
    return { value: { id }, audit: { action: "member.granted", subjectId: memberId, detail: { permission } } };
  },
});
