import { beforeAll, describe, expect, test } from "vitest";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
});

describe("addSubject", () => {
  test("adds the next subject, as alleged", async () => {
    const { id } = await addSubject(await org.as("caseworker"), { caseId, allegedName: "J. Sample" });
    expect(await org.auditOf(id)).toEqual(["subject.added"]);
    const all = await listSubjects(await org.as("caseworker"), caseId);
    expect(all.at(-1)).toMatchObject({ id, number: 2, allegedName: "J. Sample", allegedPlace: null, accounts: [] });
  });

  test("a zone needs its reason, and must exist", async () => {
    const zoned = { caseId, zone: "America/Chicago" };
    await expect(addSubject(await org.as("caseworker"), zoned)).rejects.toMatchObject({
      code: "invalid",
      fields: { zoneReason: expect.any(String) },
    });
    await expect(addSubject(await org.as("caseworker"), { caseId, zone: "Moon/Base" })).rejects.toMatchObject({
      fields: { zone: expect.any(String) },
    });
  });

  test("two added at once get numbers of their own", async () => {
    const { id } = await openSample(await org.as("caseworker"));
    await Promise.all([
      addSubject(await org.as("caseworker"), { caseId: id }),
      addSubject(await org.as("supervisor"), { caseId: id }),
    ]);
    const all = await listSubjects(await org.as("caseworker"), id);
    expect(all.map((subject) => subject.number)).toEqual([1, 2, 3]);
  });
});
