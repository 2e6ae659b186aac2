import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits, incidentExhibits } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findIncident } from "./access";
import { LinkExhibit } from "./input";

/** Records that an exhibit shows an incident. @throws AppError conflict if they are already linked */
export const linkExhibit = command({
  needs: "case.write",
  input: LinkExhibit,
  async run(ctx, { caseId, incidentId, exhibitId }) {
    const row = await lockCase(ctx, caseId);
    const incident = await findIncident(ctx, row.id, incidentId);
    const [exhibit] = await ctx.db
      .select({ id: exhibits.id })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id), eq(exhibits.id, exhibitId)));
    if (!exhibit) throw new AppError("not_found", t("No such exhibit."));
    const [linked] = await ctx.db
      .insert(incidentExhibits)
      .values({ orgId: ctx.orgId, caseId: row.id, incidentId: incident.id, exhibitId })
      .onConflictDoNothing()
      .returning({ exhibitId: incidentExhibits.exhibitId });
    const message = t("This exhibit is already linked to the incident.");
    if (!linked) throw new AppError("conflict", message, { exhibitId: message });
    await touchCase(ctx, row.id);
    return {
      value: { id: exhibitId },
      audit: { action: "exhibit.tied_to_incident", subjectId: exhibitId, caseId: row.id, detail: { incidentId } },
    };
  },
});
