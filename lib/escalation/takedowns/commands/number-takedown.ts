import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { lockItem, requireProof, writeEntry } from "../access";
import { NumberTakedown } from "../input";
import { keepReportId } from "../keep-report-id";
import { refuseUnfitting } from "../rules";

/**
 * Records the ID that a platform gave for a report that was recorded before.
 * @throws AppError conflict while nothing was reported; as keepReportId on `reportId`
 */
export const numberTakedown = command({
  needs: "case.write",
  input: NumberTakedown,
  async run(ctx, { takedownId, proofExhibitId, ...number }) {
    const locked = await lockItem(ctx, takedownId);
    const { row, today, standing } = locked;
    refuseUnfitting(standing, "numbered");
    await requireProof(ctx, row.id, proofExhibitId);
    const route = standing.route ?? "in_product";
    const referenceId = await keepReportId(ctx, locked, route, { ...number, proofExhibitId });
    const entry = { takedownId, event: "numbered" as const, happenedOn: today, referenceId, proofExhibitId };
    await writeEntry(ctx, locked, { ...entry, note: null });
    await touchCase(ctx, row.id);
    return {
      value: { caseId: row.id },
      audit: { action: "takedown.numbered", subjectId: takedownId, caseId: row.id, detail: {} },
    };
  },
});
