import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { memberGrants } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findMember } from "@/lib/organisation/members/access";
import { AppError } from "@/lib/platform/errors";
import { EndGrant } from "./input";

/** Revokes the permission to decide on one's own packets. @throws AppError not_found; conflict if there is none */
export const endGrant = command({
  needs: "people.write",
  input: EndGrant,
  async run(ctx, { memberId }) {
    await findMember(ctx, memberId);
    const permission = "packet.decide_own";
    const [won] = await ctx.db
      .update(memberGrants)
      .set({ endedAt: ctx.now, endedBy: ctx.actor.memberId })
      .where(
        and(
          eq(memberGrants.orgId, ctx.orgId),
          eq(memberGrants.memberId, memberId),
          eq(memberGrants.permission, permission),
          isNull(memberGrants.endedAt),
        ),
      )
      .returning({ id: memberGrants.id });
    if (!won) throw new AppError("conflict", t("This person does not have the permission."));
    return { value: undefined, audit: { action: "member.grant_ended", subjectId: memberId, detail: { permission } } };
  },
});
