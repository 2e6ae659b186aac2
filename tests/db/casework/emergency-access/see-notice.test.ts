import { beforeAll, describe, expect, test } from "vitest";
import { askLook } from "@/lib/casework/emergency-access/ask-look";
import { decideLook } from "@/lib/casework/emergency-access/decide-look";
import { listLookNotices } from "@/lib/casework/emergency-access/queries";
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
  ({ id: lookId } = await askLook(await org.as("caseworker"), { code: "CD-26-0001", reason: "An emergency." }));
  await decideLook(await org.confirmed(supervisor), { lookId, decision: "release" });
});

describe("seeNotice", () => {
  test("stands until the owner has seen it, and nobody else notes it", async () => {
    const [notice] = await listLookNotices(owner.ctx);
    const noticeId = notice?.id ?? "";
    for (const who of [supervisor.ctx, await org.as("caseworker"), await (await makeOrg()).as("caseworker")]) {
      await expect(seeNotice(who, { noticeId })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(seeNotice(owner.ctx, {})).rejects.toMatchObject({ fields: { noticeId: expect.any(String) } });
    const both = await Promise.allSettled([1, 2].map(() => seeNotice(owner.ctx, { noticeId })));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await listLookNotices(owner.ctx)).toEqual([]);
    expect(await org.auditOf(lookId)).toEqual(["look.asked", "look.released", "look.notice_seen"]);
  });
});
