/** Why a page could not be read; never with an address or a word of the other side. */
export const pageProblems = [
  "no_such_host",
  "own_network",
  "unreachable",
  "proxy_refused",
  "not_trusted",
  "too_slow",
  "too_large",
  "closed_early",
] as const;
export type PageProblem = (typeof pageProblems)[number];

export class PageFailed extends Error {
  readonly problem: PageProblem;

  constructor(problem: PageProblem) {
    super(problem);
    this.name = "PageFailed";
    this.problem = problem;
  }
}
