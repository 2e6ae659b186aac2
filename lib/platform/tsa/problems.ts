/** Why no token came. The authority may answer later, so each of these is retried. */
export const askProblems = [
  "unreachable",
  "no_answer",
  "closed_early",
  "http_error",
  "redirected",
  "wrong_type",
  "too_large",
  "garbled",
  "not_granted",
] as const;
export type AskProblem = (typeof askProblems)[number];

/** Why a token that came, or that is kept, is not believed. */
export const tokenProblems = [
  "not_strict",
  "not_a_token",
  "not_one_signer",
  "wrong_hash",
  "wrong_nonce",
  "wrong_signature",
  "weak_algorithm",
  "signer_not_bound",
  "not_for_time_stamps",
  "outside_validity",
  "unknown_authority",
  "stray_certificate",
  "time_differs",
] as const;
export type TokenProblem = (typeof tokenProblems)[number];

/** The authority gave no token. The message is ours and holds nothing that it sent. */
export class AskFailed extends Error {
  override readonly name = "AskFailed";
  constructor(readonly problem: AskProblem) {
    super(`The time authority gave no token: ${problem}.`);
  }
}

/** The token is refused. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
  constructor(readonly problem: TokenProblem) {
    super(`The token is refused: ${problem}.`);
  }
}
