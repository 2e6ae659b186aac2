import "server-only";
import type { Budget } from "./budgets";

type Try = {
  /** As typed. An address that nobody has is counted like any other. */
  email: string;
  /** From `clientNetwork`. */
  network: string | null;
  /** The keyed hash of a device that this person signed in with before; null for any other. */
  device: string | null;
};

/**
 * What one try of a password takes from. Strangers to an account share its budget: fifty, then one in fifteen minutes,
 * so of ten thousand tries from wherever fewer than a hundred reach the check. A known device takes from its own only,
 * and a passkey from none of these: who burns the others on purpose keeps nobody out who was here before.
 */
export function guessBudgets({ email, network, device }: Try): Budget[] {
  if (device) return [{ of: `device|${device}`, burst: 10, perSecond: 1 / 60 }];
  const who = email.trim().toLowerCase();
  const far = network
    ? [
        { of: `network|${network}`, burst: 60, perSecond: 0.2 },
        { of: `email|${who}|${network}`, burst: 10, perSecond: 1 / 60 },
      ]
    : [{ of: `email|${who}|here`, burst: 10, perSecond: 1 / 60 }];
  return [
    ...far,
    { of: `email|${who}`, burst: 50, perSecond: 1 / 900 },
    { of: "sign-in|all", burst: 300, perSecond: 5 },
  ];
}
