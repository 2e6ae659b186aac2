import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { AppError } from "@/lib/platform/errors";
import { AllowPasskey } from "../input";

/**
 * A second person approves one waiting passkey, once: from then on it counts as any other. Postgres checks whose it is,
 * that it is not their own, and that neither admitted the other.
 * @throws AppError conflict for anybody who cannot be the second person, and if it is not waiting any more; invalid at
 * `passkey` without a passkey of one's own
 */
export const allowPasskey = command({
  needs: "audit.read",
  input: AllowPasskey,
  async run(ctx, { passkeyId, madeSure }) {
    requireStepUp(ctx, "factor.allow");
    const [waiting] = await ctx.db.execute<{ whose: string }>(
      sql`select member_id as whose from auth.list_waiting() where passkey_id = ${passkeyId}::uuid`,
    );
    if (!waiting) throw new AppError("conflict", t("It is no longer waiting."));
    await requireSecondPerson(ctx, waiting.whose, {
      own: t("This is your own passkey: somebody else has to allow it."),
      code: "conflict",
    });
    const [row] = await ctx.db.execute<{ whose: string | null }>(
      sql`select auth.allow_passkey(${passkeyId}::uuid) as whose`,
    );
    if (!row?.whose) throw new AppError("conflict", t("It is no longer waiting."));
    return {
      value: { memberId: row.whose },
      audit: { action: "factor.passkey_allowed", subjectId: row.whose, detail: { madeSure } },
    };
  },
});
