import { beforeAll, describe, expect, test } from "vitest";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { askForOldReadings } from "@/lib/evidence/exhibits/ask-for-old-readings";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readKeptText } from "@/lib/evidence/exhibits/read-kept-text";
import { readMailAgain } from "@/lib/evidence/exhibits/read-mail-again";
import { revealWords } from "@/lib/evidence/exposure/reveal-words";
import { showWords } from "@/lib/evidence/exposure/show-words";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { textTool } from "@/lib/platform/sandbox/versions";
import { mailOf, multipart } from "@/tests/fixtures/mails/write";
import { owner } from "@/tests/support/db";
import { firstReader, firstReading, plantOldReading } from "@/tests/support/old-reading";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

const threat = multipart("mixed", [{ body: ["I will --b1 find you", "and hurt you"] }]);

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const plant = (lines: string[], change: { sensitivity?: "distressing"; bytes?: Buffer; caseId?: string } = {}) =>
  plantOldReading(worker, org.service(), { caseId, bytes: threat, read: firstReading(lines), ...change });

describe("readMailAgain", () => {
  test("keeps what the newer reader reads beside what was shown before, and says so", async () => {
    const exhibitId = await plant(["I will"]);
    expect(await showWords(worker, caseId, exhibitId)).toMatchObject({ lines: ["I will"], again: null });
    await readMailAgain(org.service(), { exhibitId });
    const shown = await showWords(worker, caseId, exhibitId);
    expect(shown).toMatchObject({ lines: ["I will --b1 find you", "and hurt you"] });
    expect(shown?.again).toEqual({ at: expect.any(Date), before: [{ version: 0, lines: ["I will"], cut: false }] });
    const made = await listDerivatives(worker, exhibitId);
    expect(made.map(({ version, tool }) => [version, tool])).toEqual([
      [0, firstReader],
      [1, textTool()],
    ]);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger).toMatchObject({ holds: true });
    expect(ledger.events.map(({ purpose }) => purpose)).toContain(
      "Read again with a newer reader, which shows other words; the hash is the same",
    );
  });

  test("a retry finds the work done", async () => {
    const exhibitId = await plant(["I will"]);
    await readMailAgain(org.service(), { exhibitId });
    await readMailAgain(org.service(), { exhibitId });
    expect((await org.auditOf(exhibitId)).filter((action) => action === "exhibit.read_again")).toHaveLength(1);
  });

  test("other line breaks and spaces are no other words", async () => {
    const bytes = mailOf([], ["You are", "seen"]);
    const exhibitId = await plantOldReading(worker, org.service(), {
      caseId,
      bytes,
      read: {
        ...firstReading(["You  are seen"]),
        headers: [
          { name: "From", value: "Sam Watcher  <watcher@stalker.example>" },
          { name: "To", value: "her@safe.example" },
          { name: "Date", value: "Tue, 17 Nov 2026 22:10:00 +0200" },
        ],
      },
    });
    await readMailAgain(org.service(), { exhibitId });
    expect((await showWords(worker, caseId, exhibitId))?.again).toEqual({ at: expect.any(Date), before: [] });
  });

  test("a header that was shown otherwise is among what was shown before", async () => {
    const bytes = mailOf(["Subject: Now read"], ["same"]);
    const read = { ...firstReading(["same"]), headers: [{ name: "Subject", value: "Then read" }] };
    const exhibitId = await plantOldReading(worker, org.service(), { caseId, bytes, read });
    await readMailAgain(org.service(), { exhibitId });
    const shown = await showWords(worker, caseId, exhibitId);
    expect(shown?.again?.before).toEqual([{ version: 0, lines: ["Subject: Then read", "", "same"], cut: false }]);
  });

  test("of a mail that is hard to read both readings are revealed by an act that is noted", async () => {
    const exhibitId = await plant(["I will"], { sensitivity: "distressing" });
    await readMailAgain(org.service(), { exhibitId });
    expect((await revealWords(worker, exhibitId)).lines).toContain("and hurt you");
    expect(await revealWords(worker, exhibitId, { version: "0" })).toEqual({ lines: ["I will"], cut: false });
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.filter(({ action }) => action === "viewed")).toHaveLength(2);
    await expect(revealWords(worker, exhibitId, { version: "7" })).rejects.toMatchObject({ code: "conflict" });
    await expect(revealWords(worker, exhibitId, { version: "x" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("an address that the first reader kept counts as claimed, not as seen", async () => {
    const hop = { from: "[10.1.1.5]", by: "mx.example", with: null, ip: "10.1.1.5", at: null, atUtc: null };
    const read = firstReading(["x"], [hop]);
    const received = "Received: from [10.1.1.5] (cpe.example [76.183.22.9]) by mx.example with ESMTP; x";
    const bytes = mailOf([received], ["x"]);
    const exhibitId = await plantOldReading(worker, org.service(), { caseId, bytes, read });
    const hopNow = async () => (await readKeptText(worker, exhibitId))?.mail?.hops[0];
    expect(await hopNow()).toMatchObject({ claimed: "[10.1.1.5]", seenIp: null });
    await readMailAgain(org.service(), { exhibitId });
    expect(await hopNow()).toMatchObject({ claimed: "[10.1.1.5]", seenIp: "76.183.22.9" });
  });

  test("a mail that cannot be read now, and a case that takes no file, stay as they were", async () => {
    const exhibitId = await plant(["I will"]);
    const looker = { renderPages: async () => ({ ...(await sandbox.renderPages(empty, { maxPages: 1 })) }) };
    await readMailAgain(org.service(), { exhibitId }, looker);
    const stopped = await plantCase(worker);
    const other = await plant(["I will"], { caseId: stopped });
    await stopImages(worker, { caseId: stopped, reason: "An intimate picture of a child was sent." });
    await readMailAgain(org.service(), { exhibitId: other });
    for (const id of [exhibitId, other]) expect(await org.auditOf(id)).not.toContain("exhibit.read_again");
  });
});

describe("messages that were made of a mail before it was read again", () => {
  test("say so, and the mail may be read once more with the same answers", async () => {
    const exhibitId = await plant(["I will"]);
    const asked = { caseId, exhibitId, zone: "Africa/Johannesburg" };
    const { id } = await startImport(worker, asked);
    await readExport(org.service(), { importId: id });
    await expect(startImport(worker, asked)).rejects.toMatchObject({ code: "conflict" });
    const outdated = async () => (await readImport(worker, id)).view.outdated;
    expect(await outdated()).toBe(false);
    const later = { ...org.service(), now: new Date(Date.now() + 60_000) };
    await readMailAgain(later, { exhibitId });
    expect(await outdated()).toBe(true);
    await expect(startImport(worker, asked)).resolves.toMatchObject({ id: expect.any(String) });
  });
});

describe("askForOldReadings", () => {
  test("asks for each mail that only an older reader read, and no more once it was read again", async () => {
    const own = await makeOrg();
    const someone = await own.as("caseworker");
    const theirCase = await plantCase(someone);
    const read = firstReading(["I will"]);
    const exhibitId = await plantOldReading(someone, own.service(), { caseId: theirCase, bytes: threat, read });
    expect(await askForOldReadings(own.service())).toBe(1);
    const jobs = await owner()`select data->>'exhibitId' as id from pgboss.job
      where name = 'exhibit.look' and data->>'orgId' = ${own.id} order by created_on desc limit 1`;
    expect(jobs).toMatchObject([{ id: exhibitId }]);
    await readMailAgain(own.service(), { exhibitId });
    expect(await askForOldReadings(own.service())).toBe(0);
  });

  test("not for a case that takes no file, and not for people", async () => {
    const own = await makeOrg();
    const someone = await own.as("caseworker");
    const theirCase = await plantCase(someone);
    await plantOldReading(someone, own.service(), { caseId: theirCase, bytes: threat, read: firstReading(["I will"]) });
    await stopImages(someone, { caseId: theirCase, reason: "An intimate picture of a child was sent." });
    expect(await askForOldReadings(own.service())).toBe(0);
    await expect(askForOldReadings(someone)).rejects.toMatchObject({ code: "forbidden" });
  });
});

const empty = {
  size: 0,
  open: async () =>
    new ReadableStream<Uint8Array>({
      start: (readableStreamDefaultController) => readableStreamDefaultController.close(),
    }),
};
