import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { installationSteps } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addHours } from "@/lib/platform/time/clock";
import { hashCode } from "./access";
import { ProveMail } from "./input";
import { codeHours } from "./rules";

/** Records that the test mail arrived, by its code. @throws AppError conflict on `code` if it is not that of the last mail */
export const proveMail = command({
  needs: "people.write",
  input: ProveMail,
  async run(ctx, { code }) {
    const memberId = ctx.actor.memberId ?? ctx.orgId;
    const asked = and(
      eq(installationSteps.orgId, ctx.orgId),
      eq(installationSteps.step, "mail"),
      eq(installationSteps.codeHash, hashCode(ctx.orgId, code)),
      gt(installationSteps.codeAt, addHours(ctx.now, -codeHours)),
    );
    const rows = await ctx.db
      .update(installationSteps)
      .set({ provedAt: ctx.now })
      .where(asked)
      .returning({ step: installationSteps.step });
    const wrong = t("This is not the code of the last test mail. Compare it, or send another mail.");
    if (rows.length === 0) throw new AppError("conflict", wrong, { code: wrong });
    return { value: undefined, audit: { action: "installation.mail_proved", subjectId: memberId, detail: {} } };
  },
});
