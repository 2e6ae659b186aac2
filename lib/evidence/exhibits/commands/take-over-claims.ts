import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { command } from "@/lib/kernel/access/command";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findExhibit } from "../access";
import { claimsOf, takenOver } from "../claims/rules";
import { currentDetails } from "../current-details";
import { TakeOverClaims } from "../input";
import { openFindings } from "../open-findings";
import { openWords } from "../open-words";
import { amendExhibit } from "./amend-exhibit";

/**
 * Fills in what the files of exhibits say of themselves, where nothing is recorded: the time, the device, the program.
 * What a person said stays. The ledger says that it is the file that says so.
 * @throws AppError invalid if none of them says anything that is not recorded
 */
export const takeOverClaims = command({
  needs: "case.write",
  input: TakeOverClaims,
  async run(ctx, { caseId, exhibitIds, zone }) {
    const { keyId } = await lockCase(ctx, caseId);
    const vault = await openVault(ctx, keyId);
    const versions = await readRecordVersions(ctx, exhibitIds);
    let count = 0;
    for (const exhibitId of exhibitIds) {
      const row = await findExhibit(ctx, exhibitId);
      if (row.caseId !== caseId) throw new AppError("not_found", t("No such exhibit."));
      const claims = claimsOf(openFindings(vault, row).metadata, openWords(vault, row.id, row).originalName);
      const taken = takenOver(row, claims, zone);
      if (taken.sentences.length === 0) continue;
      const current = Object.entries(await currentDetails(ctx, vault, row)).filter(([, value]) => value !== null);
      const version = versions[exhibitId];
      await amendExhibit(ctx, { ...Object.fromEntries(current), ...taken.details, exhibitId, version });
      for (const purpose of taken.sentences) await noteCustody(ctx, row, { action: "viewed", purpose });
      count += 1;
    }
    if (count === 0) throw new AppError("invalid", t("The files say nothing that is not recorded already."));
    return {
      value: { caseId, count },
      audit: { action: "exhibit.claims_taken_over", subjectId: caseId, caseId, detail: { count } },
    };
  },
});
