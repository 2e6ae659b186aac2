import type { RecallOutcome, RecallView, Unreleased } from "./types";

export const outcomeLabels: Record<RecallOutcome, string> = {
  returned: "Returned to us",
  destroyed: "Destroyed, and they said so",
  kept: "They keep it: we asked, and they refused or did not answer",
};

/** Why somebody holds a version that no release covers, and what to do. */
export const unreleasedWords: Record<Unreleased["cover"], string> = {
  unnamed: "No release of the client names this officer. Name them on one that means them, or recall the copy.",
  revoked: "The client revoked the release. Recall the copy.",
  taken_off: "This officer was taken off the release. Recall the copy.",
  expired: "The release has ended. Have the client sign a new one and name the officer on it, or recall the copy.",
  narrow: "The release does not cover all of this version. Give a version that it covers, or recall this one.",
};

/** `REL-1 was revoked`, `Taken off REL-1`, `Asked for by Thandi Mokoena` */
export function whyRecalled({ release, cause, madeBy }: Pick<RecallView, "release" | "cause" | "madeBy">): string {
  if (!release) return `Asked for by ${madeBy}`;
  return cause === "taken_off" ? `Taken off ${release}` : `${release} was revoked`;
}
