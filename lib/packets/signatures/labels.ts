import { t } from "@/lib/platform/language/translate";
import type { SigningKeyView } from "./types";

export const originWords: Record<SigningKeyView["origin"], string> = {
  made: t("Made here. It vouches for itself: the fingerprint is what an officer compares"),
  imported: t("Brought in by your organisation, under the certificates that came with it"),
};
