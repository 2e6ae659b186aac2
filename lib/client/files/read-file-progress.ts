import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readOwnFile } from "./queries";

/** How much of a client's file is here, in bytes. @throws AppError not_found */
export async function readFileProgress(ctx: Ctx, clientFileId: string): Promise<{ held: number; size: number }> {
  const row = await readOwnFile(ctx, clientFileId);
  if (row.state !== "announced") return { held: row.size, size: row.size };
  return { held: await (await openFiles(ctx, row.keyId)).held(clientFileId), size: row.size };
}
