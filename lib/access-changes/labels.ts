import type { AccessKind, Asked } from "./types";

export const kindLabels: Record<AccessKind, string> = {
  join: "Joins",
  role: "Gets another role",
  renew: "Gets a new sign-in link",
};

/** What a supervisor makes sure of before they release one. */
export const adviceOf: Record<AccessKind, string> = {
  join: "Release it only when you know that this person joins, and the address is theirs.",
  role: "Release it only when you know that this person is to see these cases.",
  renew: "Release it only when the person told you themselves that they need it. Whoever has the link is them.",
};

/** What an administrator is told when what they asked for does not count yet. */
export function waitingWords({ opensAt }: Asked, when: string): string {
  return opensAt
    ? `Nobody can release this now, so it counts from ${when}. Every supervisor is told and can refuse it until then.`
    : "A supervisor releases this first. They find it under Approvals, and are told by e-mail.";
}
