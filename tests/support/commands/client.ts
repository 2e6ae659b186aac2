import { sql } from "drizzle-orm";
import { announceFile } from "@/lib/client/files/announce-file";
import { keepFile } from "@/lib/client/files/keep-file";
import { writeToClient } from "@/lib/client/messages/write-to-client";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { offerPaper } from "@/lib/client/papers/offer-paper";
import { shaOf } from "@/lib/client/wording/access";
import { rewordText } from "@/lib/client/wording/reword-text";
import { ourText } from "@/lib/client/wording/rules";
import { openFiles } from "@/lib/kernel/access/case-files";
import { newId } from "@/lib/platform/ids";
import { agreeContact } from "../agree-contact";
import { bySql } from "../by-sql";
import { webStreamOf } from "../files";
import { type Door, opened, plantPage, turnPagesOn } from "../plant-client-page";
import { now } from "../plant-first-link";
import { forJobs, forWorkers, type Row, type Table } from "./row";
import type { World } from "./world";

const pagesOn = (world: World) => world.once("clients' pages", () => turnPagesOn(world.org));

/** A page on a case of its own. */
async function page(world: World): Promise<Door> {
  await pagesOn(world);
  const caseId = await world.newCase();
  await agreeContact(world.worker.ctx, caseId);
  return plantPage(world.worker, caseId);
}

/** The page of which all rows of a client are, opened. */
const visit = (world: World) =>
  world.once("a visit", async () => {
    const door = await page(world);
    return { ...door, ...(await opened(door)) };
  });

const noOfficer = "Somebody who signs in is no client, whatever their role.";

const forClients = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "own.page",
  by: "officer",
  log,
  input,
  through: async (world) => ({ ...(await visit(world)).ctx, now: new Date() }),
  otherwise: { because: noOfficer, bystander: "forbidden" },
  ...more,
});

const forTexts = (log: string, input: Row["input"]): Row => ({
  needs: "people.write",
  by: "admin",
  log,
  input,
  otherwise: { because: "It is about the whole organisation.", namesNothing: true },
});

const bytes = Buffer.from("A picture from a phone");

/** Announced on the shared page, with its bytes in the storage. */
async function sent(world: World) {
  const { ctx, keyId } = await visit(world);
  const { id: clientFileId } = await announceFile(ctx, { fileName: "a.jpg", size: bytes.length });
  const kept = await (await openFiles(ctx, keyId)).receive(webStreamOf(bytes), { maxBytes: 1000 });
  return { clientFileId, ...kept };
}

async function waiting(world: World) {
  const input = await sent(world);
  const { ctx, caseId } = await visit(world);
  await keepFile(ctx, input);
  return { clientFileId: input.clientFileId, caseId };
}

async function paper(world: World) {
  const { caseId } = await visit(world);
  const text = { kind: "consent", language: "en", title: "Consent", text: "I agree." };
  return (await offerPaper(now(world.worker), { caseId, ...text })).id;
}

async function signed(world: World) {
  const paperId = await paper(world);
  await answerPaper((await visit(world)).ctx, { paperId, answer: "signed", agree: "on", name: "N." });
  return { paperId };
}

/** Asked for and due. */
async function notice(world: World) {
  const { caseId } = await visit(world);
  const noticeId = newId();
  await bySql(
    world.worker.ctx,
    sql`insert into app.client_notices (id, org_id, case_id, channel, language, asked_by, asked_at, not_before)
      values (${noticeId}, ${world.org.id}, ${caseId}, 'sms', 'zu', ${world.worker.memberId}, now(), now() - interval '1 minute')`,
  );
  return { noticeId };
}

