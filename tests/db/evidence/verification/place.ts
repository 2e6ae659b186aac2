import { randomInt } from "node:crypto";
import { derivatives } from "@/db/schema";
import { recordCustody } from "@/lib/evidence/exhibits/commands/record-custody";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { newId } from "@/lib/platform/ids";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes, webStreamOf } from "@/tests/support/files";
import { plantCase } from "@/tests/support/plant";

export type Planted = { exhibitId: string; caseId: string; fileIds: string[] };

/** Exhibits of several sizes with two derivatives each and a ledger of a few lines. */
export async function plantEvidence(worker: Ctx, service: Ctx, count: number): Promise<Planted[]> {
  const planted: Planted[] = [];
  let caseId = "";
  for (let i = 0; i < count; i += 1) {
    if (i % 7 === 0) caseId = await plantCase(worker);
    const captured = i % 2 ? { capturedAt: "2026-11-01T10:00", capturedZone: "UTC" } : {};
    const size = [0, 1, 900, 70_000, 1_100_000][i % 5] ?? 0;
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(size, i + 1), captured);
    await recordCustody(worker, { exhibitId, action: "transferred", purpose: "For the docket", to: "Det. Nkosi" });
    await recordCustody(worker, { exhibitId, action: "received", purpose: "Back from the docket" });
    const { keyId, fileId } = await readOriginal(worker, exhibitId);
    const made = [1, 2].map((page) => plantDerivative(service, { exhibitId, caseId, keyId, page }));
    planted.push({ exhibitId, caseId, fileIds: [fileId ?? "", ...(await Promise.all(made))] });
  }
  return planted;
}

async function plantDerivative(
  ctx: Ctx,
  { exhibitId, caseId, keyId, page }: { exhibitId: string; caseId: string; keyId: string; page: number },
): Promise<string> {
  const bytes = seededBytes(300 + randomInt(5_000), page);
  const signal = new AbortController().signal;
  const files = await openFiles(ctx, keyId);
  const { fileId } = await files.receive(webStreamOf(bytes), { maxBytes: 10_000, signal });
  await withTransaction(ctx, "read write", ({ db }) =>
    db.insert(derivatives).values({
      id: newId(),
      orgId: ctx.orgId,
      caseId,
      exhibitId,
      kind: "page",
      page,
      fileId,
      format: "png",
      sha256: sha256Hex(bytes),
      size: bytes.byteLength,
      tool: "test 1",
      madeAt: ctx.now,
    }),
  );
  return fileId;
}
