import { writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ask } from "@/db/client";
import { dataKeys } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { createVault, openVault, unwrapKey, wrapKey } from "@/lib/kernel/access/vault";
import { countNeeding } from "@/lib/operations/key-rotation/count-needing";
import { retireKek } from "@/lib/operations/key-rotation/retire-kek";
import { rewrapKeys } from "@/lib/operations/key-rotation/rewrap-keys";
import { rotateKeys } from "@/lib/operations/key-rotation/rotate-keys";
import { deriveKey, encrypt } from "@/lib/platform/crypto/crypto";
import { keyRing, wrappingKek } from "@/lib/platform/crypto/key-ring";
import { type Kek, newKek, readRing, ringText } from "@/lib/platform/crypto/key-ring-text";
import { env } from "@/lib/platform/env";
import { newId, newToken } from "@/lib/platform/ids";
import { withAdmin } from "@/tests/support/backup-world";
import { makeOrg, type Org } from "@/tests/support/org";

const place = { table: "clients", column: "name", row: "a row" };
const second = newKek();
const third = newKek();
let root: Kek;
let org: Org;
let file: string;
let vaults: { keyId: string; sealed: string }[];

/** The ring lies in its file, as in an installation, and not in the environment. */
beforeAll(async () => {
  const secrets = join(process.env.DATA_DIR ?? "", "secrets");
  await mkdir(secrets, { recursive: true });
  file = join(secrets, "kek");
  [root] = readRing(inject("database").keys.KEK);
  process.env.KEK = "";
  write([root]);
  org = await makeOrg();
  vaults = await Promise.all([1, 2, 3, 4, 5].map(() => seal()));
  await plantUnnamed();
});
afterAll(() => write([root]));

const write = (ring: Kek[]) => writeFileSync(file, `${ringText(ring)}\n`, { mode: 0o600 });

async function seal() {
  return withTransaction(org.service(), "read write", async (ctx) => {
    const vault = await createVault(ctx, "case");
    return { keyId: vault.keyId, sealed: vault.seal(place, "Nomvula") as string };
  });
}

const open = ({ keyId, sealed }: { keyId: string; sealed: string }) =>
  withTransaction(org.service(), "read only", async (ctx) =>
    (await openVault(ctx, keyId)).open(place, sealed as never),
  );

const wrappedOf = async () =>
  withTransaction(org.service(), "read only", ({ db }) =>
    db.select({ id: dataKeys.id, wrapped: dataKeys.wrapped }).from(dataKeys),
  );

/** A data key as the first releases wrapped it, and one that was destroyed. */
async function plantUnnamed(): Promise<void> {
  const id = newId();
  const wrapped = encrypt(deriveKey(root.key, "wrap"), newToken(), `dek|${org.id}|${id}`);
  const row = { orgId: org.id, purpose: "case" as const, createdAt: new Date() };
  await withTransaction(org.service(), "read write", async ({ db }) => {
    await db.insert(dataKeys).values([
      { ...row, id, wrapped },
      { ...row, id: newId(), wrapped: "" },
    ]);
  });
}

describe("a change of the key that wraps", () => {
  test("a process that runs takes the new key for what it wraps, and opens what the old one wrapped", async () => {
    expect(wrappingKek().id).toBe(root.id);
    write([root, second]);
    const later = await seal();
    vaults.push(later);
    const kinds = new Set((await wrappedOf()).map(({ wrapped }) => wrapped.slice(0, 8)));
    expect(kinds).toContain(second.id);
    expect(kinds).toContain(root.id);
    expect(await Promise.all(vaults.map(open))).toEqual(Array(6).fill("Nomvula"));
  });

  test("goes on where it was killed, leaves what was destroyed, and is in the log of every organisation", async () => {
    const other = await makeOrg();
    expect(await rewrapKeys(org.service(), { most: 2 })).toBe(2);
    const between = (await wrappedOf()).filter(({ wrapped }) => wrapped.startsWith(`${second.id}.`));
    expect(between.length).toBeGreaterThanOrEqual(2);
    expect(await Promise.all(vaults.map(open))).toEqual(Array(6).fill("Nomvula"));
    await expect(retireKek(root.id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/5 data keys/),
    });
    expect(await rotateKeys()).toBe(5);
    expect(await rotateKeys()).toBe(0);
    const after = (await wrappedOf()).map(({ wrapped }) => wrapped);
    expect(after.filter((wrapped) => wrapped === "")).toHaveLength(1);
    expect(after.filter((wrapped) => wrapped.startsWith(`${second.id}.`))).toHaveLength(after.length - 1);
    expect(await Promise.all(vaults.map(open))).toEqual(Array(6).fill("Nomvula"));
    for (const owner of [org, other]) expect(await owner.auditOf(owner.id)).toContain("keys.rotated");
  });

  test("a key is retired when nothing needs it, and then not even a process that holds it can use it", async () => {
    await expect(retireKek(second.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(retireKek("00000000")).rejects.toMatchObject({ code: "not_found" });
    write([root, second, third]);
    await rotateKeys();
    expect([await countNeeding(root.id), await countNeeding(second.id)]).toEqual([0, 0]);
    await Promise.all([retireKek(root.id), retireKek(second.id)]);
    expect(await org.auditOf(org.id)).toContain("keys.retired");
    for (const late of [root, second]) {
      const id = newId();
      const wrapped = wrapKey(newToken(), org.id, id, late);
      const attempt = withTransaction(org.service(), "read write", ({ db }) =>
        db.insert(dataKeys).values({ id, orgId: org.id, purpose: "case", wrapped, createdAt: new Date() }),
      );
      await expect(attempt, late.id).rejects.toThrow();
    }
    write([root, third]);
    expect(wrappingKek().id).toBe(third.id);
    expect(keyRing().map(({ id }) => id)).toEqual([root.id, third.id]);
    expect(await Promise.all(vaults.map(open))).toEqual(Array(6).fill("Nomvula"));
  });

  test("the old key, another ring and another organisation open nothing of it", async () => {
    const { id, wrapped } = (await wrappedOf()).find((row) => row.wrapped !== "") ?? { id: "", wrapped: "" };
    expect(unwrapKey(wrapped, org.id, id)).toHaveLength(32);
    expect(() => unwrapKey(wrapped, org.id, id, [root, second])).not.toThrow();
    const named = (kek: Kek) => [{ id: third.id, key: kek.key }];
    expect(() => unwrapKey(wrapped, org.id, id, named(root))).toThrow();
    expect(() => unwrapKey(wrapped, newId(), id)).toThrow();
    expect(() => unwrapKey(wrapped, org.id, newId())).toThrow();
    expect(() => unwrapKey(wrapped.replace(third.id, root.id), org.id, id)).toThrow();
  });

  test("a ring with another root in the file is not taken", () => {
    write([newKek()]);
    expect(wrappingKek().id).toBe(third.id);
    write([root, third]);
    expect(env().KEK.equals(root.key)).toBe(true);
  });

  test("whoever has no token of the worker learns and retires nothing", async () => {
    await expect(ask(sql`select ctx.needing_kek(${newToken()}, 'x', false, true)`)).rejects.toThrow();
    await expect(ask(sql`select * from ctx.retired_keks`)).rejects.toThrow();
    const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
    const rows = await withAdmin((admin) => admin<{ id: string }[]>`select id from ctx.retired_keks order by 1`, name);
    expect(rows.map(({ id }) => id)).toEqual([root.id, second.id, "first"].sort());
  });
});
