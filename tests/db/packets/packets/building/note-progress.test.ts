import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases, exhibits } from "@/db/schema";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { noteProgress } from "@/lib/packets/packets/building/note-progress";
import { readProgress } from "@/lib/packets/packets/queries";
import { draftedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

/** Loses the stored file of the second exhibit of a case. */
async function lose(caseId: string, exhibitId: string): Promise<void> {
  const { keyId, fileId } = await withTransaction(org.service(), "read only", async ({ db }) => {
    const [found] = await db.select({ keyId: cases.keyId }).from(cases).where(eq(cases.id, caseId));
    const [row] = await db.select({ fileId: exhibits.fileId }).from(exhibits).where(eq(exhibits.id, exhibitId));
    return { keyId: found?.keyId ?? "", fileId: row?.fileId ?? "" };
  });
  await (await openFiles(org.service(), keyId)).drop(fileId);
}

describe("noteProgress", () => {
  test("a building that failed says at which exhibit, and when it was asked for", async () => {
    const { id, caseId, exhibitIds } = await draftedPacket(org, worker, { files: ["note.txt", "photo.jpg"] });
    await lose(caseId, exhibitIds[1] ?? "");
    await assemblePacket(org.service(), { packetId: id });
    const progress = await readProgress(worker.ctx, id);
    expect(progress).toMatchObject({ status: "failed", stage: "exhibits", exhibit: "E-02", done: 1, total: 2 });
    expect(Date.parse(progress.since)).not.toBeNaN();
  });

  test("is for the job alone", async () => {
    const { id } = await draftedPacket(org, worker);
    await expect(noteProgress(worker.ctx, { packetId: id, stage: "reading" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
