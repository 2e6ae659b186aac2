import { z } from "zod";
import { AccountShape, checkAccount } from "@/lib/casework/cases/input";
import { optionalDate, optionalId, optionalText, seenVersion, ticked } from "@/lib/platform/fields";
import { isZone } from "@/lib/platform/time/zone";

const caseId = z.uuid("The case is missing.");

/** What is alleged of a subject. A zone says where they seem to live, and needs the reason for it. */
export const AddSubject = z
  .object({
    caseId,
    allegedName: optionalText(160),
    allegedPlace: optionalText(160),
    zone: optionalText(60).refine((zone) => zone === null || isZone(zone), "Choose a time zone from the list."),
    zoneReason: optionalText(300),
  })
  .superRefine((form, ctx) => {
    if (form.zone && !form.zoneReason) {
      ctx.addIssue({ code: "custom", path: ["zoneReason"], message: "Say what points to this time zone." });
    }
  });

export const AmendSubject = AddSubject.safeExtend({
  subjectId: z.uuid("The subject is missing."),
  version: seenVersion,
});

export const LinkAccount = AccountShape.extend({
  caseId,
  subjectId: z.uuid("Choose a subject."),
  /** The exhibit that shows whose it is; more are linked later. */
  exhibitId: optionalId,
  /** Said after the question: it stays confirmed although no exhibit shows it. */
  keepConfirmed: ticked,
}).superRefine(checkAccount);

export const AmendAccount = AccountShape.omit({ platform: true })
  .extend({
    caseId,
    accountId: z.uuid("The account is missing."),
    /** The day the new handle was seen; today when left out. */
    handleSeenOn: optionalDate,
    /** An permanent ID does not change: another one corrects a slip, and that is said. */
    correctsId: ticked,
    keepConfirmed: ticked,
    version: seenVersion,
  })
  .superRefine(checkAccount);

export const LinkAccountExhibit = z.object({
  caseId,
  accountId: z.uuid("The account is missing."),
  exhibitId: z.uuid("Choose an exhibit."),
});
