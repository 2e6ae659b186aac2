import { beforeAll, describe, expect, test } from "vitest";
import { incidentExhibits } from "@/db/schema";
import { linkSender } from "@/lib/evidence/chats/commands/link-sender";
import { makeIncidents } from "@/lib/evidence/chats/commands/make-incidents";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { listMessages } from "@/lib/evidence/chats/list-messages";
import { readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { draft, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { home } from "@/tests/support/chat-import";
import { answerDanger } from "@/tests/support/danger";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";
import { sendFiles } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function built(caseId: string) {
  const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
  await assemblePacket(org.service(), { packetId: id });
  const packet = await getPacket(worker.ctx, id);
  const text = packet.progress.error
    ? ""
    : (await flatPagesOf(await bytesOf((await openPacket(worker.ctx, id)).stream))).join("\n");
  return { packet, text: text.replaceAll(/\s+/g, " ") };
}

async function addFile(caseId: string, name: string, content: string | Buffer): Promise<string> {
  const files = [{ name, bytes: Buffer.from(content), about: { method: "native_export" } }];
  const [id = ""] = await sendFiles(org, worker, { caseId, files });
  return id;
}

describe("the words of an exhibit in the packet", () => {
  test("a chat is printed around its acts, both sides, with the client's chat name covered", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [], what: "He wrote again." });
    const line = (i: number, who: string, what: string) =>
      `[20/10/2025, 20:${String(i).padStart(2, "0")}:00] ${who}: ${what}`;
    const text = [
      ...Array.from({ length: 20 }, (_, i) => line(i, i % 2 ? "Lulubee" : "Unknown number", `plain ${i + 1}, lulubee`)),
      line(20, "Unknown number", "I will be at your stop on Friday"),
      line(21, "Lulubee", "Stop writing to me"),
    ].join("\n");
    const exhibitId = await addFile(caseId, "chat.txt", text);
    const { id: importId } = await startImport(worker.ctx, { caseId, exhibitId, zone: home });
    await readExport(org.service(), { importId });
    const client = (await readImport(worker.ctx, importId)).senders.find(({ name }) => name === "Lulubee");
    await linkSender(worker.ctx, { senderId: client?.id, to: "client" });
    const asked = { filter: {}, page: 1, homeZone: home, withWords: true };
    const { messages } = await listMessages(worker.ctx, importId, asked);
    const threat = messages.find(({ words }) => words?.includes("your stop"));
    await makeIncidents(worker.ctx, { importId, messageIds: [threat?.id], nature: "threat_violence" });
    await answerDanger(worker.ctx, caseId);

    const { packet, text: printed } = await built(caseId);
    expect(packet.progress.error).toBeNull();
    expect(printed).toContain("Printed: messages 16 to 22 of 22.");
    expect(printed).toMatch(/21 I-\d .{10,80} Unknown number I will be at your stop on Friday/);
    expect(printed).toMatch(/Client Stop writing to me/);
    expect(printed).toMatch(/Client plain 16, \[client’s chat name\]/);
    expect(printed).not.toMatch(/plain 15|lulubee/i);
  });

  test("a chat without an act begins at its first message, the client as Client", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [], what: "He wrote again." });
    const text = [
      "[20/10/2025, 20:58:00] Lulubee: Who is this?",
      "[20/10/2025, 20:59:00] Unknown number: You will be sorry, Lulubee",
    ].join("\n");
    const exhibitId = await addFile(caseId, "chat.txt", text);
    const { id: importId } = await startImport(worker.ctx, { caseId, exhibitId, zone: home });
    await readExport(org.service(), { importId });
    const client = (await readImport(worker.ctx, importId)).senders.find(({ name }) => name === "Lulubee");
    await linkSender(worker.ctx, { senderId: client?.id, to: "client" });
    const { packet, text: printed } = await built(caseId);
    expect(packet.progress.error).toBeNull();
    expect(printed).toContain("words of the chat");
    expect(printed).toMatch(/Client Who is this\?/);
    expect(printed).toMatch(/Unknown number You will be sorry, \[client’s chat name\]/);
    expect(printed).not.toMatch(/Lulubee|This page is not shown/);
  });

  test("a mail is printed with its headers and its lines", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [], what: "He wrote again." });
    const mail = [
      "Received: from [10.1.1.5] (cpe.example [76.183.22.9]) by mx.example; Tue, 17 Nov 2026 22:10:04 +0200",
      "From: Wild Card <wild@mail.example>",
      "Subject: You",
      "Content-Type: text/plain",
      "",
      "I will find you.",
      "",
    ].join("\r\n");
    await addFile(caseId, "mail.eml", mail);
    const { packet, text } = await built(caseId);
    expect(packet.progress.error).toBeNull();
    expect(text).toContain("words of the mail");
    expect(text).toMatch(/Subject You/);
    expect(text).toMatch(/1 I will find you\./);
    expect(text).toContain("Address it saw");
    expect(text).toMatch(/2026-11-17 20:10:04 UTC mx\.example 76\.183\.22\.9 \(cpe\.example\) \[10\.1\.1\.5\]/);
  });

  test.each([
    ["a text that names the client", "text.txt", `I know you, ${secrets.name}.`, "pass"],
    ["a file of which nothing is shown and nothing travels", "data.bin", `\u0000\u0001${secrets.name}`, "fail"],
  ])("preflight asks whether what an act rests on can be seen: %s", async (_, name, content, result) => {
    const { caseId, incidentIds } = await makeCaseToPrint(org, worker, { files: [] });
    const exhibitId = await addFile(caseId, name, content);
    const link = { orgId: org.id, caseId, incidentId: incidentIds[0] ?? "", exhibitId };
    await withTransaction(org.service(), "read write", ({ db }) => db.insert(incidentExhibits).values(link));
    const { packet } = await built(caseId);
    expect(packet.progress.error).toBeNull();
    const line = packet.preflight.find(({ text }) => text.startsWith("Each exhibit printed once"));
    expect(line).toMatchObject({ result, reason: expect.stringContaining("can be seen") });
  });
});
