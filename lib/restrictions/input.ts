import { z } from "zod";

const reason = z
  .string("Say why.")
  .trim()
  .min(5, "Say why in a few words, at least 5 characters.")
  .max(500, "Use at most 500 characters.");

export const PlaceRestriction = z.object({ caseId: z.uuid("The case is missing."), reason });

export const LiftRestriction = z.object({ restrictionId: z.uuid("The restriction is missing."), reason });
