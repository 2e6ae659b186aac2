import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { HeldProblem, StampProblem, StampState, StampSummary } from "./types";

export const stampStateLabels: Record<StampState, string> = labelTable(() => ({
  held: t("Stamp held"),
  pending: t("Pending"),
  refused: t("Refused"),
}));

export const stampSummaryLabels: Record<StampSummary, string> = labelTable(() => ({
  none_set_up: t("No time authority is set up"),
  held: t("Time stamped"),
  partly: t("Time stamped, one pending"),
  pending: t("Time stamp pending"),
  refused: t("Time stamp refused"),
}));

const tokenSentences = labelTable(() => ({
  not_strict: t("What came is not encoded in the one way that it has to be."),
  not_a_token: t("What came is not a time stamp."),
  not_one_signer: t("It is not signed by exactly one signer whose certificate is in it."),
  wrong_hash: t("It stamps another hash than the one that was sent."),
  wrong_nonce: t("It answers another question than ours: the nonce differs."),
  wrong_signature: t("Its signature is not valid."),
  weak_algorithm: t("It is signed in a way, or with a key, that is too weak or not known to us."),
  signer_not_bound: t("The signature does not name the certificate that came with it."),
  not_for_time_stamps: t("The signer's certificate is not for time stamps alone."),
  outside_validity: t("A certificate was not valid at the time that it states."),
  unknown_authority: t("It does not lead to a root certificate that this installation trusts."),
  stray_certificate: t("It holds certificates that have nothing to do with its signer."),
  time_differs: t("Its time and our clock are more than ten minutes apart."),
}));

export const stampProblemSentences: Record<StampProblem, string> = labelTable(() => ({
  unreachable: t("The authority cannot be reached."),
  no_answer: t("The authority does not answer."),
  closed_early: t("The authority ended the connection before it had answered."),
  http_error: t("The authority answers with an error."),
  redirected: t("The authority sends us to another address, which we do not follow."),
  wrong_type: t("What answers is not a time authority."),
  too_large: t("The answer is larger than any time stamp."),
  garbled: t("The answer cannot be read."),
  not_granted: t("The authority declines to stamp it."),
  ...tokenSentences,
}));

export const heldProblemSentences: Record<HeldProblem, string> = labelTable(() => ({
  no_token: t("The stamp is not there."),
  no_roots: t("The file of trusted root certificates (TSA_CA_FILE) cannot be read, so nothing can be checked."),
  record_differs: t("What we recorded of it is not what it says."),
  ...tokenSentences,
}));
