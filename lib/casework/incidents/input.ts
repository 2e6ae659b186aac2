import { z } from "zod";
import { checkIncident, IncidentShape, withKind } from "@/lib/casework/cases/input";
import { CustomInput } from "@/lib/casework/custom-values/input";
import { optionalId, seenVersion } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const caseId = z.uuid(t("The case is missing."));

const Shape = IncidentShape.extend({ caseId, accountId: optionalId });

export const LogIncident = Shape.extend(CustomInput.shape).superRefine(checkIncident).transform(withKind);

/** The kind cannot change: the number is printed in documents that have left the organisation. */
export const AmendIncident = Shape.extend({ incidentId: z.uuid(t("The incident is missing.")), version: seenVersion })
  .superRefine(checkIncident)
  .transform(withKind);

/** The fields of the organisation's own. What is not sent keeps its value. */
export const AmendIncidentFields = z.object({
  caseId,
  incidentId: z.uuid(t("The incident is missing.")),
  version: seenVersion,
  ...CustomInput.shape,
});

export const LinkExhibit = z.object({
  caseId,
  incidentId: z.uuid(t("Choose an incident.")),
  exhibitId: z.uuid(t("Choose an exhibit.")),
});
