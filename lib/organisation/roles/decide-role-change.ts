import "server-only";
import { eq } from "drizzle-orm";
import { roleChanges } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { detailOf, lockRoleChange } from "./access";
import { DecideRoleChange } from "./input";

/**
 * Another administrator or a supervisor, who neither asked for it nor is the person it is about, confirms a change of
 * roles, or anybody of them refuses it. It takes effect at the next request of each person it concerns.
 * @throws AppError not_found; forbidden for anybody who cannot be the second person; invalid on `passkey`; conflict if
 * it was decided
 */
export const decideRoleChange = command({
  needs: "roles.decide",
  input: DecideRoleChange,
  async run(ctx, { changeId, decision }) {
    const row = await lockRoleChange(ctx, changeId);
    if (row.state !== "waiting") throw new AppError("conflict", t("This was decided or taken back already."));
    const state = decision === "release" ? "confirmed" : "refused";
    if (state === "confirmed") {
      await requireSecondPerson(ctx, row.askedBy);
      if (row.memberId)
        await requireSecondPerson(ctx, row.memberId, { own: t("This is about you. Somebody else decides.") });
      requireStepUp(ctx, "role.change");
    }
    await ctx.db
      .update(roleChanges)
      .set({ state, decidedBy: ctx.actor.memberId, decidedAt: ctx.now })
      .where(eq(roleChanges.id, changeId));
    return {
      value: null,
      audit: {
        action: state === "confirmed" ? "role.change_confirmed" : "role.change_refused",
        subjectId: changeId,
        detail: detailOf(row),
      },
    };
  },
});
