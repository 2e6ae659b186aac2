import type { SendingState } from "./types";

export const bodyPlace = (row: string) => ({ table: "case_sendings", column: "body", row });

/** After so many attempts, over some hours, it is given up. The waits are those of the queue. */
export const mostAttempts = 9;

/**
 * What an answer says. A case of this id that is there already is ours: the id was drawn here, and the answer to an
 * earlier attempt was lost (primeroIMS/primero, `doc/api/cases/post.md`, read on 2026-12-01).
 */
export function outcomeOf(status: number | null): SendingState {
  if (status === null || status === 429 || status >= 500) return "waiting";
  return (status >= 200 && status < 300) || status === 409 ? "sent" : "refused";
}

/** A referral covers what leaves while the client agrees and the service has not declined. */
export const isCovered = ({ consent, state }: { consent: string; state: string }): boolean =>
  consent !== "none" && (state === "open" || state === "accepted");
