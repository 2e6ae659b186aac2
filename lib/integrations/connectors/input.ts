import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { connectorKinds, enquiryFields } from "./types";

const question = z
  .string()
  .trim()
  .max(200, t("Use at most {max} characters.", { max: 200 }))
  .regex(/^[\p{L}\p{N}_/.-]*$/u, t("Type the name of the question as it stands in the form, such as safe_hours."))
  .default("");

/** Empty questions are left out. */
const mapping = z
  .object(Object.fromEntries(enquiryFields.map((field) => [field, question])) as Record<string, typeof question>)
  .transform((typed) => Object.fromEntries(Object.entries(typed).filter(([, name]) => name !== "")));

const described = {
  name: requiredText(t("Type a name, such as the form that sends."), 80),
  mapping,
};

const connectorId = z.uuid(t("The connector is missing."));

export const AddConnector = z.object({ kind: z.enum(connectorKinds, t("Choose from the list.")), ...described });

export const ChangeConnector = z.object({ connectorId, ...described });

export const OneConnector = z.object({ connectorId });
