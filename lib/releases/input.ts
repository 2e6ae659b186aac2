import { z } from "zod";
import { optionalDate, optionalText, requiredDate, requiredText } from "@/lib/platform/fields";

const caseId = z.uuid("The case is missing.");

export const GrantRelease = z.object({
  caseId,
  recipient: requiredText("Type who may receive it: the person or body by name.", 160),
  purpose: requiredText("Type what for.", 300),
  items: requiredText("Type what may be given, for example exhibits E-01 to E-04.", 600),
  crossBorderBasis: optionalText(300),
  signedOn: requiredDate("Type the day the client signed."),
  /** 30 days after signing when left out */
  expiresOn: optionalDate,
});

export const RevokeRelease = z.object({
  caseId,
  releaseId: z.uuid("The release is missing."),
  reason: requiredText("Say why, in the client's own terms if you can.", 300),
});
