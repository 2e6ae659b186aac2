import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { CapturePart } from "./types";

export const partLabels: Record<CapturePart, string> = labelTable(() => ({
  picture: t("Picture"),
  page: t("Page (MHTML)"),
  text: t("Text"),
}));
