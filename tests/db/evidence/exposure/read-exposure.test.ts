import { beforeAll, describe, expect, test } from "vitest";
import { readMyExposure, readTeamExposure } from "@/lib/evidence/exposure/queries";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { mondayOf, weeksShown } from "@/lib/evidence/exposure/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let supervisor: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  supervisor = await org.as("supervisor");
  const caseId = await plantCase(worker);
  const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 1));
  for (const daysAgo of [0, 0, 7, 70]) {
    const then = { ...worker, now: new Date(worker.now.getTime() - daysAgo * 86_400_000) };
    await revealExhibit(then, { exhibitId, what: "picture" });
  }
});

describe("readTeamExposure", () => {
  test("counts by person and week of the office, the last eight weeks, oldest first", async () => {
    const team = await readTeamExposure(supervisor);
    const mine = team.find((workerExposure) => workerExposure.memberId === worker.actor.memberId);
    expect(mine?.weeks).toHaveLength(weeksShown);
    expect(mine?.weeks.at(-1)?.from).toBe(mondayOf(officeToday(worker.now)));
    expect(mine?.weeks.slice(-2).map((week) => week.total)).toEqual([1, 2]);
    expect(mine?.weeks.slice(0, -2).every((week) => week.total === 0)).toBe(true);
    expect(team.map((workerExposure) => workerExposure.name)).toEqual(["caseworker person", "supervisor person"]);
  });

  test("says nothing of what was seen", async () => {
    const text = JSON.stringify(await readTeamExposure(supervisor));
    expect(text).not.toMatch(/exhibit|case[^w]/i);
  });

  test("is for supervisors", async () => {
    for (const role of ["caseworker", "admin", "liaison"] as const) {
      await expect(readTeamExposure(await org.as(role))).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("another organisation sees none of it", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    const theirs = await readTeamExposure(stranger);
    expect(theirs.flatMap((workerExposure) => workerExposure.weeks).every((week) => week.total === 0)).toBe(true);
  });
});

describe("readMyExposure", () => {
  test("is the person's own count of this week", async () => {
    expect((await readMyExposure(worker)).counts).toEqual({ picture: 2, page: 0, text: 0, sound: 0, film: 0 });
    expect((await readMyExposure(supervisor)).total).toBe(0);
  });
});
