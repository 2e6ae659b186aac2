import type { HeldProblem, StampProblem, StampState, StampSummary } from "./types";

export const stampStateLabels: Record<StampState, string> = {
  held: "Stamp held",
  pending: "Pending",
  refused: "Refused",
};

export const stampSummaryLabels: Record<StampSummary, string> = {
  none_set_up: "No time authority is set up",
  held: "Time stamped",
  partly: "Time stamped, one pending",
  pending: "Time stamp pending",
  refused: "Time stamp refused",
};

const tokenSentences = {
  not_strict: "What came is not encoded in the one way that it has to be.",
  not_a_token: "What came is not a time stamp.",
  not_one_signer: "It is not signed by exactly one signer whose certificate is in it.",
  wrong_hash: "It stamps another hash than the one that was sent.",
  wrong_nonce: "It answers another question than ours: the nonce differs.",
  wrong_signature: "Its signature does not hold.",
  weak_algorithm: "It is signed in a way, or with a key, that is too weak or not known to us.",
  signer_not_bound: "The signature does not name the certificate that came with it.",
  not_for_time_stamps: "The signer's certificate is not for time stamps alone.",
  outside_validity: "A certificate was not valid at the time that it states.",
  unknown_authority: "It does not lead to a root certificate that this installation trusts.",
  stray_certificate: "It holds certificates that have nothing to do with its signer.",
  time_differs: "Its time and our clock are more than ten minutes apart.",
};

export const stampProblemSentences: Record<StampProblem, string> = {
  unreachable: "The authority cannot be reached.",
  no_answer: "The authority does not answer.",
  closed_early: "The authority ended the connection before it had answered.",
  http_error: "The authority answers with an error.",
  redirected: "The authority sends us to another address, which we do not follow.",
  wrong_type: "What answers is not a time authority.",
  too_large: "The answer is larger than any time stamp.",
  garbled: "The answer cannot be read.",
  not_granted: "The authority declines to stamp it.",
  ...tokenSentences,
};

export const heldProblemSentences: Record<HeldProblem, string> = {
  no_token: "The stamp is not there.",
  no_roots: "The file of trusted root certificates (TSA_CA_FILE) cannot be read, so nothing can be checked.",
  record_differs: "What we recorded of it is not what it says.",
  ...tokenSentences,
};
