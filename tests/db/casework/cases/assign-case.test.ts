import { beforeAll, describe, expect, test } from "vitest";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let colleague: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  colleague = await org.person("caseworker", "Lerato Example");
  ({ id: caseId } = await openSample(await org.as("caseworker")));
});

describe("assignCase", () => {
  test("a supervisor gives it away, and the earlier owner keeps working on it", async () => {
    await assignCase(await org.as("supervisor"), { caseId, memberId: colleague.memberId });
    expect(await org.auditOf(caseId)).toEqual(["case.opened", "case.assigned"]);
    expect(await readCaseHeader(colleague.ctx, caseId)).toMatchObject({ ownerName: "Lerato Example" });
    await expect(readCaseHeader(await org.as("caseworker"), caseId)).resolves.toMatchObject({ id: caseId });
  });

  test("who owned it before does not take it back", async () => {
    const earlier = await org.as("caseworker");
    await expect(assignCase(earlier, { caseId, memberId: earlier.actor.memberId ?? "" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("names the field: nobody, or somebody who keeps no cases", async () => {
    const officer = await org.person("liaison");
    for (const memberId of ["", officer.memberId]) {
      await expect(assignCase(await org.as("supervisor"), { caseId, memberId })).rejects.toMatchObject({
        code: "invalid",
        fields: { memberId: expect.any(String) },
      });
    }
  });

  test("an owner does not become owner again", async () => {
    const { id } = await openSample(await org.as("caseworker"));
    const give = async () => assignCase(await org.as("supervisor"), { caseId: id, memberId: colleague.memberId });
    const both = await Promise.allSettled([give(), give()]);
    const refused = both.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "conflict" });
  });

  test("an owner gives it away themselves", async () => {
    const { id } = await openSample(await org.as("caseworker"));
    await assignCase(await org.as("caseworker"), { caseId: id, memberId: colleague.memberId });
    expect(await readCaseHeader(colleague.ctx, id)).toMatchObject({ ownerId: colleague.memberId });
  });
});
