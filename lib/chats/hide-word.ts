import "server-only";
import type { Sealed } from "@/db/columns";
import { query } from "@/lib/access/query";
import { openVault } from "@/lib/access/vault";
import { findImport } from "./scope";

const longest = 100;
const place = (row: string) => ({ table: "chat_imports", column: "find", row });

/**
 * A word to look for, sealed under the key of the case, so that it may stand in an address: addresses lie in histories
 * and logs. @throws AppError not_found
 */
export const hideWord = query("case.read", async (ctx, importId: string, word: string): Promise<string> => {
  const row = await findImport(ctx, importId);
  return (await openVault(ctx, row.keyId)).seal(place(row.id), word.trim().slice(0, longest));
});

/** The word that hideWord sealed; null for an address that somebody changed. @throws AppError not_found */
export const shownWord = query("case.read", async (ctx, importId: string, hidden: string): Promise<string | null> => {
  const row = await findImport(ctx, importId);
  const vault = await openVault(ctx, row.keyId);
  try {
    return vault.open(place(row.id), hidden as Sealed);
  } catch {
    return null;
  }
});
