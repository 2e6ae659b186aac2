import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { tlsOf } from "../lib/platform/network/tls-policy.ts";

/**
 * A one-time token for the first-run setup page, live for one hour; null when an organisation exists already.
 * Older tokens stop working.
 */
export async function makeSetupToken(ownerUrl: string): Promise<string | null> {
  const client = postgres(ownerUrl, { ...tlsOf(ownerUrl), max: 1, onnotice: () => {} });
  try {
    const [row] = await client<{ open: boolean }[]>`select auth.setup_is_open() as open`;
    if (!row?.open) return null;
    const token = randomBytes(32);
    await client`update auth.setup_tokens set used_at = now() where used_at is null`;
    await client`insert into auth.setup_tokens ${client({
      hash: createHash("sha256").update(token).digest(),
      expires_at: new Date(Date.now() + 3_600_000),
    })}`;
    return token.toString("base64url");
  } finally {
    await client.end();
  }
}
