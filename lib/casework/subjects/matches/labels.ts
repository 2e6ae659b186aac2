import { t } from "@/lib/platform/language/translate";
import type { MatchView } from "./types";

/** What agrees, in words that follow "the same". */
export const matchLabels: Record<MatchView["field"], string> = {
  handle: "handle",
  platform_id: t("permanent ID"),
  phone: t("phone number"),
  email: t("e-mail address"),
  wallet: t("wallet address"),
};
