import "server-only";
import type { Budget } from "./budgets";

type Try = {
  /** As typed. An address without an account is counted like any other. */
  email: string;
  /** From `clientNetwork`. */
  network: string | null;
  /** The keyed hash of a device that this person signed in with before; null for any other. */
  device: string | null;
};

/**
 * The buckets that one password attempt draws on. Unknown devices share the account's bucket: fifty, then one in
 * fifteen minutes, so of ten thousand attempts from anywhere fewer than a hundred reach the check. A known device draws
 * only on its own bucket and a passkey on none of these: somebody who exhausts the others on purpose locks out nobody
 * who was here before.
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
