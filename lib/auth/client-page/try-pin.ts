import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { takeEach } from "@/lib/auth/attempts/budgets";
import { deriveKey, keyedToken, sha256 } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { pinBudgets } from "./rules";
import type { PinOutcome } from "./types";

/**
 * Tries a PIN at a link. Wrong ones are limited for each network, and for all together at one link; whoever opened the
 * page from a network before is not held up by what others try, so nobody can lock the client out.
 * @param secret of the link, @param network of the request, null if unknown, @param browser the token to be kept
 */
export async function tryPin(
  { secret, network, browser }: { secret: Buffer; network: string | null; browser: Buffer },
  pin: string,
): Promise<PinOutcome> {
  const link = sha256(secret).toString("hex");
  const place = network ? keyedToken(deriveKey(env().KEK, "client page network"), `${link}|${network}`) : null;
  const known = place !== null && (await knowsNetwork(secret, place));
  const own = { of: `client-page|${link}|${network ?? "unknown"}`, ...pinBudgets.network };
  const all = { of: `client-page|${link}|all`, ...pinBudgets.all };
  if (!(await takeEach(known ? [own] : [own, all]))) return "slow";
  const [row] = await ask<{ outcome: PinOutcome }>(
    sql`select ctx.open_client_page(${secret}, ${pin}, ${browser}, ${place}) as outcome`,
  );
  return row?.outcome ?? "wrong";
}

async function knowsNetwork(secret: Buffer, place: Buffer): Promise<boolean> {
  const [row] = await ask<{ known: boolean }>(sql`select auth.knows_client_network(${secret}, ${place}) as known`);
  return row?.known ?? false;
}
