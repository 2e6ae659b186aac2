import { beforeAll, describe, expect, test } from "vitest";
import { draftNotices } from "@/lib/privacy/breaches/commands/draft-notices";
import { readBreach } from "@/lib/privacy/breaches/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantBreach } from "@/tests/support/plant-breach";

let org: Org;
let supervisor: Person;
let planted: { breachId: string; clientId: string };

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  planted = await plantBreach(supervisor);
});

describe("draftNotices", () => {
  test("says what s 22 asks for and nothing of the case, once for each client", async () => {
    const { breachId } = planted;
    const { notices } = await readBreach(supervisor.ctx, breachId);
    expect(notices).toMatchObject([{ clientId: planted.clientId, state: "drafted" }]);
    for (const message of ["may know that you came", "disk was erased", "password of your mailbox"]) {
      expect(notices[0]?.body).toContain(message);
    }
    expect(notices[0]?.body).not.toMatch(/laptop|Testbird|Nomvula|Threats/);
    await expect(draftNotices(supervisor.ctx, { breachId })).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(breachId)).toContain("breach.notices_drafted");
  });
});
