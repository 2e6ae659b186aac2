import { beforeAll, describe, expect, test } from "vitest";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { listEmergencyAccessNotices } from "@/lib/casework/emergency-access/queries";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { seeNotice } from "@/lib/casework/emergency-access/see-notice";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let owner: Person;
let supervisor: Person;
let lookId: string;

beforeAll(async () => {
  org = await makeOrg();
  [owner, supervisor] = [await org.person("caseworker"), await org.person("supervisor")];
  await plantCase(owner.ctx, { code: "CD-26-0001" });
  ({ id: lookId } = await requestEmergencyAccess(await org.as("caseworker"), {
    code: "CD-26-0001",
    reason: "An emergency.",
  }));
  await decideEmergencyAccess(await org.confirmed(supervisor), { lookId, decision: "release" });
});

describe("seeNotice", () => {
  test("stands until the owner has seen it, and nobody else notes it", async () => {
    const [notice] = await listEmergencyAccessNotices(owner.ctx);
    const noticeId = notice?.id ?? "";
    for (const who of [supervisor.ctx, await org.as("caseworker"), await (await makeOrg()).as("caseworker")]) {
      await expect(seeNotice(who, { noticeId })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(seeNotice(owner.ctx, {})).rejects.toMatchObject({ fields: { noticeId: expect.any(String) } });
    const both = await Promise.allSettled([1, 2].map(() => seeNotice(owner.ctx, { noticeId })));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await listEmergencyAccessNotices(owner.ctx)).toEqual([]);
    expect(await org.auditOf(lookId)).toEqual(["look.asked", "look.released", "look.notice_seen"]);
  });
});
