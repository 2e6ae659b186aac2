import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { wallTime } from "@/lib/platform/time/zone";
import { type ExhibitRow, findExhibit } from "../access";
import { currentDetails } from "../current-details";
import { AmendExhibits } from "../input";
import { amendExhibit } from "./amend-exhibit";

type Given = (typeof AmendExhibits)["_output"];

/**
 * Fills in the same details on several exhibits of a case. What was left empty stays as it is on each; incidents are
 * added to those that an exhibit shows already. All are changed, each with its own entry in the log, or none.
 * @throws AppError invalid at the field that one of them refuses
 */
export const amendExhibits = command({
  needs: "case.write",
  input: AmendExhibits,
  async run(ctx, given) {
    const { caseId, exhibitIds } = given;
    const { keyId } = await lockCase(ctx, caseId);
    const vault = await openVault(ctx, keyId);
    const versions = await readRecordVersions(ctx, exhibitIds);
    for (const exhibitId of exhibitIds) {
      const row = await findExhibit(ctx, exhibitId);
      if (row.caseId !== caseId) throw new AppError("not_found", t("No such exhibit."));
      const { incidentIds, ...current } = await currentDetails(ctx, vault, row);
      const known = Object.fromEntries(Object.entries(current).filter(([, value]) => value !== null));
      await amendExhibit(ctx, {
        ...known,
        ...givenFor(given, row),
        exhibitId,
        version: versions[exhibitId],
        incidentIds: [...new Set([...incidentIds, ...given.incidentIds])],
      });
    }
    const count = exhibitIds.length;
    return {
      value: { caseId, count },
      audit: { action: "exhibit.several_amended", subjectId: caseId, caseId, detail: { count } },
    };
  },
});

/** What was filled in, with the time that the file of this exhibit names where that was asked. */
function givenFor({ caseId: _, exhibitIds: __, incidentIds: ___, ownTimes, ...fields }: Given, row: ExhibitRow) {
  const { capturedZone: zone, ...rest } = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  // Another zone alone would move a time that is there already.
  const filled = zone && (fields.capturedAt || !row.capturedAt) ? { ...rest, capturedZone: zone } : rest;
  if (!ownTimes || !row.fileModifiedAt || row.capturedAt || fields.capturedAt) return filled;
  const capturedZone = fields.capturedZone ?? row.capturedZone ?? "UTC";
  return {
    ...filled,
    capturedZone,
    capturedAt: wallTime(row.fileModifiedAt, capturedZone),
    timeSource: "file_metadata",
  };
}
