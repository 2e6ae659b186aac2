import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { SigningKeyView } from "./types";

export const originWords: Record<SigningKeyView["origin"], string> = labelTable(() => ({
  made: t("Made here and self-signed: an officer checks it by comparing the fingerprint"),
  imported: t("Brought in by your organisation, under the certificates that came with it"),
}));
