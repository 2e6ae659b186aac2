import { beforeAll, describe, expect, test } from "vitest";
import { noteMessages } from "@/lib/evidence/chats/commands/note-messages";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { hideWord } from "@/lib/evidence/chats/hide-word";
import { listMessages } from "@/lib/evidence/chats/list-messages";
import { mayReadWords, readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { showWord } from "@/lib/evidence/chats/show-word";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { chatFixture } from "@/tests/support/chat-file";
import { home, importChat } from "@/tests/support/chat-import";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  caseId = await plantCase(await org.as("caseworker"));
});

describe("a reading that broke off", () => {
  const begin = async (text: string) => {
    const { exhibitId } = await addExhibit(await org.as("caseworker"), caseId, Buffer.from(text));
    const { id } = await startImport(await org.as("caseworker"), { caseId, exhibitId, zone: home });
    return { importId: id, exhibitId };
  };
  const piece = (importId: string) => ({
    importId,
    format: "whatsapp",
    messages: [
      {
        seq: 1,
        sentAt: new Date("2021-12-30T08:00:00Z"),
        stamp: "30/12/2021, 10:00",
        sender: "Sam",
        kind: "text",
        words: "kept before the crash",
        media: null,
        nth: 1,
      },
    ],
  });

  test("goes on without doubles, and its counts are right", async () => {
    const line = (minute: string, text: string) => `30/12/2021, 10:${minute} - Sam: ${text}\n`;
    const { importId } = await begin(`${line("00", "kept before the crash")}${line("01", "came after")}`);
    await noteMessages(org.service(), piece(importId));
    await noteMessages(org.service(), piece(importId));
    await readExport(org.service(), { importId });
    const { view } = await readImport(await org.as("caseworker"), importId);
    expect(view).toMatchObject({ state: "ready", messages: 2, duplicates: 0 });
  });
});

test("words are unfolded for the one who asked, and that is written down", async () => {
  const { importId, exhibitId } = await importChat(org, caseId, chatFixture("android-af.txt"));
  const asker = await org.as("caseworker");
  expect(await mayReadWords(asker, exhibitId)).toBe(false);
  await revealExhibit(await org.as("caseworker"), { exhibitId, what: "text" });
  expect(await mayReadWords(await org.as("caseworker"), exhibitId)).toBe(true);
  expect(await mayReadWords(await org.as("supervisor"), exhibitId)).toBe(false);
  const asked = { filter: { marker: "watching" }, page: 1, homeZone: home, withWords: true };
  expect((await listMessages(asker, importId, asked)).messages).toMatchObject([{ words: "Ek sien jou" }]);
});

test("a word in an address is sealed for its reading", async () => {
  const { importId } = await importChat(org, caseId, chatFixture("android-pt.txt"));
  const ctx = await org.as("caseworker");
  const hidden = await hideWord(ctx, importId, " onde você ");
  expect(hidden).not.toContain("onde");
  expect(await showWord(ctx, importId, hidden)).toBe("onde você");
  expect(await showWord(ctx, importId, `${hidden.slice(0, -4)}AAAA`)).toBeNull();
});

test("huge messages are looked through piece by piece, and no further than a bound that is said", async () => {
  const { exhibitId } = await addExhibit(await org.as("caseworker"), caseId, Buffer.from("an export"));
  const { id: importId } = await startImport(await org.as("caseworker"), { caseId, exhibitId, zone: home });
  const huge = (seq: number) => ({
    seq,
    sentAt: new Date(Date.UTC(2022, 0, 1, 0, seq)),
    stamp: "words",
    sender: "Sam",
    kind: "text",
    words: `${"x".repeat(199_000)} needle ${seq}`,
    media: null,
    nth: 1,
  });
  for (let from = 1; from <= 297; from += 27) {
    const messages = Array.from({ length: 27 }, (_, at) => huge(from + at));
    await noteMessages(org.service(), { importId, format: "whatsapp", messages });
  }
  const asked = { filter: { word: "needle" }, page: 1, homeZone: home, withWords: false };
  const found = await listMessages(await org.as("caseworker"), importId, asked);
  expect(found.more).toBe(true);
  expect(found.total).toBe(found.looked);
  expect(found.looked).toBeGreaterThan(200);
  expect(found.looked).toBeLessThan(297);
  const later = { ...asked, filter: { word: "needle 40", to: "2022-01-01" } };
  expect((await listMessages(await org.as("caseworker"), importId, later)).total).toBe(1);
}, 60_000);
