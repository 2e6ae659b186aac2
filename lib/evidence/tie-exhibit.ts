import "server-only";
import { incidentExhibits } from "@/db/schema";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { TieExhibit } from "./input";
import { findExhibit, requireIncident } from "./scope";

/** Says that an exhibit shows an incident of the same case. @throws AppError conflict when it is said already */
export const tieExhibit = command({
  needs: "case.write",
  input: TieExhibit,
  async run(ctx, { exhibitId, incidentId }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await requireIncident(ctx, caseId, incidentId);
    await ctx.db.insert(incidentExhibits).values({ orgId: ctx.orgId, caseId, incidentId, exhibitId });
    await touchCase(ctx, caseId);
    return {
      value: { caseId },
      audit: { action: "exhibit.tied_to_incident", subjectId: exhibitId, caseId, detail: { incidentId } },
    };
  },
});
