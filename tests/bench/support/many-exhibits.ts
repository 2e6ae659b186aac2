import { randomBytes } from "node:crypto";
import { custodyEvents, exhibits, uploads } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { webStreamOf } from "../../support/files";

const batch = 250;

type Given = { caseId: string; count: number; size: number; onFile: (plain: Uint8Array) => void };

/** Exhibits of random bytes with two ledger lines each, sealed by the real storage and written straight into the tables. */
export async function plantExhibits(ctx: Ctx, given: Given): Promise<void> {
  const { keyId } = await withTransaction(ctx, "read only", (scoped) => findCase(scoped, given.caseId));
  const files = await openFiles(ctx, keyId);
  for (let from = 0; from < given.count; from += batch) {
    const some = await Promise.all(
      Array.from({ length: Math.min(batch, given.count - from) }, async (_, i) => {
        const plain = randomBytes(given.size);
        given.onFile(plain);
        return { number: from + i + 1, ...(await files.receive(webStreamOf(plain), { maxBytes: given.size })) };
      }),
    );
    await writeRows(ctx, given.caseId, keyId, some);
  }
}

type Kept = { number: number; fileId: string; sha256: string; size: number };

async function writeRows(ctx: Ctx, caseId: string, keyId: string, some: readonly Kept[]): Promise<void> {
  await withTransaction(ctx, "read write", async (scoped) => {
    const vault = await openVault(scoped, keyId);
    const place = { orgId: ctx.orgId, caseId };
    const rows = some.map((kept) => ({ ...kept, id: newId(), uploadId: newId() }));
    const by = ctx.actor.memberId ?? "";
    await scoped.db.insert(uploads).values(
      rows.map(({ uploadId, size }) => ({
        ...place,
        id: uploadId,
        size,
        announcedBy: by,
        announcedAt: ctx.now,
        details: vault.seal({ table: "uploads", column: "details", row: uploadId }, "{}"),
      })),
    );
    await scoped.db.insert(exhibits).values(
      rows.map((row) => ({
        ...place,
        ...row,
        method: "other",
        howObtained: "own_record",
        receivedBy: by,
        receivedAt: ctx.now,
        originalName: vault.seal({ table: "exhibits", column: "original_name", row: row.id }, "bench.bin"),
        description: vault.seal({ table: "exhibits", column: "description", row: row.id }, "Measured"),
      })),
    );
    for (const action of ["received", "hashed"]) {
      await scoped.db.insert(custodyEvents).values(
        rows.map((row) => ({
          ...place,
          id: newId(),
          exhibitId: row.id,
          action,
          at: ctx.now,
          by,
          purpose: "Measured",
          sha256: row.sha256,
          seq: 0,
          previous: Buffer.alloc(0),
          hash: Buffer.alloc(0),
        })),
      );
    }
  });
}
