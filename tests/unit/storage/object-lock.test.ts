import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createS3Store } from "@/lib/platform/storage/s3";
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
    return fetch(`${server.settings.endpoint}/${bucket}/anchors/o/1`, { method: "HEAD" });
  }

  test("is locked where the bucket can, so that nobody removes it", async () => {
    const { headers } = await keptIn("locking");
    expect(headers.get("x-amz-object-lock-mode")).toBe("COMPLIANCE");
    expect(Date.parse(headers.get("x-amz-object-lock-retain-until-date") ?? "")).toBeGreaterThan(Date.now());
  });

  test("is kept without where the bucket cannot", async () => {
    const { status, headers } = await keptIn("plain");
    expect(status).toBe(200);
    expect(headers.get("x-amz-object-lock-mode")).toBeNull();
  });
});
