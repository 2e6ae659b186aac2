import "server-only";
import { and, count, eq, inArray, sum } from "drizzle-orm";
import { clientFiles } from "@/db/schema";
import { ownPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { caseTakesFiles } from "./access";
import { AnnounceFile } from "./input";
import { filePlace, maxWaitingBytes, maxWaitingFiles } from "./rules";

/**
 * Records what a client is about to send, and what she says of it. A file that was announced before and did not arrive
 * whole is the same file: its id is returned, and it goes on where it stopped.
 * @throws AppError invalid; conflict when too much waits to be looked at, or the case takes no files
 */
export const announceFile = command({
  needs: "own.page",
  input: AnnounceFile,
  async run(ctx, { size, sha256, ...words }) {
    const { id: pageId, caseId, keyId } = await ownPage(ctx);
    const audit = (id: string) => ({
      action: "client_file.announced" as const,
      subjectId: id,
      caseId,
      detail: { size },
    });
    const begun = sha256 ? await findBegun(ctx, size, sha256) : null;
    if (begun) return { value: { id: begun.id, state: begun.state }, audit: audit(begun.id) };
    if (!(await caseTakesFiles(ctx, caseId))) throw new AppError("conflict", t("No files are taken at the moment."));
    await requireRoom(ctx, size);
    const id = newId();
    const vault = await openVault(ctx, keyId);
    await ctx.db.insert(clientFiles).values({
      id,
      orgId: ctx.orgId,
      caseId,
      pageId,
      size,
      sentSha256: sha256 ?? null,
      details: vault.seal(filePlace(id), JSON.stringify(words)),
      announcedAt: ctx.now,
    });
    return { value: { id, state: "announced" as const }, audit: audit(id) };
  },
});

/** The same bytes, already here or on their way: they are not sent twice. */
async function findBegun(ctx: TxCtx, size: number, sha256: string) {
  const same = and(eq(clientFiles.size, size), eq(clientFiles.sentSha256, sha256));
  const [row] = await ctx.db
    .select({ id: clientFiles.id, state: clientFiles.state })
    .from(clientFiles)
    .where(and(eq(clientFiles.orgId, ctx.orgId), same))
    .limit(1);
  return row ?? null;
}

async function requireRoom(ctx: TxCtx, size: number): Promise<void> {
  const open = and(eq(clientFiles.orgId, ctx.orgId), inArray(clientFiles.state, ["announced", "waiting"]));
  const [row] = await ctx.db
    .select({ files: count(), bytes: sum(clientFiles.size) })
    .from(clientFiles)
    .where(open);
  if ((row?.files ?? 0) < maxWaitingFiles && Number(row?.bytes ?? 0) + size <= maxWaitingBytes) return;
  throw new AppError("conflict", t("Many files wait to be looked at. Phone your advocate before you send more."));
}
