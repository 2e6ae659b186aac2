/** What a certificate states, and so what must be there before one is drafted (domain 9; peers 3.12). */
const certificateNeeds = ["method", "device", "time", "time_source", "hash", "hash_same", "ledger"] as const;
export type CertificateNeed = (typeof certificateNeeds)[number];

/** `at`: the part of the exhibit's page that corrects it. */
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

/** What the page asks and says before one is drafted, and those that were. */
export type CertificateDesk = {
  choices: CertificateChoice[];
  candidates: Candidate[];
  drafted: { id: string; code: string; title: string; state: string }[];
};
