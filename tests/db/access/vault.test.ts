import { beforeAll, describe, expect, test } from "vitest";
import { type Ctx, inScope } from "@/lib/access/ctx";
import { openTokens } from "@/lib/access/search-tokens";
import { createVault, openVault } from "@/lib/access/vault";
import { makeOrg, type Org } from "../../support/org";

let org: Org;
let worker: Ctx;
const place = { table: "clients", column: "name", row: "01a20e3a-c386-77cf-8cfb-ef1367783b17" };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const inside = <T>(ctx: Ctx, act: Parameters<typeof inScope<T>>[2]) => inScope(ctx, "read write", act);

describe("a data key", () => {
  test("opens what it sealed, in another transaction too", async () => {
    const kept = await inside(worker, async (ctx) => {
      const vault = await createVault(ctx, "client");
      return { keyId: vault.keyId, value: vault.seal(place, "Nomvula Fictional") };
    });
    expect(kept.value).not.toContain("Nomvula");
    const opened = await inside(worker, async (ctx) => (await openVault(ctx, kept.keyId)).open(place, kept.value));
    expect(opened).toBe("Nomvula Fictional");
  });

  test("does not open a value that was moved to another row, column or table", async () => {
    await inside(worker, async (ctx) => {
      const vault = await createVault(ctx, "case");
      const value = vault.seal(place, "12 Example Road");
      for (const moved of [
        { ...place, row: "x" },
        { ...place, column: "phone" },
        { ...place, table: "cases" },
      ]) {
        expect(() => vault.open(moved, value)).toThrow();
      }
    });
  });

  test("shows older rows of a column that was sealed later as they were written, and opens the others", async () => {
    await inside(worker, async (ctx) => {
      const vault = await createVault(ctx, "case");
      const value = vault.seal(place, "Const. Example");
      expect(vault.openSince(place, "v1. of the letter" as typeof value)).toBe("v1. of the letter");
      expect(vault.openSince(place, null)).toBeNull();
      expect(vault.openSince(place, value)).toBe("Const. Example");
      expect(() => vault.openSince({ ...place, row: "x" }, value)).toThrow();
    });
  });

  test("is out of reach for another organisation", async () => {
    const keyId = await inside(worker, async (ctx) => (await createVault(ctx, "client")).keyId);
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(inside(stranger, (ctx) => openVault(ctx, keyId))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("search tokens", () => {
  test("meet across spellings and sounds, and differ between organisations", async () => {
    const stranger = await (await makeOrg()).as("caseworker");
    const mine = await inside(worker, (ctx) => openTokens(ctx));
    const theirs = await inside(stranger, (ctx) => openTokens(ctx));
    expect(mine.exact("phone", "+27 82 555 0147")).toEqual(mine.exact("phone", "082-555-0147"));
    expect(mine.exact("handle", "@Dark.Finch")).toEqual(mine.exact("handle", "dark.finch"));
    expect(mine.exact("name", "Thandi  MOKOENA")).toEqual(mine.exact("name", "Mokoena, Thandi"));
    expect(mine.sounds("name", "Steven Smith")).toEqual(mine.sounds("name", "Stephen Smyth"));
    expect(mine.exact("email", "a@b.example")).not.toEqual(theirs.exact("email", "a@b.example"));
  });
});
