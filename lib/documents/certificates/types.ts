/** What a certificate states, and therefore needs before it can be drafted (domain 9; peers 3.12). */
const certificateNeeds = ["method", "device", "time", "time_source", "hash", "hash_same", "ledger"] as const;
export type CertificateNeed = (typeof certificateNeeds)[number];

/** `at`: the part of the exhibit's page where it is fixed. */
export type CertificateGap = { need: CertificateNeed; at: "details" | "clock" | "custody" };

/** One exhibit that a certificate can name, or what keeps it out. */
export type Candidate = {
  id: string;
  /** `E-01` */
  label: string;
  description: string;
  gaps: readonly CertificateGap[];
};

export type CertificateChoice = { key: string; title: string; purpose: string };

/** The page's content before a certificate is drafted, and the existing drafts. */
export type CertificateDesk = {
  choices: CertificateChoice[];
  candidates: Candidate[];
  drafted: { id: string; code: string; title: string; state: string }[];
};
