import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { env } from "@/lib/platform/env";
import { segmentBytes } from "@/lib/platform/sealing/format";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { about, addExhibit, send } from "@/tests/support/exhibit";
import { filesBelow, seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { type S3Server, startS3Server } from "@/tests/support/s3-server";
import { hasTool } from "@/tests/support/tools";

describe.skipIf(!hasTool("moto_server"))("evidence in a bucket (needs moto_server, Debian's python3-moto)", () => {
  let server: S3Server;
  let org: Org;
  let worker: Ctx;

  beforeAll(async () => {
    server = await startS3Server();
    const { bucket, endpoint, accessKeyId, secretAccessKey } = server.settings;
    Object.assign(process.env, { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_PATH_STYLE: "1" });
    Object.assign(process.env, { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey });
    org = await makeOrg();
    worker = await org.as("caseworker");
  }, 60_000);
  afterAll(() => server.stop());

  test("is kept there, and on this machine not even sealed", async () => {
    const caseId = await plantCase(worker);
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(segmentBytes + 5, 1));
    const keys: string[] = [];
    for await (const { key } of filePlaces().store.list(org.id)) keys.push(key);
    expect(keys).toHaveLength(1);
    expect(existsSync(join(env().DATA_DIR, "files/sealed"))).toBe(false);
    expect(await filesBelow(join(env().DATA_DIR, "files"))).toEqual([]);
    expect((await readExhibit(worker, caseId, exhibitId)).exhibit).toMatchObject({ size: segmentBytes + 5 });
  });

  test("that went away says so, makes no exhibit, and can be sent again", async () => {
    const caseId = await plantCase(worker);
    const bytes = seededBytes(5000, 2);
    const { id } = await announceUpload(worker, { caseId, ...about, size: bytes.length });
    await server.stop();
    await expect(send(worker, id, bytes)).rejects.toMatchObject({ fault: "away" });
    expect(await filesBelow(join(env().DATA_DIR, "files"))).toEqual([]);
  });
});
