import "server-only";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { lockCase } from "../access";
import { ClosePastCase } from "../input";
import { onThatDay, refuseOddDays } from "../rules";
import { writeClosing } from "../write-closing";

/**
 * Closes an imported case on the date it ended elsewhere. The person who imports it is responsible for that.
 * @throws AppError invalid for a date before it was opened or in the future; conflict if it is already closed
 */
export const closePastCase = command({
  needs: "case.import",
  input: ClosePastCase,
  async run(ctx, { caseId, closedOn, outcome, note }) {
    const row = await lockCase(ctx, caseId);
    const zone = findPlaybook(row.pair, row.playbookVersion, await readLaw(ctx))?.home.zone ?? "UTC";
    const day = closedOn ?? civilDate(ctx.now, zone);
    refuseOddDays({ openedOn: civilDate(row.openedAt, zone), closedOn: day, outcome }, zone, ctx.now);
    const closedAt = new Date(Math.max(onThatDay(day, zone, ctx.now).getTime(), row.openedAt.getTime()));
    const counted = await writeClosing(ctx, row, { closedAt, outcome, note });
    return {
      value: { id: caseId },
      audit: { action: "case.closed", subjectId: caseId, caseId, detail: { outcome: counted, closedOn: day } },
    };
  },
});
