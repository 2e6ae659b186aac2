import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { nextNumber, openDesk, readItems, writeItem } from "../access";
import { TrackItems } from "../input";
import { listCandidates } from "../list-candidates";
import { readSources } from "../read-sources";

/**
 * Puts accounts and addresses that the case has on its take-down list.
 * @throws AppError invalid on `keys` for what the case does not have, or what is on the list already
 */
export const trackItems = command({
  needs: "case.write",
  input: TrackItems,
  async run(ctx, { caseId, keys }) {
    const desk = await openDesk(ctx, await lockCase(ctx, caseId));
    const sources = await readSources(ctx, desk.vault, caseId);
    const candidates = listCandidates(sources, await readItems(ctx, desk), desk.law);
    const asked = new Set(keys);
    const chosen = candidates.filter(({ key }) => asked.has(key));
    const [first] = chosen;
    if (!first || chosen.length < asked.size) {
      const message = t("Something that you ticked is on the list already, or was changed. Open the page again.");
      throw new AppError("invalid", message, { keys: message });
    }
    let number = await nextNumber(ctx, caseId);
    const audit: AuditEntry[] = [];
    for (const { kind, platform, url, accountId, incidentId, exhibitId } of chosen) {
      const item = { caseId, number, kind, platform, url, what: null, accountId, incidentId, exhibitId };
      const subjectId = await writeItem(ctx, desk.vault, item);
      audit.push({ action: "takedown.added", subjectId, caseId, detail: { kind, platform } });
      number += 1;
    }
    await touchCase(ctx, caseId);
    return { value: { added: chosen.length }, audit: audit as [AuditEntry, ...AuditEntry[]] };
  },
});
