import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { CertificateNeed } from "./types";

/** What is missing and how to fix it, shown with the exhibit. */
export const gapWords: Record<CertificateNeed, string> = labelTable(() => ({
  method: t("Say how it was captured"),
  device: t("Say on which device it was captured"),
  time: t("Say when it was captured"),
  time_source: t("Say which clock the time was read from"),
  hash: t("Check the hash of the stored file"),
  hash_same: t("The stored file is not the one that arrived"),
  ledger: t("The chain of custody is not intact"),
}));
