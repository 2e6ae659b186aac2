import { t } from "@/lib/platform/language/translate";
import "server-only";
import { reminderWishes } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { SetWishes } from "./input";

/** Replaces the person's reminder settings. */
export const setWishes = command({
  needs: "own.settings",
  input: SetWishes,
  async run(ctx, input) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person has settings."));
    const wishes = { ...input, changedAt: ctx.now };
    await ctx.db
      .insert(reminderWishes)
      .values({ ...wishes, memberId, orgId: ctx.orgId })
      .onConflictDoUpdate({ target: reminderWishes.memberId, set: wishes });
    return { value: undefined, audit: { action: "wishes.set", subjectId: memberId, detail: { mails: input.mails } } };
  },
});
