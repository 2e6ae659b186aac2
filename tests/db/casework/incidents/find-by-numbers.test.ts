import { beforeAll, describe, expect, test } from "vitest";
import { findAllByNumbers } from "@/lib/casework/incidents/find-all-by-numbers";
import { findByNumbers } from "@/lib/casework/incidents/find-by-numbers";
import {
  findIncidentPage,
  listIncidentPage,
  listIncidents,
  pickExhibits,
  pickIncidents,
  readCodes,
} from "@/lib/casework/incidents/queries";
import { mostListed, mostProposed } from "@/lib/casework/incidents/rules";
import { pickAccounts } from "@/lib/casework/subjects/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantLongCase } from "@/tests/support/plant-long-case";

let org: Org;
let ctx: Ctx;
let caseId: string;
let other: string;

beforeAll(async () => {
  org = await makeOrg();
  ctx = await org.as("caseworker");
  ({ id: caseId } = await openSample(ctx));
  ({ id: other } = await openSample(ctx));
  await plantLongCase(ctx, caseId, { incidents: 120, subjects: 60, exhibits: 110 });
});

describe("findByNumbers", () => {
  test("finds acts, exhibits and accounts of this very case", async () => {
    const acts = await findByNumbers(ctx, caseId, "incident", "I-103, I-101 to I-102");
    expect((await readCodes(ctx, caseId, acts)).size).toBe(3);
    expect([...(await readCodes(ctx, caseId, acts)).values()].toSorted()).toEqual(["I-101", "I-102", "I-103"]);
    const kept = await findByNumbers(ctx, caseId, "exhibit", "105");
    expect([...(await readCodes(ctx, caseId, kept)).values()]).toEqual(["E-105"]);
    expect(await findByNumbers(ctx, caseId, "account", "a1, A160")).toHaveLength(2);
    expect(await findByNumbers(ctx, caseId, "incident", " ")).toEqual([]);
    expect(await readCodes(ctx, other, acts)).toEqual(new Map());
  });

  test("refuses what is no number and what the case does not have, each beside its field", async () => {
    await expect(findByNumbers(ctx, other, "incident", "I-101")).rejects.toMatchObject({ code: "invalid" });
    const typed = [
      { field: "one", kind: "incident", text: "I-1" },
      { field: "two", kind: "incident", text: "the first" },
      { field: "three", kind: "exhibit", text: "E-9999" },
    ] as const;
    await expect(findAllByNumbers(ctx, caseId, typed)).rejects.toMatchObject({
      fields: { two: expect.stringContaining("by number"), three: expect.stringContaining("E-9999") },
    });
  });

  test("a case that one may not see does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(findByNumbers(stranger, caseId, "incident", "I-101")).rejects.toMatchObject({ code: "not_found" });
    await expect(readCodes(stranger, caseId, [])).rejects.toMatchObject({ code: "not_found" });
    await expect(findIncidentPage(stranger, caseId, caseId, "all")).rejects.toMatchObject({ code: "not_found" });
    await expect(listIncidentPage(await org.as("liaison"), caseId, { filter: "all", page: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("pages of incidents", () => {
  test("join to the whole list, and each incident is found on its own", async () => {
    const all = await listIncidents(ctx, caseId);
    const pages = [1, 2, 3].map((page) => listIncidentPage(ctx, caseId, { filter: "all", page }));
    const rows = (await Promise.all(pages)).flatMap((page) => page.rows);
    expect(rows).toEqual(all);
    for (const at of [0, 49, 50, 99, 120]) {
      expect(await findIncidentPage(ctx, caseId, all[at]?.id ?? "", "all")).toBe(Math.floor(at / 50) + 1);
    }
    expect(await findIncidentPage(ctx, other, all[99]?.id ?? "", "all")).toBe(1);
    expect(await findIncidentPage(ctx, caseId, "nonsense", "all")).toBe(1);
  });

  test("behind the end is the last page, and a kind that is not there is one empty page", async () => {
    expect(await listIncidentPage(ctx, caseId, { filter: "act", page: 99 })).toMatchObject({ page: 3, total: 121 });
    expect(await listIncidentPage(ctx, caseId, { filter: "event", page: 2 })).toMatchObject({ page: 1, rows: [] });
  });
});

test("a form lists few, and of many proposes the newest", async () => {
  expect((await pickIncidents(ctx, other)).all).toBe(true);
  expect((await pickIncidents(ctx, caseId)).all).toBe(false);
  const kept = await pickExhibits(ctx, caseId);
  expect([kept.all, kept.options.length, kept.options[0]?.code]).toEqual([false, mostProposed, "E-210"]);
  const accounts = await pickAccounts(ctx, caseId);
  expect([accounts.all, accounts.options[0]?.code]).toEqual([false, "A160"]);
  expect(accounts.options.length).toBeGreaterThan(mostListed);
});
