import { t } from "@/lib/platform/language/translate";
import type { ImportState, RowState } from "./types";

export const importStateLabels: Record<ImportState, string> = {
  checked: t("Checked, not imported yet"),
  done: t("Imported"),
  undone: t("Undone"),
  cancelled: t("Given up"),
};

export const rowStateLabels: Record<RowState, string> = {
  new: t("New"),
  changed: t("Differs from the directory"),
  same: t("In the directory already"),
  bad: t("Needs correction"),
  added: t("Added"),
  updated: t("Taken over"),
  left_out: t("Left out"),
};
