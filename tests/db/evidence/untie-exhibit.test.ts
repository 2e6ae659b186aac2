import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { readExhibit } from "@/lib/evidence/queries";
import type { Receipt } from "@/lib/evidence/types";
import { untieExhibit } from "@/lib/evidence/untie-exhibit";
import { addExhibit } from "../../support/exhibit";
import { seededBytes } from "../../support/files";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";
import { plantIncident } from "../../support/plant-matter";

let org: Org;
let worker: Ctx;
let caseId: string;
let receipt: Receipt;
let incidentId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  incidentId = await plantIncident(worker, caseId, 1);
  receipt = await addExhibit(worker, caseId, seededBytes(100, 1), { incidentIds: incidentId });
});

describe("untieExhibit", () => {
  test("takes the tie back and says so in the log", async () => {
    const one = await addExhibit(worker, caseId, seededBytes(100, 2), { incidentIds: [incidentId] });
    expect((await readExhibit(worker, caseId, one.exhibitId)).exhibit.incidents).toHaveLength(1);
    await untieExhibit(worker, { ...one, incidentId });
    expect((await readExhibit(worker, caseId, one.exhibitId)).exhibit.incidents).toEqual([]);
    expect(await org.auditOf(one.exhibitId)).toEqual(["exhibit.received", "exhibit.untied_from_incident"]);
  });

  test("is for people who work on cases", async () => {
    for (const role of ["admin", "liaison"] as const) {
      const attempt = untieExhibit(await org.as(role), { ...receipt, incidentId });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("an exhibit of another organisation does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(untieExhibit(stranger, { ...receipt, incidentId })).rejects.toMatchObject({ code: "not_found" });
  });

  test("names the field that needs another look", async () => {
    const attempt = untieExhibit(worker, { ...receipt, incidentId: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { incidentId: expect.any(String) } });
  });

  test("what was untied by somebody else a moment ago is said", async () => {
    const outcomes = await Promise.allSettled([1, 2].map(() => untieExhibit(worker, { ...receipt, incidentId })));
    expect(outcomes.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((each) => each.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });
});
