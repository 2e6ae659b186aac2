import { z } from "zod";
import { requiredReason } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { erasedKinds, grounds } from "./types";

const reason = requiredReason(10);

export const AskErasure = z.object({
  of: z.enum(erasedKinds, "Say whether a case or a client is meant."),
  id: z.uuid(t("What is to be erased is missing.")),
  ground: z.enum(grounds, "Choose the ground."),
  reason,
  withClient: z.boolean().default(false),
});

export const DecideErasure = z.object({
  requestId: z.uuid(t("The request is missing.")),
  decision: z.enum(["release", "refuse"], "Choose to release it, or to refuse."),
});

export const OneErasure = z.object({ requestId: z.uuid() });

export const NoteFilesRemoved = z.object({ requestId: z.uuid(), files: z.number().int().min(0) });
