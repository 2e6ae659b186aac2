import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { mails } from "@/db/schema";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { tellOfficers } from "@/lib/handover/releases/commands/tell-officers";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCopies } from "@/tests/support/plant-copies";
import { now } from "@/tests/support/plant-first-link";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("tellOfficers", () => {
  test("tells each officer whom it closed by one mail, which says nothing", async () => {
    const { caseId, releaseId, reads, closed, paper } = await plantCopies(org, worker);
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid of Honeybush" });
    for (let i = 0; i < 2; i += 1) await tellOfficers(org.service(), { releaseId });
    const rows = await withTransaction(org.service(), "read only", ({ db }) =>
      db
        .select()
        .from(mails)
        .where(eq(mails.occasion, `release ${releaseId}`)),
    );
    expect(rows.map(({ memberId }) => memberId).toSorted()).toEqual([reads.memberId, closed.memberId].toSorted());
    expect(rows.map(({ memberId }) => memberId)).not.toContain(paper.memberId);
    for (const { kind, subject, body } of rows) {
      expect(kind).toBe("officer_notice");
      expect(`${subject} ${body}`).not.toMatch(/client|consent|release|packet|case|CD-|REL-|Honeybush/i);
    }
    expect(await org.auditOf(releaseId)).toContain("release.officers_told");
  });
});
