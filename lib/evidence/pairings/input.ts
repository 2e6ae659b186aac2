import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

export const MakePairing = z.object({ caseId: z.uuid(t("The case is missing.")) });

export const EndPairing = z.object({ pairingId: z.uuid(t("The connection is missing.")) });
