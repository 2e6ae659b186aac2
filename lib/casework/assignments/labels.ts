import type { AssignmentResult } from "./types";

export const resultLabels: Record<AssignmentResult, string> = {
  given: "Given",
  theirs: "Already theirs",
  not_permitted: "Not permitted",
  closed: "Closed",
  gone: "Not found",
};

export const resultHints: Record<AssignmentResult, string> = {
  given: "The new owner acts on it from now.",
  theirs: "Nothing was changed.",
  not_permitted: "Its owner or a supervisor assigns it, to somebody who works here.",
  closed: "A closed case keeps its owner. Reopen it first.",
  gone: "There is no such case for you.",
};
