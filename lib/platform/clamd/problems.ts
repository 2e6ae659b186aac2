/** Why a scanner gave no verdict. Every one of them means: not scanned. */
export const scanProblems = [
  "unreachable",
  "no_answer",
  "closed_early",
  "garbled",
  "too_large",
  "locked",
  "scanner_error",
] as const;
export type ScanProblem = (typeof scanProblems)[number];

/** The scanner gave no verdict on these bytes. */
export class ScanFailed extends Error {
  readonly problem: ScanProblem;

  constructor(problem: ScanProblem) {
    super(`The virus scanner gave no verdict (${problem}).`);
    this.name = "ScanFailed";
    this.problem = problem;
  }
}
