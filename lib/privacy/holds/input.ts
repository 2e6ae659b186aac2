import { z } from "zod";
import { requiredReason } from "@/lib/platform/fields";

const reason = requiredReason(5);

export const PlaceHold = z.object({ caseId: z.uuid("The case is missing."), reason });

export const LiftHold = z.object({ holdId: z.uuid("The hold is missing."), reason });

export const PlaceRestriction = z.object({ caseId: z.uuid("The case is missing."), reason });

export const LiftRestriction = z.object({ restrictionId: z.uuid("The restriction is missing."), reason });
