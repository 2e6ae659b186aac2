import { beforeAll, expect, test } from "vitest";
import { answerElements } from "@/lib/casework/charges/answer-elements";
import { listCharges } from "@/lib/casework/charges/queries";
import { setAsideOffence } from "@/lib/casework/charges/set-aside-offence";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { linkSender } from "@/lib/evidence/chats/commands/link-sender";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { takeFor } from "@/tests/db/packets/packets/taking";
import { type CaseToPrint, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { home } from "@/tests/support/chat-import";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { sendFiles } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;
let made: CaseToPrint;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  made = await makeCaseToPrint(org, worker);
});

test("the element table of a case quotes its words, and says what was declined, set aside and not looked at", async () => {
  const { caseId } = made;
  const [charge] = await listCharges(worker.ctx, caseId);
  const [threat = "", insult = "", told = ""] = made.incidentIds;
  const answer = { caseId, chargeId: charge?.id ?? "" };
  const declined = { [insult]: "It insults and does not threaten." };
  await answerElements(worker.ctx, {
    ...answer,
    answers: [
      { side: "home", key: "threat", incidents: [threat], declined, note: "A jaw is named." },
      { side: "there", key: "mind", incidents: [told] },
    ],
  });
  await setAsideOffence(worker.ctx, { caseId, offence: "us-2261a2", why: "The identity is open." });
  const effect = { kind: "event", nature: "effect", what: "No bus is taken any more.", when: "2026-10-14T10:00" };
  await logIncident(worker.ctx, { caseId, zone: "Africa/Johannesburg", ...effect });
  const { law, dropped, pairs, case: matter } = await takeFor(worker, { of: made, kind: "mla_dossier" });
  const rowWith = (text: string) => law?.rows.find((row) => row.home?.text.includes(text));
  expect(rowWith("threatens a person")).toMatchObject({
    pair: "P-1",
    there: { offence: "18 USC 875(c)", element: "threat" },
    facts: [{ incident: "I-1", account: "A1", by: "sender", words: "I will break your jaw.", exhibit: "E-01" }],
    declined: [{ incident: "I-2", why: "It insults and does not threaten." }],
    note: "A jaw is named.",
    gap: null,
  });
  // Kept by its place before keys were: the words of the first element.
  expect(rowWith("Discloses a data message")).toMatchObject({ note: "Sent as a direct message." });
  expect(rowWith("Unlawfully and intentionally")?.facts).toMatchObject([{ incident: "C-1", by: "client" }]);
  expect(rowWith("The accused did it")?.facts).toMatchObject([
    { account: "A2", what: expect.stringContaining("same me") },
  ]);
  expect(matter.harm).toEqual([{ text: "No bus is taken any more.", sources: ["C-2"] }]);
  expect(rowWith("reasonable person")?.facts).toMatchObject([{ incident: "C-2", what: "No bus is taken any more." }]);
  expect(law?.considered).toMatchObject([{ citation: "18 USC 2261A(2)", why: "The identity is open." }]);
  expect(dropped).toMatchObject([{ provision: "18 USC 2261A(2)", reason: "The identity is open." }]);
  expect(law?.unconsidered.map(({ citation }) => citation)).toContain("Cybercrimes Act 19 of 2020 s 14");
  expect(pairs[0]?.elements.find(({ home }) => home.includes("threatens a person"))?.facts).toContain("break your jaw");
});

test("what the client wrote in a chat, and what came back, is in the argument, with the client's own values covered", async () => {
  const { caseId, ...of } = await makeCaseToPrint(org, worker, { files: [] });
  const line = (minute: number, who: string, what: string) => `[20/10/2025, 20:0${minute}:00] ${who}: ${what}`;
  const text = [
    line(1, "Him", "Are you awake"),
    line(2, secrets.name, `Do not write to me again, or to ${secrets.phone}`),
    line(3, "Him", "You do not get to decide that."),
  ].join("\n");
  const files = [{ name: "chat.txt", bytes: Buffer.from(text), about: { method: "native_export" } }];
  const [exhibitId = ""] = await sendFiles(org, worker, { caseId, files });
  const { id } = await startImport(worker.ctx, { caseId, exhibitId, zone: home });
  await readExport(org.service(), { importId: id });
  const { senders } = await readImport(worker.ctx, id);
  const senderId = senders.find((sender) => sender.name === secrets.name)?.id;
  await linkSender(worker.ctx, { senderId, to: "client" });
  const { law } = await takeFor(worker, { of: { caseId, ...of }, kind: "mla_dossier" });
  const lines = law?.knowledge.filter(({ message }) => message !== null) ?? [];
  expect(lines.map(({ kind, by, message }) => [kind, by, message])).toEqual([
    ["told to stop", "client", 2],
    ["answered", "sender", 3],
  ]);
  expect(lines[0]?.words).toMatch(/^Do not write to me again/);
  expect(JSON.stringify(law)).not.toContain(secrets.phone);
});
