import type { LetterChannel } from "@/lib/escalation/letters/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { DispatchMethod } from "./types";

/** How a dispatch stands in the register of letters. */
export const letterChannels: Record<DispatchMethod, LetterChannel> = {
  by_hand: "by_hand",
  courier: "courier",
  registered_post: "registered_post",
  official_email: "email",
  other: "other",
};

export const methodLabels: Record<DispatchMethod, string> = labelTable(() => ({
  by_hand: t("By hand"),
  courier: t("Courier"),
  registered_post: t("Registered post"),
  official_email: t("Official e-mail"),
  other: t("Other"),
}));
