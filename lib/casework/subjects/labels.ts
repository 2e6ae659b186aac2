/** The question when a link is marked confirmed and no exhibit shows it. */
import { t } from "@/lib/platform/language/translate";

export const askExhibit = t("No evidence yet. Choose the exhibit that shows it.");
export const askKeep = t("Or tick that it is confirmed although no exhibit shows it.");
export const askReason = t("Say why it is confirmed: what shows that it is the subject’s.");
