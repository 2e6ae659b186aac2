import { beforeAll, describe, expect, test } from "vitest";
import { answerImport } from "@/lib/evidence/chats/commands/answer-import";
import { countMessages } from "@/lib/evidence/chats/count-messages";
import { listMessages } from "@/lib/evidence/chats/list-messages";
import { readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { barsOf } from "@/lib/evidence/chats/rules";
import { chatFixture } from "@/tests/support/chat-file";
import { dumpChats, home, importChat } from "@/tests/support/chat-import";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  caseId = await plantCase(await org.as("caseworker"));
});

const all = async (importId: string, filter = {}) =>
  listMessages(await org.as("caseworker"), importId, { filter, page: 1, homeZone: home, withWords: true });

describe("reading an export", () => {
  test("keeps its messages at their instants, names their senders, and leaves no word in clear", async () => {
    const { importId, exhibitId } = await importChat(org, caseId, chatFixture("android-us-12h.txt"), {
      zone: "America/New_York",
    });
    const { view, senders } = await readImport(await org.as("caseworker"), importId);
    expect(view).toMatchObject({ state: "ready", format: "whatsapp", messages: 9, duplicates: 0, unreadable: 0 });
    expect(senders.map(({ name, messages }) => [name, messages])).toEqual([
      ["+1 555-0142", 5],
      ["Dana Voorbeeld", 2],
    ]);
    const { messages } = await all(importId);
    expect(messages[2]).toMatchObject({
      sentAt: new Date("2021-12-31T05:00:00Z"),
      words: "I am outside your house.\nLook out of the window.\n\nI mean it.",
      markers: ["watching"],
      clock: null,
    });
    const dump = await dumpChats(org.service());
    for (const word of ["outside", "555-0142", "Voorbeeld", "IMG-2022"]) expect(dump).not.toContain(word);
    expect(await org.auditOf(importId)).toEqual(["chat.reading_begun", "chat.messages_noted", "chat.reading_ended"]);
    expect(await org.auditOf(exhibitId)).not.toContain("exhibit.viewed");
  });

  test("words stay folded unless they are asked for; a word is found all the same", async () => {
    const { importId } = await importChat(org, caseId, chatFixture("android-fr.txt"));
    const ctx = await org.as("caseworker");
    const found = await listMessages(ctx, importId, {
      filter: { word: "HABITES" },
      page: 1,
      homeZone: home,
      withWords: false,
    });
    expect(found).toMatchObject({ total: 1, looked: 3, more: false });
    expect(found.messages).toMatchObject([{ sender: "Zoé", words: null }]);
    expect((await all(importId, { from: "2022-01-01", to: "2022-01-01" })).total).toBe(2);
    expect((await all(importId, { kind: "deleted" })).total).toBe(1);
    const bars = await countMessages(ctx, importId, { filter: {}, homeZone: home, by: "day" });
    expect(bars).toEqual([
      { at: "2021-12-31", count: 1 },
      { at: "2022-01-01", count: 2 },
    ]);
    const weeks = await countMessages(ctx, importId, { filter: {}, homeZone: home, by: "week" });
    expect(weeks).toEqual([{ at: "2021-12-27", count: 3 }]);
    expect(barsOf(found.times ?? [], home, "week")).toEqual([{ at: "2021-12-27", count: 1 }]);
  });

  test("asks how dates are written, and reads with the answer; a second answer is too late", async () => {
    const { importId } = await importChat(org, caseId, chatFixture("ambiguous.txt"));
    const ctx = await org.as("caseworker");
    expect((await readImport(ctx, importId)).view).toMatchObject({
      state: "needs_answer",
      problem: "day_or_month_first",
      detail: "03/04/2021, 10:00",
      messages: 0,
    });
    await answerImport(await org.as("caseworker"), { importId, dateOrder: "mdy" });
    await readExport(org.service(), { importId });
    expect((await all(importId)).messages[0]?.sentAt).toEqual(new Date("2021-03-04T08:00:00Z"));
    await expect(answerImport(await org.as("caseworker"), { importId, dateOrder: "dmy" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a second export that overlaps adds only what is new, and equal messages of one minute are all kept", async () => {
    const fresh = await plantCase(await org.as("caseworker"));
    const line = (minute: number, text: string) => `30/12/2021, 10:${String(minute).padStart(2, "0")} - Sam: ${text}\n`;
    const old = [line(1, "hi"), line(1, "hi"), line(1, "hi"), line(2, "see you")].join("");
    const first = await importChat(org, fresh, Buffer.from(old));
    const second = await importChat(org, fresh, Buffer.from(`${old}${line(3, "new")}`));
    expect((await all(first.importId)).total).toBe(4);
    const { view } = await readImport(await org.as("caseworker"), second.importId);
    expect(view).toMatchObject({ messages: 1, duplicates: 4 });
  });

  test("the same chat from a phone with seconds is the same chat", async () => {
    const fresh = await plantCase(await org.as("caseworker"));
    await importChat(
      org,
      fresh,
      Buffer.from("30/12/2021, 10:01 - Sam: hi\n30/12/2021, 10:02 - Sam: <Media omitted>\n"),
    );
    const ios = "[30/12/2021, 10:01:30] Sam: hi\n[30/12/2021, 10:02:01] Sam: \u200e<attached: 1-PHOTO.jpg>\n";
    const { importId } = await importChat(org, fresh, Buffer.from(ios));
    expect((await readImport(await org.as("caseworker"), importId)).view).toMatchObject({ messages: 0, duplicates: 2 });
  });

  test("a run that is repeated adds nothing", async () => {
    const { importId } = await importChat(org, caseId, chatFixture("ios-de.txt"));
    await readExport(org.service(), { importId });
    expect((await all(importId)).total).toBe(4);
  });

  test("a file that is no chat is said to be none", async () => {
    const { importId } = await importChat(org, caseId, Buffer.from("Dear diary\n"));
    expect((await readImport(await org.as("caseworker"), importId)).view).toMatchObject({
      state: "failed",
      problem: "no_messages",
      messages: 0,
    });
  });

  test("lines that could not be read are named", async () => {
    const { importId } = await importChat(org, caseId, chatFixture("odd-lines.txt"));
    expect((await readImport(await org.as("caseworker"), importId)).view).toMatchObject({
      state: "ready",
      problem: "lines",
      detail: "1,3",
      unreadable: 2,
    });
  });

  test("a time that came twice and one that never was are marked", async () => {
    const text = "13/03/2022, 02:30 - Sam: never\n06/11/2022, 01:30 - Sam: twice\n30/12/2022, 10:00 - Sam: plain\n";
    const { importId } = await importChat(org, caseId, Buffer.from(text), { zone: "America/New_York" });
    expect((await all(importId)).messages.map(({ sentAt, clock }) => [sentAt.toISOString(), clock])).toEqual([
      ["2022-03-13T07:30:00.000Z", "jumped_over"],
      ["2022-11-06T05:30:00.000Z", "twice"],
      ["2022-12-30T15:00:00.000Z", null],
    ]);
  });
});
