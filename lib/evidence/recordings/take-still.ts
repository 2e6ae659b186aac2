import "server-only";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { parseInput, requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { applyRateLimit } from "@/lib/kernel/access/rate-limits";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { drawTool } from "@/lib/platform/sandbox/versions";
import { requirePlayable } from "./access";
import { TakeStill } from "./input";
import { keepStill } from "./keep-still";
import { playedLately } from "./played-lately";
import { maxStillBytes } from "./rules";

/**
 * Keeps a picture that the browser drew from a film that this person plays. The bytes of a browser are as untrusted as
 * any: the sandbox draws the picture afresh, and only what it drew is kept. @returns the id of the still
 * @throws AppError not_found; conflict if it is no film or no picture, or under a stop; forbidden if it is not played
 */
export async function takeStill(ctx: Ctx, raw: unknown, sent: Uint8Array): Promise<{ id: string }> {
  requirePermission(ctx, "case.write");
  const { exhibitId, at } = parseInput(TakeStill, raw);
  await applyRateLimit(ctx, "look");
  const original = await readFilm(ctx, exhibitId);
  const file = { size: sent.byteLength, open: async () => new Blob([new Uint8Array(sent)]).stream() };
  const drawn = await sandbox.strip(file);
  if (!drawn) throw new AppError("conflict", t("What was sent is no picture. Nothing was kept."));
  const { bytes, format, width, height } = drawn;
  const files = await openFiles(ctx, original.keyId);
  const kept = await files.receive(once(bytes), { maxBytes: maxStillBytes, expectedSize: bytes.byteLength });
  const tool = `the browser’s player, ${drawTool()}`;
  const record = () => keepStill(ctx, { exhibitId, at, ...kept, format, width, height, tool });
  return orDrop(files, [kept.fileId], record);
}

const readFilm = query("case.read", async (ctx, exhibitId: string) => {
  const original = await readOriginal(ctx, exhibitId);
  const { as } = await requirePlayable(ctx, original);
  if (as !== "film") throw new AppError("conflict", t("Stills are taken from films only."));
  if (!(await playedLately(ctx, exhibitId))) throw new AppError("forbidden", t("Choose “Play it here” on its page."));
  return original;
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
