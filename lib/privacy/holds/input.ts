import { z } from "zod";
import { requiredReason } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const reason = requiredReason(5);

export const PlaceHold = z.object({ caseId: z.uuid(t("The case is missing.")), reason });

export const LiftHold = z.object({ holdId: z.uuid(t("The hold is missing.")), reason });

export const PlaceRestriction = z.object({ caseId: z.uuid(t("The case is missing.")), reason });

export const LiftRestriction = z.object({ restrictionId: z.uuid(t("The restriction is missing.")), reason });
