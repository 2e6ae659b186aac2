import "server-only";
import { and, eq } from "drizzle-orm";
import { clientFiles } from "@/db/schema";
import { leaveNews, ownPage } from "@/lib/client/pages/access";
import { openFiles } from "@/lib/kernel/access/case-files";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findOwnFile } from "./access";
import { KeepFile } from "./input";

/**
 * Records that a client's file is here whole, sealed under the key of her page. From now on it is lost in no case. A
 * repeated call changes nothing. @throws AppError not_found; conflict if the bytes are not there
 */
export const keepFile = command({
  needs: "own.page",
  input: KeepFile,
  async run(ctx, { clientFileId, fileId, sha256, size }) {
    const { id: pageId, caseId, keyId } = await ownPage(ctx);
    const row = await findOwnFile(ctx, clientFileId);
    const value = { id: clientFileId, receivedAt: row.receivedAt ?? ctx.now, sha256: row.sha256 ?? sha256 };
    const audit = {
      action: "client_file.received" as const,
      subjectId: clientFileId,
      caseId,
      detail: { sha256, size },
    };
    if (row.state !== "announced") return { value, audit };
    const kept = await (await openFiles(ctx, keyId)).stat(fileId);
    if (kept?.size !== size || size !== row.size || (row.sentSha256 !== null && row.sentSha256 !== sha256)) {
      throw new AppError("conflict", t("The file is not there as it was announced. Send it again."));
    }
    const mine = and(eq(clientFiles.orgId, ctx.orgId), eq(clientFiles.id, clientFileId));
    await ctx.db.update(clientFiles).set({ fileId, sha256, receivedAt: ctx.now, state: "waiting" }).where(mine);
    await leaveNews(ctx, pageId);
    return { value, audit };
  },
});
