import "server-only";
import { and, eq } from "drizzle-orm";
import { incidentExhibits } from "@/db/schema";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { TieExhibit } from "./input";
import { findExhibit } from "./scope";

/** Takes back that an exhibit shows an incident. @throws AppError conflict when it was not tied to it */
export const untieExhibit = command({
  needs: "case.write",
  input: TieExhibit,
  async run(ctx, { exhibitId, incidentId }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    const tie = and(eq(incidentExhibits.incidentId, incidentId), eq(incidentExhibits.exhibitId, exhibitId));
    const gone = await ctx.db
      .delete(incidentExhibits)
      .where(and(eq(incidentExhibits.orgId, ctx.orgId), tie))
      .returning({ incidentId: incidentExhibits.incidentId });
    if (gone.length === 0) throw new AppError("conflict", "This exhibit is not tied to that incident.");
    await touchCase(ctx, caseId);
    return {
      value: { caseId },
      audit: { action: "exhibit.untied_from_incident", subjectId: exhibitId, caseId, detail: { incidentId } },
    };
  },
});
