/** Why a signature is not believed, the worst first. */
export const signatureProblems = [
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

/** The same in words, for a reader who is no specialist. */
export const signatureProblemWords: Record<SignatureProblem, string> = {
  unsigned: "There is no signature at the end of this file.",
  added: "Something was added behind the end of what was signed.",
  not_ours: "The signature cannot be read: it is damaged, or another program made it.",
  changed: "What was signed is not what is here: something was changed after the signing.",
  wrong_signature: "The signature does not fit its certificate: it was changed, or made with another key.",
  wrong_certificate: "The signature names another certificate than the one that comes with it.",
  other_signer: "Somebody else signed this: the fingerprint is not the one that was told.",
  broken_chain: "The certificates that come with it do not lead from one to the next.",
  outside_validity: "The certificate was not valid when this was signed.",
  stamp_refused: "The time stamp does not belong to this signature, or cannot be believed.",
};
