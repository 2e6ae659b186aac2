import { z } from "zod";
import { checkIncident, IncidentShape, withKind } from "@/lib/casework/cases/input";
import { optionalId, seenVersion } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const caseId = z.uuid(t("The case is missing."));

const Shape = IncidentShape.extend({ caseId, accountId: optionalId });

export const LogIncident = Shape.superRefine(checkIncident).transform(withKind);

/** The kind cannot change: the number is printed in documents that have left the organisation. */
export const AmendIncident = Shape.extend({ incidentId: z.uuid(t("The incident is missing.")), version: seenVersion })
  .superRefine(checkIncident)
  .transform(withKind);

export const LinkExhibit = z.object({
  caseId,
  incidentId: z.uuid(t("Choose an incident.")),
  exhibitId: z.uuid(t("Choose an exhibit.")),
});
