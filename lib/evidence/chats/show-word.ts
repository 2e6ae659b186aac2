import "server-only";
import type { Sealed } from "@/db/columns";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findImport } from "./access";
import { findPlace } from "./rules";

/** The word that hideWord encrypted; null for a URL that somebody changed. @throws AppError not_found */
export const showWord = query("case.read", async (ctx, importId: string, hidden: string): Promise<string | null> => {
  const row = await findImport(ctx, importId);
  const vault = await openVault(ctx, row.keyId);
  try {
    return vault.open(findPlace(row.id), hidden as Sealed);
  } catch {
    return null;
  }
});
