import { rmSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { checkExhibit } from "@/lib/evidence/exhibits/check-exhibit";
import { listExhibits, readExhibit, readOriginal } from "@/lib/evidence/exhibits/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { flipByte, sealedPath } from "@/tests/support/flip";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

const add = async (seed: number) => (await addExhibit(worker, caseId, seededBytes(5_000, seed))).exhibitId;
const fileOf = async (exhibitId: string) => (await readOriginal(worker, exhibitId)).fileId ?? "";
const viewOf = async (exhibitId: string) =>
  (await listExhibits(worker, caseId)).find((exhibit) => exhibit.id === exhibitId);

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

describe("checkExhibit", () => {
  test("says in ledger and log that the stored bytes are those that arrived", async () => {
    const exhibitId = await add(1);
    expect(await checkExhibit(worker, { exhibitId })).toEqual({ verified: true });
    const { ledger, exhibit } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.at(-1)).toMatchObject({ action: "hashed", verified: true, by: "caseworker person" });
    expect(exhibit.hashCheckedAt).toEqual(ledger.events.at(-1)?.at);
    expect(exhibit.hashFailedAt).toBeNull();
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.checked"]);
  });

  test("is loud on the exhibit until the right bytes are back", async () => {
    const exhibitId = await add(2);
    const fileId = await fileOf(exhibitId);
    flipByte(fileId, 700);
    expect(await checkExhibit(worker, { exhibitId })).toEqual({ verified: false });
    expect((await viewOf(exhibitId))?.hashFailedAt).toBeInstanceOf(Date);
    flipByte(fileId, 700);
    expect(await checkExhibit(worker, { exhibitId })).toEqual({ verified: true });
    expect((await viewOf(exhibitId))?.hashFailedAt).toBeNull();
  });

  test("a file that is gone is not verified", async () => {
    const exhibitId = await add(3);
    rmSync(sealedPath(await fileOf(exhibitId)));
    expect(await checkExhibit(worker, { exhibitId })).toEqual({ verified: false });
  });

  test("is for people who work on cases", async () => {
    const exhibitId = await add(4);
    for (const role of ["admin", "liaison"] as const) {
      await expect(checkExhibit(await org.as(role), { exhibitId })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("an exhibit of another organisation does not exist", async () => {
    const exhibitId = await add(5);
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(checkExhibit(stranger, { exhibitId })).rejects.toMatchObject({ code: "not_found" });
  });

  test("two at once are two lines", async () => {
    const exhibitId = await add(6);
    await Promise.all([checkExhibit(worker, { exhibitId }), checkExhibit(worker, { exhibitId })]);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events).toHaveLength(3);
    expect(ledger.holds).toBe(true);
  });
});
