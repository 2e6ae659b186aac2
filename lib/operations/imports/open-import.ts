import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { type ImportRow, importSeals } from "./access";

/** The encrypted parts of an import and its rows, under its own key. */
export async function openImport(ctx: TxCtx, row: ImportRow) {
  return importSeals(await openVault(ctx, row.keyId), row.id);
}
