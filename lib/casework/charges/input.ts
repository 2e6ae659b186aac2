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

const Answer = z.object({
  side: z.enum(["home", "there", "pair"]),
  /** The index of the element of the offence, from 0; ignored for `pair`. */
  element: z.coerce.number().int().min(0).max(80).default(0),
  /** For `pair`: the wording of the other country's requirement, as the page showed it. */
  need: optionalText(400),
  incidents: ids(t("Choose incidents of this case.")),
  exhibits: ids(t("Choose exhibits of this case.")),
  note: optionalText(1000),
});

export const AnswerElements = z.object({
  caseId,
  chargeId,
  answers: z.array(Answer).min(1, t("Answer an element.")).max(80),
});

export const DropCharge = z.object({ caseId, chargeId });
