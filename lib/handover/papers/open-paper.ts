import "server-only";
import type { handoverPapers } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { paperPlace } from "./access";
import type { PaperFile } from "./types";

/** One file of a signed paper, as it was signed. @throws AppError not_found once its key is closed to this person */
export async function openPaper(ctx: TxCtx, row: typeof handoverPapers.$inferSelect, file: PaperFile) {
  const vault = await openVault(ctx, row.keyId);
  const bytes = Buffer.from(vault.open(paperPlace(file, row.id), row[file]), "base64");
  return { bytes, name: file === "pdf" ? row.name : `${row.name}.p7s` };
}
