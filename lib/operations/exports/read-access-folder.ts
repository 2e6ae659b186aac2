import "server-only";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import type { ZipPiece } from "@/lib/platform/zip/zip-pieces";
import { drawAccess } from "./draw-access";
import { jsonFile } from "./json-file";
import { readAccess } from "./read-access";
import { textFile } from "./text-file";

/**
 * The folder of a client, file by file: one read of the records, then a page and JSON. No original, no file of others.
 */
export async function* readAccessFolder(
  ctx: Ctx,
  asked: { clientId: string; namesStaff: boolean },
): AsyncGenerator<ZipPiece> {
  requirePermission(ctx, "case.read");
  const { kinds, leftOut } = await withTransaction(ctx, "read only", (scoped) => readAccess(scoped, asked));
  for (const { name, rows } of kinds) yield jsonFile(`data/${name}.json`, rows);
  yield jsonFile("data/left_out.json", leftOut);
  yield textFile("index.html", drawAccess(kinds, leftOut, ctx.now));
}
