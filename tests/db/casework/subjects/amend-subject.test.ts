import { beforeAll, describe, expect, test } from "vitest";
import { amendSubject as write } from "@/lib/casework/subjects/commands/amend-subject";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const amendSubject = seeing(write, "subjectId");

let org: Org;
let caseId: string;
let subjectId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
  const [first] = await listSubjects(await org.as("caseworker"), caseId);
  subjectId = first?.id ?? "";
});

const change = () => ({
  caseId,
  subjectId,
  allegedPlace: "Columbus, Ohio",
  zone: "America/New_York",
  zoneReason: "Profile",
});

describe("amendSubject", () => {
  test("changes what is alleged, and the log names the fields alone", async () => {
    await amendSubject(await org.as("caseworker"), change());
    const [first] = await listSubjects(await org.as("caseworker"), caseId);
    expect(first).toMatchObject({ allegedPlace: "Columbus, Ohio", zone: "America/New_York", zoneReason: "Profile" });
    expect(await org.auditOf(subjectId)).toEqual(["subject.added", "subject.amended"]);
  });

  test("names the field that needs another look", async () => {
    await expect(amendSubject(await org.as("caseworker"), { ...change(), zoneReason: "" })).rejects.toMatchObject({
      code: "invalid",
      fields: { zoneReason: expect.any(String) },
    });
  });

  test("the same change twice at once is made once", async () => {
    const twice = { ...change(), allegedName: "J. Sample" };
    const both = await Promise.allSettled([
      amendSubject(await org.as("caseworker"), twice),
      amendSubject(await org.as("supervisor"), twice),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
