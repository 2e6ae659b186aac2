import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { uploads } from "@/db/schema";
import { announceUploads } from "@/lib/evidence/exhibits/commands/announce-uploads";
import { readUpload } from "@/lib/evidence/exhibits/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { rateLimits } from "@/lib/kernel/access/rate-limits";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { env } from "@/lib/platform/env";
import { TooOften } from "@/lib/platform/errors";
import { owner } from "@/tests/support/db";
import { about, addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
const announced = { ...about, size: 12 };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

describe("announceUploads", () => {
  test("answers in the order given, with what is known of each, and writes one entry for each", async () => {
    const bytes = seededBytes(12, 77);
    const { exhibitId, label } = await addExhibit(worker, caseId, bytes, { sha256: sha256Hex(bytes) });
    const files = [3, 12, 5].map((size) => ({ caseId, ...announced, size }));
    const made = await announceUploads(worker, {
      files: files.map((file) => (file.size === 12 ? { ...file, sha256: sha256Hex(bytes) } : file)),
    });
    expect(made.map(({ known }) => known)).toEqual([null, { exhibitId, label }, null]);
    for (const [at, { id }] of made.entries()) {
      expect(await readUpload(worker, id)).toMatchObject({ caseId, size: files[at]?.size });
      expect(await org.auditOf(id)).toEqual(["upload.announced"]);
    }
  });

  test("one that is refused leaves none, whoever it is", async () => {
    const file = { caseId, ...announced, size: 4_321 };
    const elsewhere = await plantCase(worker);
    const wrong = [
      { ...file, description: "" },
      { ...file, accountId: "0198f000-0000-7000-8000-00000000aaaa" },
      { ...file, caseId: elsewhere },
    ];
    for (const other of wrong) {
      await expect(announceUploads(worker, { files: [file, other] })).rejects.toMatchObject({ code: "invalid" });
    }
    const many = Array.from({ length: 51 }, () => file);
    await expect(announceUploads(worker, { files: many })).rejects.toMatchObject({ code: "invalid" });
    await expect(announceUploads(worker, { files: [] })).rejects.toMatchObject({ code: "invalid" });
    const rows = await withTransaction(worker, "read only", ({ db }) =>
      db.select().from(uploads).where(eq(uploads.size, 4_321)),
    );
    expect(rows).toEqual([]);
  });

  test("each file counts for the pace of the person", async () => {
    const quick = await org.person("supervisor");
    const files = Array.from({ length: 20 }, () => ({ caseId, ...announced }));
    await announceUploads(quick.ctx, { files });
    const key = keyedToken(deriveKey(env().KEK, "bucket"), `member|${quick.memberId}|record`);
    const [left] = await owner()`select level from auth.buckets where key = ${key}`;
    expect(Math.floor(left?.level)).toBeLessThanOrEqual(rateLimits.record.burst - 19);
    await owner()`update auth.buckets set level = 5, at = clock_timestamp() where key = ${key}`;
    await expect(announceUploads(quick.ctx, { files })).rejects.toThrow(TooOften);
  });
});
