import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { UnreadReason } from "./types";

/** Why a machine did not read a picture, behind its name. */
export const unreadLabels: Record<UnreadReason | "not_pictured" | "not_yet", string> = labelTable(() => ({
  empty: t("the file is empty"),
  kind_not_shown: t("of a kind that is not read"),
  too_large: t("too large"),
  unreadable: t("it could not be decoded"),
  took_too_long: t("it took too long"),
  stopped: t("the reader stopped"),
  not_pictured: t("it is not drawn here"),
  not_yet: t("not read yet"),
}));
