import { z } from "zod";
import {
  optionalDate,
  optionalId,
  optionalText,
  requiredDate,
  requiredReason,
  requiredText,
  ticked,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { askers, corrected, identityWays, rightKinds } from "./types";

const requestId = z.uuid(t("The request is missing."));
const reason = requiredReason(10, 2000);

/** `caseCode`: the number of the case that it is about, as known to a member; never as stated by the requester. */
export const RecordRequest = z
  .object({
    kind: z.enum(rightKinds, "Choose what is asked."),
    fromWhom: z.enum(askers, "Choose who asks."),
    caseCode: optionalText(40),
    who: optionalText(300),
    asked: requiredText(t("Write down what was asked."), 4000),
    receivedOn: requiredDate(t("Choose the day on which it came.")),
    dueOn: optionalDate,
    handlerId: optionalId,
  })
  .superRefine((form, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    if ((form.fromWhom === "client" || form.fromWhom === "subject") && !form.caseCode) {
      say("caseCode", t("Type the number of the case."));
    }
    if (form.dueOn && form.dueOn < form.receivedOn) say("dueOn", t("This day is before the request was received."));
  });

export const ConfirmIdentity = z.object({
  requestId,
  way: z.enum(identityWays, "Choose how you made sure."),
  on: requiredDate(t("Choose the day.")),
  shown: requiredText(t("Say what showed it."), 1000),
});

const tick = ticked.refine((yes) => yes, t("Tick this once it is true. Otherwise do not decide yet."));

export const DecideRequest = z.object({
  requestId,
  decision: z.enum(["grant", "refuse"], "Choose to grant it, or to refuse."),
  reason,
  notImpostor: tick,
  noTrace: tick,
  wayIsSafe: tick,
  othersOut: tick,
  confirms: ticked,
});

export const NoteAnswer = z.object({
  requestId,
  on: requiredDate(t("Choose the day on which it was answered.")),
  way: requiredText(t("Say how the answer went."), 300),
});

export const WithdrawRequest = z.object({ requestId, reason });

export const AmendRequest = z.object({
  requestId,
  handlerId: z.uuid(t("Choose who handles it.")),
  dueOn: requiredDate(t("Choose the day.")),
  reason,
});

export const NoteCorrection = z
  .object({
    requestId,
    what: z.enum(corrected, "Choose what was wrong."),
    before: optionalText(2000),
    after: requiredText(t("Type what is right."), 2000),
    why: requiredText(t("Say what shows it."), 1000),
    /** Another client with the new detail was shown, and this is a different person. */
    somebodyElse: ticked,
    somebodyElseWhy: optionalText(300),
    /** The codes of those who were shown, so that a number typed later does not slip through. */
    somebodyElseThan: optionalText(1000),
  })
  .superRefine((form, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    if (form.what === "other" && !form.before) say("before", t("Type what was wrong, and where."));
    if (form.what === "email" && !z.email().safeParse(form.after).success) say("after", t("Type an e-mail address."));
    if (form.what === "phone" && !/^\+?[\d\s().-]{6,40}$/.test(form.after)) say("after", t("Type digits."));
    if (form.what !== "other" && form.after.length > 400) say("after", t("Use at most 400 characters."));
  });

export const AskAccess = z.object({ requestId, namesStaff: ticked });
