import { writeFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { custodyEvents, packets } from "@/db/schema";
import { inScope } from "@/lib/access/ctx";
import { assemblePacket } from "@/lib/packets/assemble-packet";
import { draftPacket } from "@/lib/packets/draft-packet";
import { getPacket } from "@/lib/packets/queries";
import { fileStorage } from "@/lib/platform/storage/file-storage";
import { type CaseOptions, draft, makeCaseToPrint } from "../../support/case-to-print";
import { bytesOf } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function drafted(options: CaseOptions = {}, changes: object = {}) {
  const made = await makeCaseToPrint(org, worker, options);
  const { id } = await draftPacket(worker.ctx, { caseId: made.caseId, ...draft, ...changes });
  return { ...made, id };
}

async function fileOf(packetId: string): Promise<Buffer> {
  const packet = await getPacket(worker.ctx, packetId);
  const { stream } = await fileStorage().open(`packets/${org.id}`, packet.fileSha256 ?? "");
  return bytesOf(stream);
}

describe("assemblePacket", () => {
  test("builds the file, keeps what it says and notes each exhibit that went in", async () => {
    const { id, exhibitIds } = await drafted();
    await assemblePacket(org.service(), { packetId: id });
    const packet = await getPacket(worker.ctx, id);
    expect(packet.progress.error).toBeNull();
    expect(packet).toMatchObject({ status: "ready", code: expect.stringMatching(/-P1$/), version: 1 });
    expect(packet.pages).toBeGreaterThan(10);
    const file = await fileOf(id);
    await writeFile("/tmp/packets/first.pdf", file);
    expect(file.subarray(0, 5).toString()).toBe("%PDF-");
    expect(file.byteLength).toBe(packet.fileSize);
    expect(packet.preflight).toHaveLength(37);
    const ledger = await inScope(org.service(), "read only", ({ db }) =>
      db.select().from(custodyEvents).where(eq(custodyEvents.exhibitId, exhibitIds[0] ?? "")),
    );
    expect(ledger.map((event) => event.action).sort()).toEqual(["exported", "received"]);
    expect(await org.auditOf(id)).toEqual(["packet.drafted", "packet.assembled"]);
  });
});
