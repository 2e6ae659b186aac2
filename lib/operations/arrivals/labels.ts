import { t } from "@/lib/platform/language/translate";
import type { ArrivalKind } from "./types";

export const arrivalLabels: Record<ArrivalKind, string> = { note: t("Note"), intake: t("Intake"), file: t("File") };
