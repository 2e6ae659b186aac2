import { t } from "@/lib/platform/language/translate";
import { type FirstLinkState, limits } from "./types";

type LinkFacts = {
  releasedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date | null;
  lockedAt: Date | null;
  redeemedAt: Date | null;
};

export function stateOf(link: LinkFacts, now: Date): FirstLinkState {
  if (link.revokedAt) return "revoked";
  if (!link.releasedAt || !link.expiresAt) return "waiting";
  if (link.expiresAt <= now) return "expired";
  if (link.redeemedAt) return "redeemed";
  return link.lockedAt ? "locked" : "open";
}

/** Four eyes: why this member cannot release a link; null when they can. */
export function whyNotRelease({ madeBy }: { madeBy: string }, memberId: string | null): string | null {
  if (memberId === null) return t("A person releases a link.");
  return madeBy === memberId ? t("You made this link. Another supervisor releases it.") : null;
}

/** When a link ends: 72 hours from its release, or earlier with the last release of the client that covers it. */
export function endOf(releasedAt: Date, covered: Date): Date {
  const hours = new Date(releasedAt.getTime() + limits.hours * 3_600_000);
  return covered < hours ? covered : hours;
}
