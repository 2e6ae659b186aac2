import { beforeAll, describe, expect, test } from "vitest";
import { describeEnd, examineSignature } from "@/lib/operations/installation/checks/examine-proof";
import { readFactsAsJob } from "@/lib/operations/installation/queries";
import { makeSigningKey } from "@/lib/packets/signatures/make-signing-key";
import { makeOrg, type Org } from "@/tests/support/org";
import { signingRow } from "@/tests/support/signing-rows";

const day = 24 * 3600 * 1000;

describe("What the doctor says of packet signatures", () => {
  let org: Org;
  let without: Org;
  let row: Awaited<ReturnType<typeof signingRow>>["row"];

  beforeAll(async () => {
    org = await makeOrg("Doctor Trust");
    without = await makeOrg("Doctor Trust without");
    const { id } = await makeSigningKey(org.service(), {});
    row = (await signingRow(org.service(), id)).row;
  });

  test("each organisation's certificate is good, and those without one are said", async () => {
    const facts = [await readFactsAsJob(org.service(), undefined), await readFactsAsJob(without.service(), undefined)];
    const found = examineSignature({ organisations: facts.filter((known) => known !== null), now: new Date() });
    expect(found.find(([, what]) => what.includes("packets for Doctor Trust "))?.[0]).toBe("ok");
    expect(found.filter(([, what]) => /No key signs packets yet/.test(what))).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain("PRIVATE");
  });

  test("the end is announced 60 days before, and one that was brought in and ended is to fix", () => {
    const at = (days: number) => new Date(row.validUntil.getTime() + days * day);
    const state = (days: number, over = {}) => describeEnd({ ...row, ...over }, at(days))[0];
    expect([state(-61), state(-59), state(1), state(1, { origin: "imported" })]).toEqual(["ok", "look", "look", "fix"]);
    expect(state(-61, { fingerprint: "0".repeat(64) })).toBe("fix");
  });
});
