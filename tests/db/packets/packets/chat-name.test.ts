import { beforeAll, describe, expect, test } from "vitest";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { linkSender } from "@/lib/evidence/chats/commands/link-sender";
import { makeIncidents } from "@/lib/evidence/chats/commands/make-incidents";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { listMessages } from "@/lib/evidence/chats/list-messages";
import { readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { home } from "@/tests/support/chat-import";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { sendFiles } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const exported = Buffer.from(
  [
    "[20/10/2025, 20:58:00] Lulubee: Who is this?",
    "[20/10/2025, 20:59:00] Unknown number: You will be sorry",
    "[20/10/2025, 21:00:00] Lulubee: Stop writing to me",
  ].join("\n"),
);

/** A case with an export of a chat that was read; who wrote what is not said yet. */
async function caseWithChat(what?: string) {
  const made = await makeCaseToPrint(org, worker, { files: [], what });
  const about = { method: "native_export" };
  const [exhibitId] = await sendFiles(org, worker, {
    caseId: made.caseId,
    files: [{ name: "chat.txt", bytes: exported, about }],
  });
  const { id: importId } = await startImport(worker.ctx, { caseId: made.caseId, exhibitId, zone: home });
  await readExport(org.service(), { importId });
  const senders = (await readImport(worker.ctx, importId)).senders;
  const link = (name: string, to: string) =>
    linkSender(worker.ctx, { senderId: senders.find((sender) => sender.name === name)?.id, to });
  return { ...made, importId, link };
}

async function built(caseId: string) {
  const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
  await assemblePacket(org.service(), { packetId: id });
  return { id, error: (await getPacket(worker.ctx, id)).progress.error };
}

describe("the name under which the client writes in a chat", () => {
  test("stops a packet that says it once somebody noted whose it is, and not before", async () => {
    const { caseId, link } = await caseWithChat("He wrote: lulubee, you cannot hide.");
    expect((await built(caseId)).error).toBeNull();
    await link("Lulubee", "client");
    expect((await built(caseId)).error).toContain("contains the client’s chat name. Remove it there and try again.");
    expect((await built(caseId)).error).not.toMatch(/lulubee/i);
  });

  test("seals the export itself, and the name of whoever harasses protects nothing", async () => {
    const { caseId, link } = await caseWithChat("An unknown number wrote.");
    const before = await built(caseId);
    await link("Lulubee", "client");
    const after = await built(caseId);
    expect([before.error, after.error]).toEqual([null, null]);
    const travels = async (id: string) =>
      JSON.parse(onePart(await keptParts(org.service(), id), "manifest").bytes.toString()).exhibits[0].originals[0]
        .travels;
    expect([await travels(before.id), await travels(after.id)]).toEqual(["inside", "sealed"]);
  });

  test("does not come along into an incident that is made of the client's own message", async () => {
    const { caseId, importId, link } = await caseWithChat();
    await link("Lulubee", "client");
    const asked = { filter: {}, page: 1, homeZone: home, withWords: true };
    const { messages } = await listMessages(worker.ctx, importId, asked);
    const own = messages.find(({ words }) => words === "Stop writing to me");
    const { made } = await makeIncidents(worker.ctx, { importId, messageIds: [own?.id], nature: "unwanted_contact" });
    const incident = (await listIncidents(worker.ctx, caseId)).find(({ code }) => code === made[0]?.code);
    expect(incident?.what).toContain("(WhatsApp), from the client.");
  });
});
