import { beforeAll, describe, expect, test } from "vitest";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { linkSender } from "@/lib/evidence/chats/commands/link-sender";
import { readImport } from "@/lib/evidence/chats/queries";
import { openSample } from "@/tests/support/case-form";
import { chatFixture } from "@/tests/support/chat-file";
import { importChat } from "@/tests/support/chat-import";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let importId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
  ({ importId } = await importChat(org, caseId, chatFixture("ios-gb.txt")));
});

const senderNamed = async (name: string) =>
  (await readImport(await org.as("caseworker"), importId)).senders.find((sender) => sender.name === name);

describe("linkSender", () => {
  test("links a sender to the board, to the client, to nobody; the log has no name", async () => {
    const ctx = await org.as("caseworker");
    const sender = await senderNamed("Sam");
    const [account] = await listAccountChoices(ctx, caseId);
    await linkSender(await org.as("caseworker"), { senderId: sender?.id, to: "client" });
    expect(await senderNamed("Sam")).toMatchObject({ isClient: true, account: null });
    await linkSender(await org.as("caseworker"), { senderId: sender?.id, to: account?.id });
    expect(await senderNamed("Sam")).toMatchObject({ isClient: false, account: account?.label });
    expect(await org.auditOf(sender?.id ?? "")).toEqual(["chat.sender_tied", "chat.sender_tied"]);
  });

  test("a strange account, the same again", async () => {
    const senderId = (await senderNamed("Sam"))?.id;
    const strange = linkSender(await org.as("caseworker"), { senderId, to: caseId });
    await expect(strange).rejects.toMatchObject({ code: "invalid", fields: { to: expect.any(String) } });
    const [account] = await listAccountChoices(await org.as("caseworker"), caseId);
    const again = linkSender(await org.as("caseworker"), { senderId, to: account?.id });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });
});
