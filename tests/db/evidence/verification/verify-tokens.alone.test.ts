import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { timestamps } from "@/db/schema";
import { stampExhibit } from "@/lib/evidence/timestamps/stamp-exhibit";
import { verifyOrganisation } from "@/lib/evidence/verification/verify-organisation";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { setAuthorities, stampRows } from "@/tests/support/stamps";
import type { TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";

describe.skipIf(!hasTool("openssl"))("verifyOrganisation", () => {
  let authorities: TimeAuthority[];
  let org: Org;
  let worker: Ctx;
  let exhibitId: string;

  beforeAll(async () => {
    authorities = await setAuthorities("One Time", "Two Time");
    org = await makeOrg();
    worker = await org.as("caseworker");
    exhibitId = (await addExhibit(worker, await plantCase(worker), seededBytes(100, 1))).exhibitId;
    await stampExhibit(org.service(), { exhibitId });
  });
  afterAll(async () => {
    for (const authority of authorities ?? []) await authority.close();
  });

  test("checks every token that is held", async () => {
    const { counts, broken } = await verifyOrganisation(org.service());
    expect(counts.tokens).toBe(2);
    expect(broken).toEqual({});
  });

  test.each([
    ["another time", { genTime: new Date(0) }],
    ["another number", { serial: "00" }],
    ["another policy", { policy: "9.9" }],
    ["another name", { tsaName: "CN=Nobody" }],
    ["another hash", { sha256: "0".repeat(64) }],
    ["no token", { token: null }],
    ["another token", { token: Buffer.from("3000", "hex") }],
  ])("reports a stamp with %s", async (_, change) => {
    const [row] = await stampRows(worker, exhibitId);
    if (!row) throw new Error("No stamp is held.");
    const set = (values: Partial<typeof row>) =>
      withTransaction(org.service(), "read write", ({ db }) =>
        db.update(timestamps).set(values).where(eq(timestamps.id, row.id)),
      );
    await set(change);
    const { broken } = await verifyOrganisation(org.service());
    const { token, genTime, serial, policy, tsaName, sha256 } = row;
    await set({ token, genTime, serial, policy, tsaName, sha256 });
    expect(broken.token).toMatchObject({
      count: 1,
      first: { exhibitId, what: expect.stringContaining(row.authority) },
    });
    expect((await verifyOrganisation(org.service())).broken).toEqual({});
  });
});
