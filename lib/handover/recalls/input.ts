import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { recallOutcomes } from "./types";

/** One copy that is out, by its handover or its dispatch. */
export const MakeRecall = z.object({ how: z.enum(["portal", "paper"]), heldId: z.uuid(t("The copy is missing.")) });

export const SettleRecall = z.object({
  recallId: z.uuid(t("The recall is missing.")),
  outcome: z.enum(recallOutcomes, "Choose what became of the copy."),
});

export const OneRecall = z.object({ recallId: z.uuid() });
