import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases, exhibits, packets } from "@/db/schema";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sealPlainFiles } from "@/lib/operations/tidying/seal-plain-files";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { env } from "@/lib/platform/env";
import { readyPacket } from "@/tests/support/built-packet";
import { bytesOf, filesBelow } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { plantPlainExhibit, plantPlainFile } from "@/tests/support/plain-file";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const canaryFile = (text: string) => Buffer.from(`CANARY-plain ${text} `.repeat(120_000));

async function fileIdOf(id: string): Promise<string | null> {
  const [row] = await withTransaction(worker, "read only", ({ db }) =>
    db.select({ fileId: exhibits.fileId }).from(exhibits).where(eq(exhibits.id, id)),
  );
  return row?.fileId ?? null;
}

async function bytesKept(caseId: string, id: string): Promise<Buffer> {
  const [row] = await withTransaction(worker, "read only", ({ db }) =>
    db.select({ keyId: cases.keyId }).from(cases).where(eq(cases.id, caseId)),
  );
  const files = await openFiles(worker, row?.keyId ?? "");
  return bytesOf((await files.open((await fileIdOf(id)) ?? "")).stream);
}

describe("sealPlainFiles", () => {
  test("seals each file for its case, removes the plain one that two rows shared, and is audited", async () => {
    const one = await plantCase(worker);
    const two = await plantCase(worker);
    const bytes = canaryFile("shared");
    const first = await plantPlainExhibit(worker, one, bytes);
    const second = await plantPlainExhibit(worker, two, bytes);
    expect(first.path).toBe(second.path);
    expect(await sealPlainFiles(org.service())).toEqual({ sealed: 2, missing: 0, damaged: 0 });
    expect((await bytesKept(one, first.id)).equals(bytes)).toBe(true);
    expect((await bytesKept(two, second.id)).equals(bytes)).toBe(true);
    expect(await fileIdOf(first.id)).not.toBe(await fileIdOf(second.id));
    expect(existsSync(first.path)).toBe(false);
    expect(await org.auditOf(first.id)).toEqual(["exhibit.sealed"]);
    expect(await sealPlainFiles(org.service())).toEqual({ sealed: 0, missing: 0, damaged: 0 });
    for (const name of await filesBelow(env().DATA_DIR)) {
      expect((await readFile(join(env().DATA_DIR, name))).includes("CANARY-plain"), name).toBe(false);
    }
  });

  test("leaves what is missing or damaged as it is, and goes on with the rest", async () => {
    const caseId = await plantCase(worker);
    const missing = await plantPlainExhibit(worker, caseId, canaryFile("missing"));
    await writeFile(missing.path, "");
    const damaged = await plantPlainExhibit(worker, await plantCase(worker), canaryFile("damaged"));
    const bent = canaryFile("damaged");
    bent[7] = 0;
    await writeFile(damaged.path, bent);
    const good = await plantPlainExhibit(worker, await plantCase(worker), canaryFile("good"));
    expect(await sealPlainFiles(org.service())).toEqual({ sealed: 1, missing: 0, damaged: 2 });
    expect([await fileIdOf(missing.id), await fileIdOf(damaged.id)]).toEqual([null, null]);
    expect((await readFile(damaged.path)).equals(bent)).toBe(true);
    expect(existsSync(good.path)).toBe(false);
    const other = await makeOrg();
    const gone = await plantPlainExhibit(
      await other.as("caseworker"),
      await plantCase(await other.as("caseworker")),
      bent,
    );
    await writeFile(gone.path, bent);
    expect(await sealPlainFiles(other.service())).toEqual({ sealed: 1, missing: 0, damaged: 0 });
    expect(await fileIdOf(damaged.id)).toBeNull();
  });

  test("seals a packet under a key of its own", async () => {
    const own = await makeOrg();
    const person = await own.person("caseworker");
    const { id } = await readyPacket(own, person);
    const pdf = await bytesOf((await openPacket(person.ctx, id)).stream);
    await withTransaction(own.service(), "read write", ({ db }) =>
      db.update(packets).set({ fileId: null, fileKeyId: null }).where(eq(packets.id, id)),
    );
    const path = await plantPlainFile(own.id, "packet", sha256Hex(pdf), pdf);
    expect(await sealPlainFiles(own.service())).toEqual({ sealed: 1, missing: 0, damaged: 0 });
    expect((await bytesOf((await openPacket(person.ctx, id)).stream)).equals(pdf)).toBe(true);
    expect(existsSync(path)).toBe(false);
    expect(await own.auditOf(id)).toContain("packet.sealed");
  });

  test("is for the worker alone", async () => {
    for (const role of ["caseworker", "supervisor", "admin", "liaison"] as const) {
      await expect(sealPlainFiles(await org.as(role))).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
