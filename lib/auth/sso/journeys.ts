import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { sha256 } from "@/lib/platform/crypto/crypto";

/** The purpose of a flow to the service. */
export type Purpose = "sso_sign_in" | "sso_link";

/** Keeps that a press of our button began this journey, for five minutes; to connect, for this session alone. */
export async function noteJourney(state: string, purpose: Purpose, session: Buffer | null): Promise<void> {
  await ask(sql`select auth.make_challenge(${sha256(state)}, ${purpose}, ${session}::bytea)`);
}

/** The purpose of a flow, consumed so that no other answer is accepted; null if none of ours has this state. */
export async function takeJourney(state: string, session: Buffer | null): Promise<Purpose | null> {
  const [row] = await ask<{ purpose: Purpose | null }>(
    sql`select auth.take_sso_state(${sha256(state)}, ${session}::bytea) as purpose`,
  );
  return row?.purpose ?? null;
}
