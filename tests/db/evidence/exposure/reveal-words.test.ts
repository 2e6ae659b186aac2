import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readMyExposure } from "@/lib/evidence/exposure/queries";
import { revealWords } from "@/lib/evidence/exposure/reveal-words";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

async function add(name: string): Promise<string> {
  const bytes = await readFile(`tests/fixtures/files/${name}`);
  const { exhibitId } = await addExhibit(worker, caseId, bytes, { fileName: name, sensitivity: "distressing" });
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

describe("revealWords", () => {
  test("gives the words of a mail, and the ledger, the log and the count have it", async () => {
    const exhibitId = await add("message.eml");
    const { lines, cut } = await revealWords(worker, exhibitId);
    expect([lines.join("\n"), cut]).toEqual([expect.stringContaining("Ek weet waar jy bly"), false]);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.at(-1)).toMatchObject({ action: "viewed", purpose: "Words read on the screen" });
    expect((await readMyExposure(worker)).counts.text).toBe(1);
    expect((await org.auditOf(exhibitId)).at(-1)).toBe("exhibit.viewed");
  });

  test("a picture has no words, and nobody read any", async () => {
    const exhibitId = await add("photo.jpg");
    await expect(revealWords(worker, exhibitId)).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(exhibitId)).not.toContain("exhibit.viewed");
  });

  test("is for people who work on cases", async () => {
    const exhibitId = await add("note.txt");
    for (const role of ["admin", "liaison"] as const) {
      await expect(revealWords(await org.as(role), exhibitId)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("an exhibit of another organisation does not exist", async () => {
    const exhibitId = await add("note.txt");
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(revealWords(stranger, exhibitId)).rejects.toMatchObject({ code: "not_found" });
  });
});
