import { t } from "@/lib/platform/language/translate";
import "server-only";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import type { OriginalView } from "@/lib/evidence/exhibits/types";
import { requireNoStop } from "@/lib/evidence/exposure/access";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { drawTool } from "@/lib/platform/sandbox/versions";
import { handOutCopy } from "./hand-out-copy";
import { keepStripped } from "./keep-stripped";
import { openCopy } from "./open-copy";
import { canStrip } from "./rules";
import type { OpenedCopy } from "./types";

/** No picture that the sandbox draws is larger than this. */
const maxBytes = 64 * 1024 * 1024;

/**
 * The picture of an exhibit redrawn without metadata, made in the sandbox at the first request. The ledger records it
 * before its bytes are returned. @throws AppError not_found; conflict if it is not a picture, or under a stop
 */
export async function openStripped(ctx: Ctx, exhibitId: string): Promise<OpenedCopy> {
  requirePermission(ctx, "case.write");
  const { original, copyId } = await readToStrip(ctx, exhibitId);
  const derivativeId = copyId ?? (await makeOrFind(ctx, original));
  await handOutCopy(ctx, { exhibitId: original.id, what: "stripped", derivativeId });
  return openCopy(ctx, original.number, derivativeId);
}

const readToStrip = query("case.read", async (ctx, exhibitId: string) => {
  const original = await readOriginal(ctx, exhibitId);
  await requireNoStop(ctx, original.caseId);
  if (!canStrip(original.look)) throw noPicture();
  return { original, copyId: await findStripped(ctx, exhibitId) };
});

const findStripped = query("case.read", async (ctx, exhibitId: string) => {
  const copies = await listDerivatives(ctx, exhibitId);
  return copies.find((copy) => copy.kind === "stripped")?.id;
});

/** Two people may ask at once: the second finds what the first one stored. */
async function makeOrFind(ctx: Ctx, original: OriginalView): Promise<string> {
  const drawn = await sandbox.strip(await openOriginal(ctx, original));
  if (!drawn) throw noPicture();
  const { bytes, format, width, height } = drawn;
  const files = await openFiles(ctx, original.keyId);
  const kept = await files.receive(piecesOf(bytes), { maxBytes, expectedSize: bytes.byteLength });
  const tool = drawTool();
  try {
    const record = () => keepStripped(ctx, { exhibitId: original.id, ...kept, format, width, height, tool });
    return (await orDrop(files, [kept.fileId], record)).id;
  } catch (error) {
    const found = error instanceof AppError && error.code === "conflict" && (await findStripped(ctx, original.id));
    if (!found) throw error;
    return found;
  }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function noPicture(): AppError {
  return new AppError("conflict", t("A copy without metadata is made of single pictures only."));
}
