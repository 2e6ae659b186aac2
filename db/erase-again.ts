import postgres from "postgres";
import { tlsOf } from "../lib/platform/network/tls-policy.ts";

/** A line of the ledger of erasures, as lib/privacy/erasures/rules.ts reads it. */
type Erased = { org: string; of: string; id: string; keys: string[] };

/** As the owner, in one transaction: erases again what a restored database still has. Returns how many it had. */
export async function eraseAgain(ownerUrl: string, lines: readonly Erased[]): Promise<number> {
  const client = postgres(ownerUrl, { ...tlsOf(ownerUrl), max: 1, onnotice: () => {} });
  try {
    return await client.begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      let had = 0;
      for (const line of lines) {
        const [row] = await tx<{ again: boolean }[]>`select app.erase_again(${tx.json(line)}) as again`;
        if (row?.again) had += 1;
      }
      return had;
    });
  } finally {
    await client.end();
  }
}