export const client: Table = {
  "client/pages/make-page": forWorkers("client_page.made", async (world) => {
    await pagesOn(world);
    return { caseId: await world.newCase(), language: "zu", agreed: "on" };
  }),
  "client/pages/end-page": forWorkers("client_page.ended", async (world) => ({ pageId: (await page(world)).pageId })),
  "client/pages/note-seen-news": forWorkers("client_page.seen", async (world) => ({
    pageId: (await visit(world)).pageId,
  })),
  "client/pages/set-pages": {
    needs: "people.write",
    by: "admin",
    log: "client_page.turned",
    input: () => ({ on: true }),
    otherwise: { because: "It is about the whole organisation.", namesNothing: true },
  },
  "client/messages/write-as-client": forClients("client_message.received", () => ({ words: "Is there news?" }), {
    otherwise: { because: "Whose page it is, the context says.", namesNothing: true },
  }),
  "client/messages/write-to-client": forWorkers("client_message.written", async (world) => ({
    caseId: (await visit(world)).caseId,
    words: "Not yet.",
  })),
  "client/messages/show-status": forWorkers("client_message.shown", async (world) => ({
    caseId: (await visit(world)).caseId,
    line: "lineWaiting",
  })),
  "client/messages/withdraw-message": forWorkers("client_message.withdrawn", async (world) => {
    const { caseId } = await visit(world);
    return { messageId: (await writeToClient(now(world.worker), { caseId, words: "A mistake." })).id };
  }),
  "client/files/announce-file": forClients("client_file.announced", () => ({ fileName: "a.jpg", size: 10 }), {
    otherwise: { because: "Whose page it is, the context says.", namesNothing: true },
  }),
  "client/files/keep-file": forClients("client_file.received", sent, {
    otherwise: {
      because: "The id of stored bytes is made by the storage, under the key of the page: others' bytes are not there.",
      foreign: { fileId: "conflict" },
      bystander: "forbidden",
    },
  }),
  "client/files/note-accepted": forWorkers("client_file.accepted", async (world) => {
    const { clientFileId, caseId } = await waiting(world);
    return { clientFileId, exhibitId: await world.exhibitOn(caseId) };
  }),
  "client/files/set-file-aside": forWorkers("client_file.set_aside", async (world) => ({
    clientFileId: (await waiting(world)).clientFileId,
  })),
  "client/notices/ask-notice": forWorkers(
    "client_notice.asked",
    async (world) => ({ caseId: (await visit(world)).caseId, channel: "sms" }),
    { otherwise: { because: "Nothing was agreed with the planted client.", ends: "invalid channel" } },
  ),
  "client/notices/claim-notice": forJobs("client_notice.refused", notice),
  "client/notices/note-sent": forJobs("client_notice.sent", async (world) => ({
    ...(await notice(world)),
    sent: true,
  })),
  "client/papers/offer-paper": forWorkers("client_paper.offered", async (world) => ({
    caseId: (await visit(world)).caseId,
    kind: "consent",
    language: "en",
    title: "Consent",
    text: "I agree.",
  })),
  "client/papers/offer-record": forWorkers(
    "client_paper.offered",
    async (world) => ({
      caseId: (await visit(world)).caseId,
      language: "zu",
      what: "consent",
      purposes: { help: "on" },
    }),
    { otherwise: { because: "A consent names no document and no officer.", left: ["documentId"] } },
  ),
  "client/papers/follow-paper": forJobs("client_paper.followed", async (world) => ({
    paperId: (await signed(world)).paperId,
  })),
  "client/wording/confirm-text": forTexts("client_text.confirmed", () => ({
    language: "zu",
    key: "back",
    seen: shaOf(ourText("zu", "back")),
    speaker: "N. Speaker",
  })),
  "client/wording/reword-text": forTexts("client_text.worded", () => ({
    language: "zu",
    key: "send",
    words: "Thumela manje",
  })),
  "client/wording/return-text": forTexts("client_text.returned", async (world) => {
    const text = { language: "zu", key: "saved" };
    await rewordText(await world.org.as("admin"), { ...text, words: "Kugciniwe manje." });
    return text;
  }),
  "client/papers/answer-paper": forClients("client_paper.answered", async (world) => ({
    paperId: await paper(world),
    answer: "declined",
  })),
  "client/papers/take-back-answer": forClients("client_paper.withdrawn", signed),
  "client/papers/end-paper": forWorkers("client_paper.ended", async (world) => ({ paperId: await paper(world) })),
};
