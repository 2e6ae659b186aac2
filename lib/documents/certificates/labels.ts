import type { CertificateNeed } from "./types";

/** What is missing and what corrects it, beside the exhibit. */
export const gapWords: Record<CertificateNeed, string> = {
  method: "Say how it was captured",
  device: "Say on which device it was captured",
  time: "Say when it was captured",
  time_source: "Say which clock the time was read from",
  hash: "Check the hash of the stored file",
  hash_same: "The stored file is not the one that arrived",
  ledger: "The custody ledger does not hold",
};
