import "server-only";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findImport } from "./access";
import { findPlace } from "./rules";

const longest = 100;

/**
 * Encrypts a search word under the key of the case, so that it can be in a URL: URLs end up in histories and logs.
 * @throws AppError not_found
 */
export const hideWord = query("case.read", async (ctx, importId: string, word: string): Promise<string> => {
  const row = await findImport(ctx, importId);
  return (await openVault(ctx, row.keyId)).seal(findPlace(row.id), word.trim().slice(0, longest));
});
