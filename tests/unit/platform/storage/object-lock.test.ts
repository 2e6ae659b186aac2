import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createS3Store } from "@/lib/platform/storage/s3";
import { withS3 } from "@/lib/platform/storage/s3-client";
import { type S3Server, startS3Server } from "@/tests/support/s3-server";
import { hasTool } from "@/tests/support/tools";

describe.skipIf(!hasTool("moto_server"))("an object that is to be locked (needs moto_server)", () => {
  let server: S3Server;
  let folder: string;
  const lock = { lockUntil: new Date(Date.now() + 3_600_000) };
  beforeAll(async () => {
    server = await startS3Server("plain");
    const headers = { "x-amz-bucket-object-lock-enabled": "true" };
    await fetch(`${server.settings.endpoint}/locking`, { method: "PUT", headers });
    folder = await mkdtemp(join(tmpdir(), "object-lock-"));
  }, 60_000);
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await server.stop();
  });

  async function keptIn(bucket: string) {
    const part = join(folder, bucket);
    await writeFile(part, "anchor");
    await createS3Store({ ...server.settings, bucket }).keep("anchors/o/1", part, lock);
    const { client, HeadObjectCommand } = await withS3({ ...server.settings, bucket })();
    return client.send(new HeadObjectCommand({ Bucket: bucket, Key: "anchors/o/1" }));
  }

  test("is locked where the bucket can, so that nobody removes it", async () => {
    const kept = await keptIn("locking");
    expect(kept.ObjectLockMode).toBe("COMPLIANCE");
    expect(kept.ObjectLockRetainUntilDate?.getTime()).toBeGreaterThan(Date.now());
  });

  test("is kept without where the bucket cannot", async () => {
    const kept = await keptIn("plain");
    expect(kept.ContentLength).toBe("anchor".length);
    expect(kept.ObjectLockMode).toBeUndefined();
  });
});
