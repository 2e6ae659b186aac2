import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { derivatives } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { env } from "@/lib/platform/env";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { filesBelow } from "@/tests/support/files";
import { makeOrg } from "@/tests/support/org";
import { sendFiles } from "@/tests/support/uploaded-packet";

const floor = 256 * 1024 * 1024;
const folder = join(env().DATA_DIR, "files");
mkdirSync(folder, { recursive: true });
/** A real file system of 264 MB in memory. */
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=264m", "none", folder]).status === 0;

afterAll(() => {
  if (isMounted) spawnSync("umount", [folder]);
});

test.skipIf(!isMounted)(
  "a disk that fills while the parts are stored: the packet says so and leaves nothing (skipped where we may not mount one)",
  { timeout: 60_000 },
  async () => {
    const org = await makeOrg();
    const worker = await org.person("caseworker");
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const bytes = readFileSync("tests/fixtures/files/letter.pdf");
    await sendFiles(org, worker, { caseId, files: [{ name: "letter.pdf", bytes }] });
    const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
    const before = await filesBelow(folder);
    // Room for the served part, and then a little too little for the annex.
    leave(floor + 64 * 1024);
    await assemblePacket(org.service(), { packetId: id });
    const { status, fileSha256, progress } = await getPacket(worker.ctx, id);
    expect({ status, fileSha256 }).toEqual({ status: "failed", fileSha256: null });
    expect(progress.error).toBe(
      "There is no room left on the server to keep the file. Tell the administrator, then try again.",
    );
    expect(await listParts(worker.ctx, id)).toEqual([]);
    // What was read of the pictures on the way belongs to the exhibits, and stays.
    const readings = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select({ fileId: derivatives.fileId }).from(derivatives).where(eq(derivatives.caseId, caseId)),
    );
    const left = (await filesBelow(folder)).filter((path) => !readings.some(({ fileId }) => path.includes(fileId)));
    expect(left).toEqual([...before.filter((path) => left.includes(path)), "filler"].sort());
  },
);

/** Fills the disk until so many bytes are free. */
function leave(bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, "filler"), Buffer.alloc(bavail * bsize - bytes));
}
