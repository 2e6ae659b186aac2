import { z } from "zod";
import {
  optionalId,
  optionalText,
  optionalWall,
  requiredText,
  requiredWall,
  requiredZone,
  ticked,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall, isZone } from "@/lib/platform/time/zone";

const caseId = z.uuid(t("The case is missing."));

export const StopImages = z.object({
  caseId,
  reason: requiredText(t("Say in a sentence what you were told. Do not describe the image."), 600),
});

export const NoteMinor = z.object({
  clientId: z.uuid(t("The client is missing.")),
  isMinor: ticked.refine(Boolean, t("Tick that the client is under 18.")),
});

export const LiftStop = z.object({
  caseId,
  reason: requiredText(t("Say why no image of a person under 18 can be on this case. It is kept."), 600),
  sure: ticked.refine(Boolean, t("Tick that you have satisfied yourself.")),
});

/** What is recorded instead of an image. Times are local in `zone`. */
export const RecordSighting = z
  .object({
    caseId,
    url: requiredText(t("Type the address where it is. Do not open it to copy it."), 2000),
    platform: optionalText(40),
    accountId: optionalId,
    platformAccountId: optionalText(200),
    seenAt: requiredWall(t("Type the day and the time. An approximate time is fine.")),
    zone: requiredZone,
    reportedTo: optionalText(64),
    reportReference: optionalText(200),
    reportedAt: optionalWall,
    note: optionalText(1000),
  })
  .superRefine((sighting, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    if (!sighting.accountId && !sighting.platformAccountId) {
      say("platformAccountId", t("Choose the account, or type its permanent ID."));
    }
    if ((sighting.reportReference || sighting.reportedAt) && !sighting.reportedTo) {
      say("reportedTo", t("Choose where it was reported."));
    }
    if (sighting.reportedTo && !sighting.reportedAt) say("reportedAt", t("Type when it was reported."));
    if (!isZone(sighting.zone)) return;
    for (const field of ["seenAt", "reportedAt"] as const) {
      const wall = sighting[field];
      if (wall && !instantOnWall(wall, sighting.zone))
        say(field, t("Use a day and a time in the past: 2026-11-24T11:40."));
    }
  });
