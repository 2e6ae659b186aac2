import { beforeAll, describe, expect, test } from "vitest";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { linkSender } from "@/lib/evidence/chats/commands/link-sender";
import { makeIncidents } from "@/lib/evidence/chats/commands/make-incidents";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { listMessages } from "@/lib/evidence/chats/list-messages";
import { readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { draft, textOf } from "@/tests/db/documents/papers/drafting";
import { openSample } from "@/tests/support/case-form";
import { chatFixture } from "@/tests/support/chat-file";
import { home, importChat } from "@/tests/support/chat-import";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let importId: string;
let exhibitId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
  ({ importId, exhibitId } = await importChat(org, caseId, chatFixture("ios-gb.txt")));
});

const messages = async () =>
  (await listMessages(await org.as("caseworker"), importId, { filter: {}, page: 1, homeZone: home, withWords: true }))
    .messages;
const senderNamed = async (name: string) =>
  (await readImport(await org.as("caseworker"), importId)).senders.find((sender) => sender.name === name);

describe("makeIncidents", () => {
  test("time to the second, words, account and exhibit come along", async () => {
    const sender = await senderNamed("Sam");
    const [account] = await listAccountChoices(await org.as("caseworker"), caseId);
    await linkSender(await org.as("caseworker"), { senderId: sender?.id, to: account?.id });
    const threat = (await messages()).find((message) => message.words?.startsWith("you will be sorry"));
    const made = await makeIncidents(await org.as("caseworker"), {
      importId,
      messageIds: [threat?.id],
      nature: "threat_violence",
    });
    expect(made.made).toMatchObject([{ seq: 2 }]);
    const code = made.made[0]?.code ?? "";
    const incident = (await listIncidents(await org.as("caseworker"), caseId)).find(
      (candidate) => candidate.code === code,
    );
    expect(incident).toMatchObject({
      happenedAt: new Date("2021-12-31T21:59:58Z"),
      zone: home,
      timeIsExact: true,
      words: "you will be sorry\nsecond line",
      nature: "threat_violence",
      exhibits: [{ id: exhibitId }],
      account: expect.stringContaining("A1"),
    });
    expect(incident?.what).toContain("Message 2 of exhibit E-01 (WhatsApp), from “Sam”.");
    expect((await messages())[1]?.incident).toEqual({ id: incident?.id, code });
    expect(await org.auditOf(threat?.id ?? "")).toEqual(["chat.message_made_incident"]);
  });

  test("an act whose sender is no account yet says in a paper on what it was sent", async () => {
    const worker = await org.as("caseworker");
    const { id } = await openSample(worker);
    const chat = await importChat(org, id, chatFixture("ios-gb.txt"));
    const asked = { filter: {}, page: 1, homeZone: home, withWords: true };
    const [first] = (await listMessages(worker, chat.importId, asked)).messages;
    await makeIncidents(worker, { importId: chat.importId, messageIds: [first?.id], nature: "threat_violence" });
    const text = await textOf(worker, id, await draft(worker, id));
    expect(text).toMatch(/on WhatsApp/);
    expect(text).not.toContain("[platform: not recorded]");
  });

  test("a message is an incident once, however often it is asked and by whom", async () => {
    const [, , photo, second] = await messages();
    const ask = async (ids: unknown[]) =>
      makeIncidents(await org.as("caseworker"), { importId, messageIds: ids, nature: "unwanted_contact" });
    const both = await Promise.allSettled([ask([photo?.id]), ask([photo?.id])]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    const more = await ask([photo?.id, second?.id]);
    expect([more.made.length, more.known.length]).toEqual([1, 1]);
  });

  test("read again in another zone, what became an incident is known there too", async () => {
    const again = { caseId, exhibitId, zone: "America/New_York" };
    const { id } = await startImport(await org.as("caseworker"), again);
    await readExport(org.service(), { importId: id });
    const asked = { filter: {}, page: 1, homeZone: home, withWords: false };
    const { messages: second } = await listMessages(await org.as("caseworker"), id, asked);
    const ask = { importId: id, messageIds: [second[1]?.id], nature: "threat_violence" };
    await expect(makeIncidents(await org.as("caseworker"), ask)).rejects.toMatchObject({ code: "conflict" });
  });

  test("names the field", async () => {
    const [first] = await messages();
    const ask = { importId, messageIds: [first?.id], nature: "insult" };
    for (const [field, change] of [
      ["messageIds", { messageIds: [] }],
      ["messageIds", { messageIds: [caseId] }],
      ["nature", { nature: "weather" }],
    ] as const) {
      await expect(makeIncidents(await org.as("caseworker"), { ...ask, ...change })).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    }
  });
});
