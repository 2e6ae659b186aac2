import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exhibits } from "@/db/schema";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { readPictures } from "@/lib/evidence/picture-words/read-pictures";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { openPartStore } from "@/lib/packets/packets/building/open-part-store";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { retryAssembly } from "@/lib/packets/packets/commands/retry-assembly";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { StoppedByPerson } from "@/lib/packets/packets/rules";
import { packetPartKeys } from "@/lib/packets/packets/types";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { type FailingAt, failingAtS3 } from "@/tests/support/bad-s3";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { type S3Server, startS3Server } from "@/tests/support/s3-server";
import { hasTool } from "@/tests/support/tools";
import { sendFiles } from "@/tests/support/uploaded-packet";

describe.skipIf(!hasTool("moto_server"))("a bucket that fails while a packet is stored (needs moto_server)", () => {
  let server: S3Server;
  let bucket: FailingAt;
  let org: Org;
  let worker: Person;
  let caseId: string;
  let exhibitIds: string[];

  beforeAll(async () => {
    server = await startS3Server();
    bucket = await failingAtS3(server.settings.endpoint ?? "");
    const { bucket: name, accessKeyId, secretAccessKey } = server.settings;
    Object.assign(process.env, { S3_BUCKET: name, S3_ENDPOINT: bucket.settings.endpoint, S3_PATH_STYLE: "1" });
    Object.assign(process.env, { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey });
    org = await makeOrg();
    worker = await org.person("caseworker");
    ({ caseId } = await makeCaseToPrint(org, worker, { files: [] }));
    const files = ["photo.jpg", "letter.pdf"].map((name) => ({
      name,
      bytes: readFileSync(`tests/fixtures/files/${name}`),
    }));
    exhibitIds = await sendFiles(org, worker, { caseId, files });
    // What is read of a picture is kept with its exhibit, so it is read before anything fails.
    for (const exhibitId of exhibitIds) await readPictures(org.service(), { exhibitId });
  }, 120_000);
  afterAll(async () => {
    await bucket?.stop();
    await server?.stop();
  });

  async function stored(): Promise<string[]> {
    const keys: string[] = [];
    for await (const { key } of filePlaces().store.list(org.id)) keys.push(key);
    return keys.sort();
  }

  const packet = async (id: string) => {
    const { status, fileSha256, progress } = await getPacket(worker.ctx, id);
    return { status, fileSha256, error: progress.error };
  };

  test("at any of its parts leaves no part and no file, says so, and is tried again", {
    timeout: 240_000,
  }, async () => {
    const before = await stored();
    const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
    const later: string[] = ["manifest_signature", "withdrawn_copy", "superseded_copy", "originals"];
    const kept = packetPartKeys.filter((part) => !later.includes(part));
    for (const [n, part] of kept.entries()) {
      bucket.failAt(n + 1);
      await assemblePacket(org.service(), { packetId: id });
      bucket.failAt(0);
      expect([part, await packet(id)]).toEqual([
        part,
        { status: "failed", fileSha256: null, error: expect.stringContaining("File storage is not responding") },
      ]);
      expect(await listParts(worker.ctx, id)).toEqual([]);
      expect([part, await stored()]).toEqual([part, before]);
      await retryAssembly(worker.ctx, { packetId: id });
    }
    await assemblePacket(org.service(), { packetId: id });
    expect(await packet(id)).toMatchObject({ status: "ready", error: null });
    expect((await listParts(worker.ctx, id)).map(({ part }) => part)).toEqual(kept);
    expect((await stored()).length).toBe(before.length + kept.length);
  });

  test("whoever stops the writing of a part is heard, and nothing of it is kept", async () => {
    const before = await stored();
    const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
    const store = openPartStore(org.service(), { packetId: id, keys: { packet: null, annex: null } });
    const write = async function* (): AsyncGenerator<Uint8Array, undefined> {
      yield Buffer.alloc(100_000);
      throw new StoppedByPerson();
    };
    const keeping = store.keep({ part: "served", name: "a.pdf", mime: "application/pdf", write });
    await expect(keeping).rejects.toBeInstanceOf(StoppedByPerson);
    expect([store.kept, await stored()]).toEqual([[], before]);
  });

  test("a page that was rendered and is gone names its exhibit, and leaves nothing", { timeout: 60_000 }, async () => {
    const [, letter = ""] = exhibitIds;
    const page = (await listDerivatives(worker.ctx, letter)).find(
      (derivative) => derivative.kind === "page" && derivative.page === 2,
    );
    const { keyId } = await readOriginal(worker.ctx, letter);
    await (await openFiles(org.service(), keyId)).drop(page?.fileId ?? "");
    await refusedFor(letter, "E-02: The stored file is missing. Tell the administrator.");
  });

  test("an original that is gone names its exhibit, and leaves nothing", { timeout: 60_000 }, async () => {
    const [photo = ""] = exhibitIds;
    const { keyId, fileId } = await readOriginal(worker.ctx, photo);
    await (await openFiles(org.service(), keyId)).drop(fileId ?? "");
    await refusedFor(photo, "E-01: The stored file is missing. Tell the administrator.");
  });

  async function refusedFor(exhibitId: string, message: string): Promise<void> {
    const [row] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select({ number: exhibits.number }).from(exhibits).where(eq(exhibits.id, exhibitId)),
    );
    expect(message).toContain(`E-0${row?.number}`);
    const before = await stored();
    const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
    await assemblePacket(org.service(), { packetId: id });
    expect(await packet(id)).toEqual({ status: "failed", fileSha256: null, error: message });
    expect(await listParts(worker.ctx, id)).toEqual([]);
    expect(await stored()).toEqual(before);
  }
});
