import { beforeAll, describe, expect, test } from "vitest";
import { makeSigningKey } from "@/lib/packets/signatures/make-signing-key";
import { env } from "@/lib/platform/env";
import { makeOrg, type Org } from "@/tests/support/org";
import { signingRow } from "@/tests/support/signing-rows";
import { describeEnd, examineSignatures } from "../../../../bin/support/examine-signatures.mjs";

const day = 24 * 3600 * 1000;

describe("What the doctor says of packet signatures", () => {
  let org: Org;
  let row: Awaited<ReturnType<typeof signingRow>>["row"];

  beforeAll(async () => {
    org = await makeOrg("Doctor Trust");
    await makeOrg("Doctor Trust without");
    const { id } = await makeSigningKey(org.service(), {});
    row = (await signingRow(org.service(), id)).row;
  });

  test("each organisation's certificate is good, and those without one are counted", async () => {
    const found: string[][] = await examineSignatures(env().DATABASE_URL, env().SERVICE_TOKEN);
    expect(found.find(([, what]) => what?.includes("packets for Doctor Trust "))?.[0]).toBe("ok");
    expect(found.filter(([, what]) => /no key that signs packets yet/.test(what ?? ""))).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain("PRIVATE");
  });

  test("without the worker's token nothing is read, and it says so", async () => {
    const found = await examineSignatures(env().DATABASE_URL, Buffer.alloc(32));
    expect(found).toMatchObject([["warn", expect.stringContaining("28000"), expect.any(String)]]);
  });

  test("the end is announced 60 days before, and one that was brought in and ended is to fix", () => {
    const at = (days: number) => new Date(row.validUntil.getTime() + days * day);
    const state = (days: number, over = {}) => describeEnd({ ...row, ...over }, at(days))[0];
    expect([state(-61), state(-59), state(1), state(1, { origin: "imported" })]).toEqual([
      "ok",
      "warn",
      "warn",
      "fail",
    ]);
    expect(state(-61, { fingerprint: "0".repeat(64) })).toBe("fail");
  });
});
