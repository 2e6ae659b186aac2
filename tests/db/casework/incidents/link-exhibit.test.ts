import { beforeAll, describe, expect, test } from "vitest";
import { linkExhibit } from "@/lib/casework/incidents/link-exhibit";
import { listExhibitChoices, listIncidents } from "@/lib/casework/incidents/queries";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let incidentId: string;

const newExhibit = async (seed: number) => {
  await addExhibit(await org.as("caseworker"), caseId, seededBytes(64, seed));
  return (await listExhibitChoices(await org.as("caseworker"), caseId)).at(-1)?.id ?? "";
};

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
  incidentId = (await listIncidents(await org.as("caseworker"), caseId))[0]?.id ?? "";
});

describe("linkExhibit", () => {
  test("says that an exhibit shows an incident", async () => {
    const exhibitId = await newExhibit(1);
    await linkExhibit(await org.as("caseworker"), { caseId, incidentId, exhibitId });
    const [first] = await listIncidents(await org.as("caseworker"), caseId);
    expect(first?.exhibits).toEqual([{ id: exhibitId, code: "E-01" }]);
    expect(await org.auditOf(exhibitId)).toContain("exhibit.tied_to_incident");
  });

  test("two who link it at once link it once", async () => {
    const exhibitId = await newExhibit(3);
    const both = await Promise.allSettled([
      linkExhibit(await org.as("caseworker"), { caseId, incidentId, exhibitId }),
      linkExhibit(await org.as("supervisor"), { caseId, incidentId, exhibitId }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
