/** Why a signature is not believed, the worst first. */
const signatureProblems = [
  "unsigned",
  "added",
  "not_ours",
  "changed",
  "wrong_signature",
  "wrong_certificate",
  "other_signer",
  "broken_chain",
  "outside_validity",
  "stamp_refused",
] as const;
export type SignatureProblem = (typeof signatureProblems)[number];
