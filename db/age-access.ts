import postgres from "postgres";
import { tlsOf } from "../lib/platform/network/tls-policy.ts";

/**
 * For the demonstration alone, whose people joined a moment ago: they have been there for three months, so that a
 * visitor can do what people who are new may not do yet. Only the owner of the database can.
 */
export async function ageAccess(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { ...tlsOf(ownerUrl), max: 1, onnotice: () => {} });
  try {
    await client`update ctx.access_given set at = at - interval '90 days'`;
  } finally {
    await client.end();
  }
}
