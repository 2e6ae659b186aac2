import { t } from "@/lib/platform/language/translate";
import type { ListColumn } from "./types";

export const columnLabels: Record<ListColumn, string> = {
  risk: t("Risk"),
  ladder: t("Ladder"),
  owner: t("Owner"),
  activity: t("Last activity"),
  due: t("Next deadline"),
  opened: t("Opened"),
};
