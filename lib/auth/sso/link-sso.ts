import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { requireStanding } from "../sessions/standing";
import { tellOfChange } from "../sessions/tell-of-change";
import type { Told } from "./read-claims";

/**
 * The stored form of an identity. It includes the service's name, so that the same subject at another service does not
 * match.
 */
export function subjectHash(issuer: string, subject: string): Buffer {
  return keyedToken(deriveKey(env().KEK, "sso-subject"), JSON.stringify([issuer, subject]));
}

/**
 * Connects this session's person with their identity at the service; every other session of theirs ends. Failed flows,
 * and a subject that is already connected to somebody, are logged.
 */
export async function linkSso(session: Buffer, { issuer }: { issuer: string }, told: Told | null): Promise<boolean> {
  if (!told) {
    await ask(sql`select auth.refuse_sso_link(${session})`);
    return false;
  }
  const { loginId } = await requireStanding(session);
  const [row] = await ask<{ state: string }>(
    sql`select auth.link_sso(${session}, ${issuer}, ${subjectHash(issuer, told.subject)}) as state`,
  );
  if (row?.state !== "linked") return false;
  await tellOfChange(loginId);
  return true;
}
