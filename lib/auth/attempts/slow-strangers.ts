import "server-only";
import { AppError } from "@/lib/platform/errors";
import { takeEach } from "./budgets";
import { clientNetwork } from "./client-address";

/**
 * For a page that asks for no sign-in: twenty tries at once, then six a minute for each network, and three hundred at
 * once, then five a second for all of them. @throws AppError conflict
 */
export async function slowStrangers(what: string): Promise<void> {
  const network = await clientNetwork();
  const one = network ? [{ of: `${what}|${network}`, burst: 20, perSecond: 0.1 }] : [];
  if (!(await takeEach([...one, { of: `${what}|all`, burst: 300, perSecond: 5 }]))) throw tooMany();
}

/**
 * The same for each network alone: sixty tries at once, then one a second. Signing in with a passkey has no budget for
 * all, because somebody who used it up would lock out everybody. @throws AppError conflict
 */
export async function slowAddress(what: string): Promise<void> {
  const network = await clientNetwork();
  if (network && !(await takeEach([{ of: `${what}|${network}`, burst: 60, perSecond: 1 }]))) throw tooMany();
}

/**
 * For journeys to the sign-in service, each of which makes us ask it: as a passkey's for each network, and as all
 * sign-ins by password for all of them. Passkeys and passwords take from neither. @throws AppError conflict
 */
export async function slowService(): Promise<void> {
  const network = await clientNetwork();
  const one = network ? [{ of: `sso|${network}`, burst: 60, perSecond: 1 }] : [];
  if (!(await takeEach([...one, { of: "sso|all", burst: 300, perSecond: 5 }]))) throw tooMany();
}

const tooMany = () => new AppError("conflict", "Too many tries. Wait a minute, then try again.");
