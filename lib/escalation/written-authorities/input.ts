import { z } from "zod";
import { optionalDate, requiredDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { givers } from "./types";

const caseId = z.uuid(t("The case is missing."));

export const RecordAuthority = z.object({
  caseId,
  process: requiredText(t("Choose what the client allows."), 60),
  givenBy: z.enum(givers, "Choose who signed."),
  signedOn: requiredDate(t("Type the day it was signed.")),
  /** Until it is revoked when left out. */
  expiresOn: optionalDate,
  /** The signed document, an exhibit of this case. */
  exhibitId: z.uuid(t("Choose the signed paper from the exhibits of this case.")),
});

export const RevokeAuthority = z.object({
  caseId,
  authorityId: z.uuid(t("The authority is missing.")),
  reason: requiredText(t("Say why, in the client's own terms if you can."), 300),
});
