import { beforeAll, describe, expect, test } from "vitest";
import type { Sealed } from "@/db/columns";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { createVault, openVault, type Place, type Vault } from "@/lib/kernel/access/vault";
import { makeOrg, type Org } from "@/tests/support/org";

const places: Place[] = ["clients", "incidents"].flatMap((table) =>
  ["name", "words"].flatMap((column) => ["row one", "row two"].map((row) => ({ table, column, row }))),
);
const sealed: { by: number; at: number; value: Sealed }[] = [];
const vaults: Vault[] = [];

beforeAll(async () => {
  const orgs = [await makeOrg(), await makeOrg()];
  for (const org of orgs) for (const _ of [1, 2]) vaults.push(await newVault(org));
  for (const [by, vault] of vaults.entries())
    for (const [at, place] of places.entries()) sealed.push({ by, at, value: vault.seal(place, "Nomvula") });
});

const newVault = (org: Org) => withTransaction(org.service(), "read write", (ctx) => createVault(ctx, "case"));

function opens(vault: Vault, place: Place, value: Sealed): boolean {
  try {
    return vault.open(place, value) === "Nomvula";
  } catch {
    return false;
  }
}

describe("a sealed value", () => {
  test("opens in its own place alone, over tables, columns, rows, cases and organisations", () => {
    const odd = sealed.flatMap(({ by, at, value }) =>
      vaults.flatMap((vault, v) =>
        places.flatMap((place, p) => (opens(vault, place, value) === (v === by && p === at) ? [] : [[by, at, v, p]])),
      ),
    );
    expect(odd).toEqual([]);
    expect(sealed.length * vaults.length * places.length).toBe(1024);
  });

  test("a data key of one organisation is not found by another", async () => {
    const mine = await makeOrg();
    const other = await makeOrg();
    const { keyId } = await newVault(mine);
    const reach = (org: Org) => withTransaction(org.service(), "read only", (ctx) => openVault(ctx, keyId));
    expect((await reach(mine)).keyId).toBe(keyId);
    await expect(reach(other)).rejects.toMatchObject({ code: "not_found" });
  });
});
