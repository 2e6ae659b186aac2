import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { readExhibit } from "@/lib/evidence/queries";
import { tieExhibit } from "@/lib/evidence/tie-exhibit";
import type { Receipt } from "@/lib/evidence/types";
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
  receipt = await addExhibit(worker, caseId, seededBytes(100, 1));
  incidentId = await plantIncident(worker, caseId, 1);
});

describe("tieExhibit", () => {
  test("ties an exhibit to what it shows and says so in the log", async () => {
    const one = await addExhibit(worker, caseId, seededBytes(100, 2));
    await tieExhibit(worker, { ...one, incidentId });
    const { exhibit } = await readExhibit(worker, caseId, one.exhibitId);
    expect(exhibit.incidents).toEqual([{ id: incidentId, code: "I-1" }]);
    expect(await org.auditOf(one.exhibitId)).toEqual(["exhibit.received", "exhibit.tied_to_incident"]);
  });

  test("is for people who work on cases", async () => {
    for (const role of ["admin", "liaison"] as const) {
      const attempt = tieExhibit(await org.as(role), { ...receipt, incidentId });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("neither an exhibit of another organisation nor an incident of another case exists", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(tieExhibit(stranger, { ...receipt, incidentId })).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = await plantIncident(worker, await plantCase(worker), 1);
    const attempt = tieExhibit(worker, { ...receipt, incidentId: elsewhere });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("names the field that needs another look", async () => {
    const attempt = tieExhibit(worker, { ...receipt, incidentId: "I-1" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { incidentId: expect.any(String) } });
  });

  test("once is enough", async () => {
    const two = [1, 2].map(() => tieExhibit(worker, { ...receipt, incidentId }));
    const outcomes = await Promise.allSettled(two);
    expect(outcomes.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((each) => each.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });
});
