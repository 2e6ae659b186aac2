import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { breaches } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { lockBreach } from "../access";
import { NoteRegulatorTold } from "../input";

/**
 * Records the day on which the regulator was notified through its portal, once. @throws AppError invalid at `on`;
 * conflict
 */
export const noteRegulatorTold = command({
  needs: "breach.write",
  input: NoteRegulatorTold,
  async run(ctx, { breachId, on, reference }) {
    const row = await lockBreach(ctx, breachId);
    if (row.regulatorToldOn) throw new AppError("conflict", t("The regulator was told already."));
    if (on > officeToday(ctx.now)) {
      const wrong = t("Choose today or an earlier day.");
      throw new AppError("invalid", wrong, { on: wrong });
    }
    await ctx.db
      .update(breaches)
      .set({ regulatorToldOn: on, regulatorReference: reference })
      .where(eq(breaches.id, breachId));
    return { value: null, audit: { action: "breach.regulator_told", subjectId: breachId, detail: { on } } };
  },
});
