import { z } from "zod";
import { recallOutcomes } from "./types";

/** One copy that is out, by its handover or its dispatch. */
export const MakeRecall = z.object({ how: z.enum(["portal", "paper"]), heldId: z.uuid("The copy is missing.") });

export const SettleRecall = z.object({
  recallId: z.uuid("The recall is missing."),
  outcome: z.enum(recallOutcomes, "Choose what became of the copy."),
});

export const OneRecall = z.object({ recallId: z.uuid() });
