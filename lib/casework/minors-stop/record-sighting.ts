import { t } from "@/lib/platform/language/translate";
import "server-only";
import { imageSightings } from "@/db/schema";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { refuseFuture } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlatform, findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { instantOnWall } from "@/lib/platform/time/zone";
import { requireAccountOfCase } from "./access";
import { RecordSighting } from "./input";
import { reportBodies } from "./rules";

/**
 * Records where an image was seen, whose account, when, and the report that was made: the only things that may be kept
 * of it (domain reference 0). Independent of whether a stop is in force.
 * @throws AppError invalid on `platform`, `reportedTo`, `accountId`, or on a future time
 */
export const recordSighting = command({
  needs: "case.write",
  input: RecordSighting,
  async run(ctx, input) {
    const recordedBy = ctx.actor.memberId;
    if (!recordedBy) throw new AppError("forbidden", t("A person records a sighting."));
    const row = await lockOpenCase(ctx, input.caseId);
    refuseUnknown(row, input, await readLaw(ctx));
    await requireAccountOfCase(ctx, row.id, input.accountId);
    const seenAt = onWall(input.seenAt, input.zone);
    const reportedAt = input.reportedAt ? onWall(input.reportedAt, input.zone) : null;
    refuseFuture(seenAt, ctx.now, "seenAt");
    if (reportedAt) refuseFuture(reportedAt, ctx.now, "reportedAt");
    const vault = await openVault(ctx, row.keyId);
    const id = newId();
    const place = (column: string) => ({ table: "image_sightings", column, row: id });
    await ctx.db.insert(imageSightings).values({
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      recordedBy,
      recordedAt: ctx.now,
      platform: input.platform,
      accountId: input.accountId,
      reportedTo: input.reportedTo,
      seenAt,
      seenZone: input.zone,
      reportedAt,
      url: vault.seal(place("url"), input.url),
      platformAccountId: vault.sealMaybe(place("platform_account_id"), input.platformAccountId),
      reportReference: vault.sealMaybe(place("report_reference"), input.reportReference),
      note: vault.sealMaybe(place("note"), input.note),
    });
    await touchCase(ctx, row.id);
    const detail = { reportedTo: input.reportedTo };
    return {
      value: { id },
      audit: { action: "images.sighting_recorded", subjectId: id, caseId: row.id, detail },
    };
  },
});

/** The platform and the body are of the law of this case's pair, or they are not known here. */
function refuseUnknown(
  row: { pair: string; playbookVersion: number },
  input: { platform: string | null; reportedTo: string | null },
  law: Law,
): void {
  if (input.platform && !findPlatform(input.platform, law)) {
    throw new AppError("invalid", t("No such platform."), { platform: t("Choose a platform from the list.") });
  }
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  const bodies = playbook ? reportBodies(playbook, law) : [];
  if (input.reportedTo && !bodies.some((body) => body.agency === input.reportedTo)) {
    throw new AppError("invalid", t("No such body."), { reportedTo: t("Choose a body from the list.") });
  }
}

function onWall(wall: string, zone: string): Date {
  const instant = instantOnWall(wall, zone);
  if (!instant) throw new AppError("invalid", t("This time is not usable."), { seenAt: t("Use a day and a time.") });
  return instant;
}
