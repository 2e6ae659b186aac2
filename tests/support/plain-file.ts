import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { plainPath } from "@/lib/operations/tidying/plain-path";
import { newId } from "@/lib/platform/ids";
import { about, addExhibit } from "./exhibit";

/** Puts bytes where a release before sealing kept them, and gives the path. */
export async function plantPlainFile(
  orgId: string,
  of: "exhibit" | "packet",
  sha256: string,
  bytes: Uint8Array,
): Promise<string> {
  const path = plainPath(orgId, { of, sha256 });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return path;
}

/** An exhibit as a release before sealing left it: a row without a sealed file, and its bytes plain in a folder. */
export async function plantPlainExhibit(
  ctx: Ctx,
  caseId: string,
  bytes: Uint8Array,
): Promise<{ id: string; path: string; sha256: string }> {
  const model = await addExhibit(ctx, caseId, bytes);
  const { id: uploadId } = await announceUpload(ctx, { caseId, ...about, size: bytes.byteLength });
  const id = newId();
  await withTransaction(ctx, "read write", async ({ db }) => {
    const [row] = await db.select().from(exhibits).where(eq(exhibits.id, model.exhibitId));
    if (!row) throw new Error("no model");
    await db.insert(exhibits).values({ ...row, id, uploadId, number: row.number + 500, fileId: null });
  });
  const path = await plantPlainFile(ctx.orgId, "exhibit", model.sha256, bytes);
  return { id, path, sha256: model.sha256 };
}
