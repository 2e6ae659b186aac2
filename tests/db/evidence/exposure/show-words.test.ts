import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readMyExposure } from "@/lib/evidence/exposure/queries";
import { showWords } from "@/lib/evidence/exposure/show-words";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
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

async function add(name: string, sensitivity: "ordinary" | "distressing" = "ordinary"): Promise<string> {
  const bytes = await readFile(`tests/fixtures/files/${name}`);
  const { exhibitId } = await addExhibit(worker, caseId, bytes, { fileName: name, sensitivity });
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

async function shown(exhibitId: string): Promise<string[]> {
  const { ledger } = await readExhibit(worker, caseId, exhibitId);
  expect(ledger.holds).toBe(true);
  return ledger.events.filter(({ action }) => action === "viewed").map(({ by, purpose }) => `${by}: ${purpose}`);
}

describe("showWords", () => {
  test("gives the words and writes it into ledger and log, once for a person and an hour", async () => {
    const exhibitId = await add("message.eml");
    const text = await showWords(worker, caseId, exhibitId);
    expect(text?.lines.join("\n")).toContain("Ek weet waar jy bly");
    await showWords(worker, caseId, exhibitId);
    expect(await shown(exhibitId)).toEqual([expect.stringMatching(/: Words shown on the screen$/)]);
    expect((await org.auditOf(exhibitId)).filter((action) => action === "exhibit.viewed")).toHaveLength(1);
    expect((await readMyExposure(worker)).total, "ordinary words are no reveal").toBe(0);

    await showWords({ ...worker, now: new Date(worker.now.getTime() + 61 * 60_000) }, caseId, exhibitId);
    expect(await shown(exhibitId)).toHaveLength(2);
    await showWords(await org.as("supervisor"), caseId, exhibitId);
    expect(await shown(exhibitId)).toHaveLength(3);
  });

  test("notes nothing where the words stay folded, or where there are none", async () => {
    for (const exhibitId of [await add("note.txt", "distressing"), await add("photo.jpg")]) {
      await showWords(worker, caseId, exhibitId);
      expect(await shown(exhibitId)).toEqual([]);
    }
  });

  test("is for people who work on cases", async () => {
    const exhibitId = await add("note.txt");
    for (const role of ["admin", "liaison"] as const) {
      const other = await org.as(role);
      await expect(showWords(other, caseId, exhibitId)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("an exhibit of another organisation does not exist", async () => {
    const exhibitId = await add("note.txt");
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(showWords(stranger, caseId, exhibitId)).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = await plantCase(worker);
    await expect(showWords(worker, elsewhere, exhibitId)).rejects.toMatchObject({ code: "not_found" });
    expect(await shown(exhibitId)).toEqual([]);
  });

  test("whoever looks in an emergency writes nothing on the case, and so does not see what has to be written", async () => {
    const id = newId();
    const code = `CD-26-${id.slice(-6).toUpperCase()}`;
    await plantCase(worker, { id, code });
    const { exhibitId } = await addExhibit(worker, id, Buffer.from("words"), { fileName: "note.txt" });
    await inspectExhibit(org.service(), { exhibitId });
    const asker = await org.person("caseworker", "Asking Example");
    const look = await requestEmergencyAccess(asker.ctx, { code, reason: "Her sister phones: he is at the door." });
    await decideEmergencyAccess(await org.confirmed("supervisor"), { lookId: look.id, decision: "release" });
    expect(await readExhibit(asker.ctx, id, exhibitId)).toMatchObject({ exhibit: { id: exhibitId } });
    expect(await showWords(asker.ctx, id, exhibitId)).toBeNull();
    expect((await showWords(worker, id, exhibitId))?.lines.join("")).toContain("words");
  });

  test("pages opened at the same moment make one line of the ledger", async () => {
    const exhibitId = await add("note.txt");
    await Promise.all([1, 2, 3, 4].map(() => showWords(worker, caseId, exhibitId)));
    expect(await shown(exhibitId)).toHaveLength(1);
  });
});
