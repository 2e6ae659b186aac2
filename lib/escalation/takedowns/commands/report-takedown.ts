import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall } from "@/lib/platform/time/zone";
import { type LockedItem, lockItem, requireProof, writeEntry } from "../access";
import { findShowing } from "../find-showing";
import { ReportTakedown } from "../input";
import { keepReportId } from "../keep-report-id";
import { readSources } from "../read-sources";
import { refuseOddDay, stepOfRoute } from "../rules";

/**
 * Records that an item was reported to its platform, with the ID that the platform gave, if it gave one.
 * @throws AppError conflict for an item that is gone; invalid on `on` and `at`, and on `tipOffSeen` and `removalSeen` when
 * nobody has weighed the first report; as keepReportId on `reportId`
 */
export const reportTakedown = command({
  needs: "case.write",
  input: ReportTakedown,
  async run(ctx, { takedownId, route, on, at, proofExhibitId, note, tipOffSeen, removalSeen, ...number }) {
    const locked = await lockItem(ctx, takedownId);
    const { row, today, zone, standing } = locked;
    if (standing.state === "removed")
      throw new AppError("conflict", t("It is gone. If it is up again, record that first."));
    const day = on ?? today;
    refuseOddDay(day, today);
    const happenedAt = at ? instantOnWall(`${day}T${at}`, zone) : null;
    if (happenedAt && happenedAt > ctx.now) {
      throw new AppError("invalid", t("This is in the future."), { at: t("This time is in the future.") });
    }
    await requireProof(ctx, row.id, proofExhibitId);
    await refuseUnweighed(ctx, locked, stepOfRoute(locked, route)?.notifiesSubject ?? null, {
      tipOffSeen,
      removalSeen,
    });
    const referenceId = await keepReportId(ctx, locked, route, { ...number, proofExhibitId });
    const entry = { takedownId, event: "reported" as const, route, happenedOn: day, happenedAt, referenceId };
    await writeEntry(ctx, locked, { ...entry, proofExhibitId, note });
    await touchCase(ctx, row.id);
    const detail = { route, on: day, numbered: referenceId !== null, tipOffSeen, removalSeen };
    return {
      value: { caseId: row.id },
      audit: { action: "takedown.reported", subjectId: takedownId, caseId: row.id, detail },
    };
  },
});

/** The first report of an item is weighed: who may find out, and what of it is preserved. */
async function refuseUnweighed(
  ctx: TxCtx,
  { row, vault, item, standing }: LockedItem,
  tipOff: string | null,
  seen: { tipOffSeen: boolean; removalSeen: boolean },
): Promise<void> {
  if (standing.reportedOn !== null) return;
  const showing = findShowing(item, await readSources(ctx, vault, row.id));
  const isShown = showing.some(({ kind }) => kind === "exhibit") || (await isStopped(ctx, row.id));
  const fields = {
    ...(tipOff && !seen.tipOffSeen ? { tipOffSeen: t("Tick this once you have weighed it up with the client.") } : {}),
    ...(isShown || seen.removalSeen
      ? {}
      : { removalSeen: t("Add an exhibit that shows it first, or tick to go on without one.") }),
  };
  if (Object.keys(fields).length > 0) throw new AppError("invalid", t("Weigh this up before it is sent."), fields);
}
