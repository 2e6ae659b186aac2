import { t } from "@/lib/platform/language/translate";
import "server-only";
import { AppError } from "@/lib/platform/errors";
import { takeEach } from "./budgets";
import { clientNetwork } from "./client-address";

/**
 * For a page without sign-in: a burst of twenty attempts, then six a minute per network, and a burst of three hundred,
 * then five a second in total. @throws AppError conflict
 */
export async function slowStrangers(what: string): Promise<void> {
  const network = await clientNetwork();
  const one = network ? [{ of: `${what}|${network}`, burst: 20, perSecond: 0.1 }] : [];
  if (!(await takeEach([...one, { of: `${what}|all`, burst: 300, perSecond: 5 }]))) throw tooMany();
}

/**
 * The same per network only: a burst of sixty attempts, then one a second. Passkey sign-in has no total limit, because
 * exhausting it would lock out everybody. @throws AppError conflict
 */
export async function slowAddress(what: string): Promise<void> {
  const network = await clientNetwork();
  if (network && !(await takeEach([{ of: `${what}|${network}`, burst: 60, perSecond: 1 }]))) throw tooMany();
}

/**
 * For flows to the sign-in service, each of which makes us contact it: per network as for passkeys, and in total as for
 * password sign-ins. Passkeys and passwords are not affected. @throws AppError conflict
 */
export async function slowService(): Promise<void> {
  const network = await clientNetwork();
  const one = network ? [{ of: `sso|${network}`, burst: 60, perSecond: 1 }] : [];
  if (!(await takeEach([...one, { of: "sso|all", burst: 300, perSecond: 5 }]))) throw tooMany();
}

const tooMany = () => new AppError("conflict", t("Too many tries. Wait a minute, then try again."));
