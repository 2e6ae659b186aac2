import { beforeAll, describe, expect, test } from "vitest";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { readExport } from "@/lib/evidence/chats/read-export";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { listWordCovers } from "@/lib/evidence/redactions/queries";
import { addText } from "@/tests/support/add-text";
import { home } from "@/tests/support/chat-import";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Covering Example");
  caseId = await plantCase(worker.ctx);
});

const textOf = (content: string, name?: string) => addText(org, worker, { caseId, content, ...(name ? { name } : {}) });

const coversOf = async (exhibitId: string) => (await listWordCovers(worker.ctx, caseId, exhibitId)).covers;

const asked = (exhibitId: string, change: object = {}) => ({ exhibitId, words: "Thandi", kind: "child", ...change });

describe("coverWords", () => {
  test("words that stand nowhere are refused at their field, and a number at its own, with what to do", async () => {
    const exhibitId = await textOf("one\nThandi\nthree\nThandi’s");
    const refused = (change: object) =>
      coverWords(worker.ctx, asked(exhibitId, change)).catch((error: { fields: object }) => error.fields);
    expect(await refused({ words: "Thandiwe" })).toEqual({
      words: "These words do not appear in this exhibit. Type them as they appear there, letter by letter.",
    });
    expect(await refused({ where: "one", place: "3" })).toEqual({
      place: "These words do not appear in line 3. They appear in lines 2, 4.",
    });
    expect(await refused({ words: "x" })).toMatchObject({ words: expect.stringContaining("two letters") });
    await coverWords(worker.ctx, asked(exhibitId, { where: "one", place: "2" }));
    await coverWords(worker.ctx, asked(exhibitId));
    expect(await refused({ words: "thandi " })).toEqual({ words: "These words are covered there already." });
  });

  test("of a chat each message is looked through, also those that no packet prints, and who wrote them", async () => {
    const line = (i: number, what: string) => `[20/10/2025, 20:${String(i).padStart(2, "0")}:00] Aunt Zodwa: ${what}`;
    const text = Array.from({ length: 60 }, (_, i) => line(i, `plain ${i + 1}`));
    text.push("[20/10/2025, 21:30:00] Aunt Zodwa: Thandi is at school");
    const exhibitId = await textOf(text.join("\n"), "chat.txt");
    const { id: importId } = await startImport(worker.ctx, { caseId, exhibitId, zone: home });
    await readExport(org.service(), { importId });
    await coverWords(worker.ctx, asked(exhibitId, { where: "one", place: "61" }));
    await coverWords(worker.ctx, asked(exhibitId, { words: "aunt zodwa", kind: "person" }));
    const covers = await coversOf(exhibitId);
    expect(covers.map(({ words, place, reading }) => [words, place, reading])).toEqual([
      ["Thandi", 61, importId],
      ["aunt zodwa", null, null],
    ]);
  });

  test("of an export that overlaps another the file is looked through as well: its messages are kept with the first", async () => {
    const line = (i: number, what: string) => `[21/10/2025, 20:0${i}:00] Aunt Zodwa: ${what}`;
    const first = [line(1, "Lwazi is at school"), line(2, "yes")];
    const chats = [first, [...first, line(3, "and later")]].map((lines) => lines.join("\n"));
    let exhibitId = "";
    for (const content of chats) {
      exhibitId = await textOf(content, "chat.txt");
      const { id: importId } = await startImport(worker.ctx, { caseId, exhibitId, zone: home });
      await readExport(org.service(), { importId });
    }
    const refused = (change: object) =>
      coverWords(worker.ctx, asked(exhibitId, change)).catch((error: { fields: object }) => error.fields);
    expect(await refused({ words: "Lwazi", where: "one", place: "1" })).toEqual({
      place: expect.stringContaining("only in a part of the file that came in another export before"),
    });
    expect(await refused({ words: "Thandi" })).toMatchObject({ words: expect.stringContaining("do not appear") });
    await coverWords(worker.ctx, asked(exhibitId, { words: "Lwazi" }));
    expect(await coversOf(exhibitId)).toMatchObject([{ words: "Lwazi", place: null }]);
  });

  test("whoever may only look at the case finds out nothing by trying words", async () => {
    const asker = await org.person("caseworker");
    const code = "CD-26-0777";
    const looked = await plantCase(worker.ctx, { code });
    const exhibitId = await addText(org, worker, { caseId: looked, content: "one\nThandi\nthree" });
    const { id: lookId } = await requestEmergencyAccess(asker.ctx, { code, reason: "Her sister phones." });
    await decideEmergencyAccess(await org.confirmed("supervisor"), { lookId, decision: "release" });
    expect(await listWordCovers(asker.ctx, looked, exhibitId)).toMatchObject({ hasWords: true });
    for (const change of [{}, { words: "Lwazi" }, { where: "one", place: "1" }])
      await expect(coverWords(asker.ctx, asked(exhibitId, change))).rejects.toMatchObject({ code: "not_found" });
  });

  test("a file without words has none to cover", async () => {
    const exhibitId = await textOf("\u0000\u0001\u0002", "data.bin");
    await expect(coverWords(worker.ctx, asked(exhibitId))).rejects.toMatchObject({ code: "conflict" });
  });
});
