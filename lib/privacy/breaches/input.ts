import { z } from "zod";
import {
  optionalId,
  optionalText,
  optionalWall,
  requiredDate,
  requiredText,
  requiredWall,
  requiredZone,
  ticked,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall } from "@/lib/platform/time/zone";
import { categories } from "./types";

const wall = optionalWall;

/** `cases`: numbers of cases, one in a line. Member, period and cases together say who may be affected. */
export const RecordBreach = z
  .object({
    discovered: requiredWall(t("Type the day and the time at which you found out.")),
    zone: requiredZone,
    categories: z
      .union(
        [z.array(z.enum(categories)), z.enum(categories).transform((value) => [value])],
        t("Tick what kind of data."),
      )
      .refine((all) => all.length > 0, t("Tick what kind of data.")),
    what: requiredText(t("Say what happened."), 4000),
    grounds: requiredText(t("Say what makes you believe it."), 4000),
    consequences: requiredText(t("Say what could happen to the people concerned as a result."), 4000),
    measures: requiredText(t("Say what was done, and what will be."), 4000),
    advice: requiredText(t("Say what the people concerned can do."), 4000),
    who: optionalText(1000),
    memberId: optionalId,
    from: wall,
    until: wall,
    cases: optionalText(4000),
  })
  .superRefine((form, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    for (const field of ["discovered", "from", "until"] as const) {
      const text = form[field];
      if (text && !instantOnWall(text, form.zone)) say(field, t("Type day and time, such as 2026-11-24T14:05."));
    }
    if (!form.memberId && !form.from && !form.until && !form.cases) {
      say("cases", t("Say whose account, which period, or which cases: else nobody can be listed."));
    }
    if (form.from && form.until && form.until <= form.from) say("until", t("The end must be after the beginning."));
  });

export const OneBreach = z.object({ breachId: z.uuid(t("The breach is missing.")) });

const tick = (message: string) => ticked.refine((yes) => yes, message);
const first = t("Tick this once it is true, or change the notice.");

export const ReviewNotice = z.object({
  breachId: z.uuid(t("The breach is missing.")),
  clientId: z.uuid(t("The client is missing.")),
  body: requiredText(t("The notice is empty."), 6000),
  channel: requiredText(t("Say how it goes to them."), 200),
  channelSafe: tick(first),
  nobodyElse: tick(first),
  subjectLine: tick(first),
  neverKept: tick(first),
});

export const NoteNoticeSent = z.object({
  breachId: z.uuid(t("The breach is missing.")),
  clientId: z.uuid(t("The client is missing.")),
  on: requiredDate(t("Choose the day it was given.")),
});

export const NoteRegulatorTold = z.object({
  breachId: z.uuid(t("The breach is missing.")),
  on: requiredDate(t("Choose the day on which it was filed.")),
  reference: optionalText(80),
});
