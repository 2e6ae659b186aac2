import { t } from "@/lib/platform/language/translate";
import "server-only";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { hasPicture } from "@/lib/evidence/exhibits/rules";
import { requireNoStop, requirePage } from "@/lib/evidence/exposure/access";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { parseInput, requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { drawTool } from "@/lib/platform/sandbox/versions";
import { RedactExhibit } from "./input";
import { keepRedaction } from "./keep-redaction";

/** No picture that the sandbox draws is larger than this. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Redraws one page with boxes burned into its pixels and stores it as the next masked copy. No transaction is open
 * while the sandbox draws. @returns the id of the copy
 * @throws AppError invalid with its field; not_found; conflict if nothing can be drawn, or the case has a stop
 */
export async function redactExhibit(ctx: Ctx, raw: unknown): Promise<{ id: string }> {
  requirePermission(ctx, "case.write");
  const asked = parseInput(RedactExhibit, raw);
  const original = await readToMask(ctx, asked.exhibitId, asked.page);
  const rendered = await sandbox.redact(await openOriginal(ctx, original), asked);
  if (!rendered) throw noPicture();
  const { format, width, height, bytes } = rendered;
  const files = await openFiles(ctx, original.keyId);
  const kept = await files.receive(piecesOf(bytes), { maxBytes, expectedSize: bytes.byteLength });
  const tool = drawTool();
  const record = () => keepRedaction(ctx, { ...asked, ...kept, format, width, height, tool });
  return orDrop(files, [kept.fileId], record);
}

const readToMask = query("case.read", async (ctx, exhibitId: string, page: number) => {
  const original = await readOriginal(ctx, exhibitId);
  await requireNoStop(ctx, original.caseId);
  if (!hasPicture(original.look)) throw noPicture();
  requirePage(original.look, page);
  return original;
});

function noPicture(): AppError {
  return new AppError("conflict", t("There is no picture of this file, so nothing can be masked."));
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
