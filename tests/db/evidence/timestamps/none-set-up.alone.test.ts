import { beforeAll, expect, test } from "vitest";
import { askForMissing } from "@/lib/evidence/timestamps/ask-for-missing";
import { listStamps, stampSummaries } from "@/lib/evidence/timestamps/queries";
import { stampExhibit } from "@/lib/evidence/timestamps/stamp-exhibit";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stampJobs } from "@/tests/support/stamps";

let org: Org;

beforeAll(async () => {
  process.env.TSA_URLS = "";
  org = await makeOrg();
});

test("without a time authority nothing is asked, nothing is recorded, and that is said", async () => {
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 1));
  expect(await stampJobs(exhibitId)).toEqual([]);
  expect(await stampExhibit(org.service(), { exhibitId })).toEqual({});
  expect(await askForMissing(org.service())).toBe(0);
  expect(await listStamps(worker, exhibitId)).toMatchObject({ setUp: false, stamps: [], label: "E-01" });
  const { states, otherwise } = await stampSummaries(worker, caseId);
  expect([states.size, otherwise]).toEqual([0, "none_set_up"]);
});
