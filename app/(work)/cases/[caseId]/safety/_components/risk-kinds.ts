import type { ChipKind } from "@/app/_ui/chip";
import type { Risk } from "@/lib/casework/cases/types";

export const riskKinds: Record<Risk, ChipKind> = { standard: "plain", elevated: "warning", high: "overdue" };
