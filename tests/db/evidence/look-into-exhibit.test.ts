import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { lookIntoExhibit } from "@/lib/evidence/look-into-exhibit";
import { readExhibit } from "@/lib/evidence/queries";
import { addExhibit } from "../../support/exhibit";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

describe("lookIntoExhibit", () => {
  test.each([
    ["photo.jpg", "jpeg", null],
    ["screenshot.png", "png", null],
    ["letter.pdf", "pdf", null],
    ["message.eml", "eml", null],
    ["empty.bin", "other", "empty"],
    ["photo-truncated.jpg", "jpeg", "truncated"],
    ["letter-password.pdf", "pdf", "password_protected"],
    ["garbage.pdf", "pdf", "unreadable"],
  ])("%s is taken, whatever it is", async (name, kind, problem) => {
    const bytes = await readFile(`tests/fixtures/files/${name}`);
    const { exhibitId } = await addExhibit(worker, caseId, bytes, { fileName: name });
    await lookIntoExhibit(org.service(), { exhibitId });
    const { exhibit, ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(exhibit.look).toMatchObject({ kind, problem });
    expect(ledger.events.map((event) => event.action)).toEqual(["received", "hashed"]);
  });

  test("a retry finds the work done", async () => {
    const bytes = await readFile("tests/fixtures/files/screenshot.png");
    const { exhibitId } = await addExhibit(worker, caseId, bytes);
    await lookIntoExhibit(org.service(), { exhibitId });
    await lookIntoExhibit(org.service(), { exhibitId });
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.looked_into"]);
  });
});
