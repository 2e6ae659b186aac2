import { beforeAll, describe, expect, test } from "vitest";
import { dropTakedown } from "@/lib/escalation/takedowns/commands/drop-takedown";
import { trackItems } from "@/lib/escalation/takedowns/commands/track-items";
import { listTakedowns } from "@/lib/escalation/takedowns/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantAccount } from "@/tests/support/plant-matter";

const sourceUrl = "https://www.instagram.com/p/quiet-harbour/";
let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  await plantAccount(worker, caseId, "99", "instagram");
  await addExhibit(worker, caseId, seededBytes(40, 1), { sourceUrl });
  // The same address, as a phone writes it, is one item.
  await addExhibit(worker, caseId, seededBytes(40, 2), { sourceUrl: "https://m.instagram.com/p/quiet-harbour#c" });
});

describe("trackItems", () => {
  test("offers each account and address of the case once, and an item knows what shows it", async () => {
    const { candidates } = await listTakedowns(worker, caseId);
    expect(candidates.map(({ from, platform, where }) => [from, platform, where])).toEqual([
      ["Account A1", "instagram", "@quiet.harbour"],
      ["E-01", "instagram", sourceUrl],
    ]);
    await trackItems(worker, { caseId, keys: candidates.map(({ key }) => key) });
    const { items, candidates: rest, platforms } = await listTakedowns(worker, caseId);
    expect(rest).toEqual([]);
    expect(items.map(({ code, where, standing }) => [code, where, standing.state])).toEqual([
      ["TD-1", "@quiet.harbour", "to_report"],
      ["TD-2", sourceUrl, "to_report"],
    ]);
    expect(items[1]?.showing.map(({ code }) => code)).toEqual(["E-01", "E-02"]);
    expect(platforms.filter(({ group }) => group === "On this case").map(({ value }) => value)).toEqual(["instagram"]);
  });

  test("refuses what is on the list already; once it is taken off, it is offered again under a new number", async () => {
    const { items } = await listTakedowns(worker, caseId);
    const [account] = items;
    const key = `account:${account?.accountId}`;
    await expect(trackItems(worker, { caseId, keys: [key] })).rejects.toMatchObject({
      fields: { keys: expect.any(String) },
    });
    await dropTakedown(worker, { takedownId: account?.id });
    await trackItems(worker, { caseId, keys: [key] });
    expect((await listTakedowns(worker, caseId)).items.map(({ code }) => code)).toEqual(["TD-2", "TD-3"]);
  });
});
