import { z } from "zod";
import { optionalId, optionalText, optionalWall } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall, isZone } from "@/lib/platform/time/zone";
import { custodyByHand } from "./types";

const typed = {
  exhibitId: z.uuid(t("The exhibit is missing.")),
  action: z.enum(custodyByHand, "Choose what happened."),
  from: optionalText(200),
  to: optionalText(200),
  purpose: z
    .string(t("Say why."))
    .trim()
    .min(3, t("Say why, in a few words."))
    .max(300, t("Use at most 300 characters.")),
  /** A release of the same case, which is named in the ledger by its code. */
  releaseId: optionalId,
  basis: optionalText(300),
  place: optionalText(200),
  medium: optionalText(200),
  sealNumber: optionalText(80),
  signature: optionalText(200),
  remarks: optionalText(1_000),
  /** A time on the wall of `zone`: `2026-11-24T11:40`. Now when both are left out. */
  at: optionalWall,
  zone: optionalText(64),
};

/** A manual custody entry about an exhibit. `at` is converted to an instant, or null for now. */
export const RecordCustody = z.object(typed).transform(({ at, zone, ...rest }, context) => {
  if (at === null) return { ...rest, at: null as Date | null };
  const instant = zone !== null && isZone(zone) ? instantOnWall(at, zone) : null;
  if (instant) return { ...rest, at: instant as Date | null };
  const field = zone !== null && isZone(zone) ? "at" : "zone";
  const message = field === "at" ? t("That time did not exist in this time zone.") : t("Choose a time zone.");
  context.addIssue({ code: "custom", path: [field], message, input: at });
  return z.NEVER;
});
export type RecordCustody = z.output<typeof RecordCustody>;

/** What the product itself does with an original for a person, in fixed words. */
export const handlings = ["downloaded", "downloaded_part"] as const;

export const NoteHandling = z.object({ exhibitId: z.uuid(t("The exhibit is missing.")), handling: z.enum(handlings) });

export const NoteCheck = z.object({ exhibitId: z.uuid(t("The exhibit is missing.")), verified: z.boolean() });
