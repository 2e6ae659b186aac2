import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { AppError } from "@/lib/platform/errors";
import { UnlockCodes } from "../input";

/**
 * Unlocks another person's authenticator codes after a hundred wrong ones in a row.
 * @throws AppError conflict for anybody who cannot be the second person, and if they are not locked; invalid at
 * `passkey` without a passkey
 */
export const unlockCodes = command({
  needs: "audit.read",
  input: UnlockCodes,
  async run(ctx, { memberId, madeSure }) {
    requireStepUp(ctx, "factor.allow");
    await requireSecondPerson(ctx, memberId, {
      own: t("These are your own codes: somebody else has to unlock them."),
      code: "conflict",
    });
    const [row] = await ctx.db.execute<{ done: boolean }>(sql`select auth.unlock_codes(${memberId}::uuid) as done`);
    if (!row?.done) throw new AppError("conflict", t("They are not locked."));
    return { value: undefined, audit: { action: "factor.totp_unlocked", subjectId: memberId, detail: { madeSure } } };
  },
});
