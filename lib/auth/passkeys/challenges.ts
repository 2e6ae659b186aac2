import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newToken } from "@/lib/platform/ids";

export type Purpose = "sign_in" | "confirm" | "add";

/** A new challenge. Only its hash is stored, for five minutes and for this session. */
export async function makeChallenge(purpose: Purpose, session: Buffer | null): Promise<Buffer> {
  const challenge = newToken();
  await ask(sql`select auth.make_challenge(${sha256(challenge)}, ${purpose}, ${session}::bytea)`);
  return challenge;
}

/**
 * The challenge that an answer says it signed, taken so that no other answer can use it; null when we did not ask for
 * it, it was answered already or it is too old.
 */
export async function takeChallenge(answer: string, purpose: Purpose, session: Buffer | null): Promise<string | null> {
  const challenge = challengeIn(answer);
  if (!challenge) return null;
  const hash = sha256(Buffer.from(challenge, "base64url"));
  const [row] = await ask<{ taken: boolean }>(
    sql`select auth.take_challenge(${hash}, ${purpose}, ${session}::bytea) as taken`,
  );
  return row?.taken ? challenge : null;
}

function challengeIn(clientData: string): string | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(clientData, "base64url").toString("utf8"));
    const challenge = (parsed as { challenge?: unknown } | null)?.challenge;
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}
