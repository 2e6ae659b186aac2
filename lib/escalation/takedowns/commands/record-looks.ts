import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { openDesk, readItems, requireProof, writeEntry } from "../access";
import { RecordLooks } from "../input";
import { refuseOddDay } from "../rules";

/**
 * Records that somebody looked, and whether each of the items is still up or gone. The next look is due from that day.
 * @throws AppError invalid on `takedownIds` for an item of another case, and on `on`
 */
export const recordLooks = command({
  needs: "case.write",
  input: RecordLooks,
  forPairing: true,
  async run(ctx, { caseId, takedownIds, seen, on, seenBy, proofExhibitId, note }) {
    const desk = await openDesk(ctx, await lockCase(ctx, caseId));
    const known = new Set((await readItems(ctx, desk)).map(({ id }) => id));
    const ids = [...new Set(takedownIds)];
    if (ids.some((id) => !known.has(id))) {
      const message = t("Choose items of this case.");
      throw new AppError("invalid", message, { takedownIds: message });
    }
    const day = on ?? desk.today;
    refuseOddDay(day, desk.today);
    await requireProof(ctx, caseId, proofExhibitId);
    const event = seen === "up" ? ("seen_up" as const) : ("seen_gone" as const);
    // Through the extension somebody has the page open now.
    const looked = ctx.pairing ? { seenBy: "extension" as const, happenedAt: ctx.now } : { seenBy };
    const audit: AuditEntry[] = [];
    for (const takedownId of ids) {
      await writeEntry(ctx, desk, { takedownId, event, happenedOn: day, ...looked, proofExhibitId, note });
      audit.push({ action: "takedown.seen", subjectId: takedownId, caseId, detail: { seen, on: day } });
    }
    await touchCase(ctx, caseId);
    return { value: { looked: ids.length }, audit: audit as [AuditEntry, ...AuditEntry[]] };
  },
});
