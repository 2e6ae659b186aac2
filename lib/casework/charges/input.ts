import { z } from "zod";
import { optionalText, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const caseId = z.uuid(t("The case is missing."));
const chargeId = z.uuid(t("The charge is missing."));

export const NameCharge = z.object({
  caseId,
  homeOffence: requiredText(t("Choose an offence."), 60),
  /** The offence of the other country it is paired with, when there is one. */
  thereOffence: optionalText(60),
});

/** Ids: a list, or what ticked boxes send, `{ id: "on" }`. */
const ids = (message: string) =>
  z
    .union([z.array(z.string()), z.record(z.string(), z.string())])
    .nullish()
    .transform((sent) => (Array.isArray(sent) ? sent : Object.keys(sent ?? {})))
    .pipe(z.array(z.uuid(message)).max(2_000));

/** Reasons by id of an act; one that was left empty is none. */
const reasons = z
  .record(z.uuid(t("Choose incidents of this case.")), optionalText(400))
  .nullish()
  .transform((sent) => Object.entries(sent ?? {}).flatMap(([incidentId, why]) => (why ? [{ incidentId, why }] : [])));

const Answer = z.object({
  side: z.enum(["home", "there", "pair"]),
  /** The key of the element, or of the other country's requirement, in the law data. */
  key: requiredText(t("Choose an element."), 400),
  incidents: ids(t("Choose incidents of this case.")),
  exhibits: ids(t("Choose exhibits of this case.")),
  note: optionalText(1000),
  /** Acts that may bear on it and are not relied on, with the reason. */
  declined: reasons,
});

export const AnswerElements = z.object({
  caseId,
  chargeId,
  answers: z.array(Answer).min(1, t("Answer an element.")).max(80),
});

/** `elements`: all that the incident shows, each as `elementPlace` writes it. */
export const LinkAct = z.object({
  caseId,
  incidentId: z.uuid(t("The incident is missing.")),
  elements: z.array(z.string().max(500)).max(500),
});

const why = (message: string) => requiredText(message, 400);

/** `mistake`: it was never meant, so there is nothing to tell a prosecutor. */
export const DropCharge = z
  .object({ caseId, chargeId, mistake: z.literal("on").nullish(), why: optionalText(400) })
  .refine((sent) => sent.mistake === "on" || sent.why !== null, {
    path: ["why"],
    error: t("Say why it is not relied on. A prosecutor reads it."),
  });

export const SetAsideOffence = z.object({
  caseId,
  offence: requiredText(t("Choose an offence."), 60),
  why: why(t("Say why it is not relied on. A prosecutor reads it.")),
});
