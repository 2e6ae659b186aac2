import "server-only";
import { sql } from "drizzle-orm";
import { headers } from "next/headers";
import { ask } from "@/db/client";
import { deriveKey, keyedToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";

/**
 * For a page that asks for no sign-in: twenty tries at once, then six a minute for each address, and three hundred at
 * once, then five a second for all of them. An address is kept as a keyed hash only. @throws AppError conflict
 */
export async function slowStrangers(what: string): Promise<void> {
  const one = await taken(`${what}|${await clientAddress()}`, 20, 0.1);
  if (one && (await taken(`${what}|all`, 300, 5))) return;
  throw tooMany();
}

/**
 * The same for each address alone: sixty tries at once, then one a second. Signing in with a passkey has no budget for
 * all, because somebody who used it up would lock out everybody. @throws AppError conflict
 */
export async function slowAddress(what: string): Promise<void> {
  if (!(await taken(`${what}|${await clientAddress()}`, 60, 1))) throw tooMany();
}

const tooMany = () => new AppError("conflict", "Too many tries. Wait a minute, then try again.");

/** The address that the nearest proxy saw; without one, the one that the server itself saw. */
async function clientAddress(): Promise<string> {
  const chain = (await headers()).get("x-forwarded-for") ?? "";
  return chain.split(",").at(-1)?.trim() || "unknown";
}

async function taken(who: string, burst: number, perSecond: number): Promise<boolean> {
  const key = keyedToken(deriveKey(env().KEK, "bucket"), who);
  const [row] = await ask<{ ok: boolean }>(sql`select auth.take(${key}, ${burst}, ${perSecond}) as ok`);
  return row?.ok ?? false;
}
