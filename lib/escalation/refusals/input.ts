import { z } from "zod";
import {
  optionalId,
  optionalText,
  requiredDate,
  requiredText,
  requiredWall,
  requiredZone,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall, isZone } from "@/lib/platform/time/zone";

const caseId = z.uuid(t("The case is missing."));
const refusalId = z.uuid(t("The refusal is missing."));

/** `when` is a time on the wall of `zone`. A name that was not given may be left out: the paper says so then. */
export const LogRefusal = z
  .object({
    caseId,
    stepKey: requiredText(t("Choose the step at which it happened."), 64),
    /** The rung that comes next; the first one when left out. */
    rungKey: optionalText(64),
    office: requiredText(t("Type the station or the office."), 160),
    officer: optionalText(160),
    forceNumber: optionalText(40),
    when: requiredWall(t("Type the day and the time. An approximate time is fine.")),
    zone: requiredZone,
    words: optionalText(2000),
    witnesses: optionalText(600),
    proofExhibitId: optionalId,
  })
  .superRefine((refusal, ctx) => {
    if (!isZone(refusal.zone) || instantOnWall(refusal.when, refusal.zone)) return;
    ctx.addIssue({ code: "custom", path: ["when"], message: t("Use a day and a time in the past: 2026-11-24T11:40.") });
  });

export const RaiseRefusal = z.object({
  caseId,
  refusalId,
  rungKey: requiredText(t("Choose the next level."), 64),
  on: requiredDate(t("Type the day on which it was escalated.")),
  reason: requiredText(t("Say why, for example: no answer within the time."), 300),
});

export const SettleRefusal = z.object({
  caseId,
  refusalId,
  settledOn: requiredDate(t("Type the day on which it was put right.")),
  note: requiredText(t("Say how, for example: the number came after all."), 300),
});
