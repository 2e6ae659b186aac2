import type { ChipKind } from "@/app/_ui/chip";
import type { IconName } from "@/app/_ui/icon-names";
import type { Answer } from "@/lib/casework/danger/types";

/** Sign and colour of an answer, beside its word. */
export const answerIcons: Record<Answer, IconName> = {
  imminent: "shield-alert",
  serious: "triangle-alert",
  none: "shield-check",
};

export const answerKinds: Record<Answer, ChipKind> = { imminent: "overdue-solid", serious: "warning", none: "plain" };
