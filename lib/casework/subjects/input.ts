import { z } from "zod";
import { AccountShape, checkAccount } from "@/lib/casework/cases/input";
import { optionalDate, optionalId, optionalText, seenVersion, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { isZone } from "@/lib/platform/time/zone";

const caseId = z.uuid(t("The case is missing."));

/** The allegations about a subject. A zone says where they seem to live, and requires a reason. */
export const AddSubject = z
  .object({
    caseId,
    allegedName: optionalText(160),
    allegedPlace: optionalText(160),
    zone: optionalText(60).refine((zone) => zone === null || isZone(zone), t("Choose a time zone from the list.")),
    zoneReason: optionalText(300),
  })
  .superRefine((form, ctx) => {
    if (form.zone && !form.zoneReason) {
      ctx.addIssue({ code: "custom", path: ["zoneReason"], message: t("Say what points to this time zone.") });
    }
  });

export const AmendSubject = AddSubject.safeExtend({
  subjectId: z.uuid(t("The subject is missing.")),
  version: seenVersion,
});

export const LinkAccount = AccountShape.extend({
  caseId,
  subjectId: z.uuid(t("Choose a subject.")),
  /** The exhibit that shows whose it is; more can be linked later. */
  exhibitId: optionalId,
  /** The answer to the question: it stays confirmed although no exhibit shows it. */
  keepConfirmed: ticked,
}).superRefine(checkAccount);

export const AmendAccount = AccountShape.omit({ platform: true })
  .extend({
    caseId,
    accountId: z.uuid(t("The account is missing.")),
    /** The date the new handle was seen; today if omitted. */
    handleSeenOn: optionalDate,
    /** A permanent ID does not change: a different one corrects a mistake, and must be marked so. */
    correctsId: ticked,
    keepConfirmed: ticked,
    version: seenVersion,
  })
  .superRefine(checkAccount);

export const LinkAccountExhibit = z.object({
  caseId,
  accountId: z.uuid(t("The account is missing.")),
  exhibitId: z.uuid(t("Choose an exhibit.")),
});
