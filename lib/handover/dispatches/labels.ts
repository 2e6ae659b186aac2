import { t } from "@/lib/platform/language/translate";
import type { DispatchMethod } from "./types";

export const methodLabels: Record<DispatchMethod, string> = {
  by_hand: t("By hand"),
  courier: t("Courier"),
  registered_post: t("Registered post"),
  official_email: t("Official e-mail"),
  other: t("Other"),
};
