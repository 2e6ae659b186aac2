import { sql } from "drizzle-orm";
import { ctxForEnquiryForm } from "@/lib/auth/enquiries/ctx-for-enquiry-form";
import { setEnquiryAside } from "@/lib/client/enquiries/commands/set-enquiry-aside";
import { announceFile } from "@/lib/client/files/announce-file";
import { keepFile } from "@/lib/client/files/keep-file";
import { writeToClient } from "@/lib/client/messages/write-to-client";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { offerPaper } from "@/lib/client/papers/offer-paper";
import { shaOf } from "@/lib/client/wording/access";
import { rewordText } from "@/lib/client/wording/reword-text";
import { ourText } from "@/lib/client/wording/rules";
import { openFiles } from "@/lib/kernel/access/case-files";
import { newId, newToken } from "@/lib/platform/ids";
import { agreeContact } from "../agree-contact";
import { bySql } from "../by-sql";
import { webStreamOf } from "../files";
import { type Door, opened, plantPage, turnPagesOn } from "../plant-client-page";
import { plantEnquiry, turnEnquiriesOn, type Written } from "../plant-enquiry";
import { now } from "../plant-first-link";
import { forJobs, forWorkers, type Input, type Row, type Table } from "./row";
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

const enquiriesOn = (world: World) => world.once("enquiries", () => turnEnquiriesOn(world.org));

/** An enquiry of its own, open in a browser. */
const enquiry = async (world: World): Promise<Written> => plantEnquiry(await enquiriesOn(world));

/** One that was set aside more than thirty days ago. */
async function closedEnquiry(world: World): Promise<{ enquiryId: string }> {
  const { enquiryId } = await enquiry(world);
  await setEnquiryAside(now(world.worker), { enquiryId, reason: "Advertising" });
  const long = sql`update app.enquiries set decided_at = now() - interval '31 days' where id = ${enquiryId}`;
  await bySql(world.worker.ctx, long);
  return { enquiryId };
}

/** Which form is filled in next, in each organisation. */
const forms = new WeakMap<World, string>();

const forEnquirers = (log: string, input: Row["input"], through?: Row["through"]): Row => ({
  needs: "own.enquiry",
  by: "officer",
  log,
  input,
  through: through ?? (async (world) => ({ ...(await enquiry(world)).ctx, now: new Date() })),
  otherwise: { because: "Which enquiry it is, the context says.", namesNothing: true, made: ["id"] },
});

/** Until it is part of a case, every caseworker sees it. */
const forOpeners = (log: string, more: Input = {}, planted: typeof enquiry | typeof closedEnquiry = enquiry): Row => ({
  needs: "case.open",
  by: "worker",
  log,
  input: async (world) => ({ enquiryId: (await planted(world)).enquiryId, ...more }),
  otherwise: { because: "Until it is part of a case, every caseworker sees it.", bystander: "done" },
});

const forWriters = (log: string, input: Row["input"], more: Partial<Row> = {}): Row =>
  forWorkers(log, input, { needs: "client.page", ...more });

export const client: Table = {
  "client/enquiries/write-enquiry": forEnquirers(
    "enquiry.received",
    (world) => {
      const id = newId();
      forms.set(world, id);
      return { id, receiptHash: newToken(), apart: null, what: "He writes every night." };
    },
    async (world) => {
      const form = await ctxForEnquiryForm(await enquiriesOn(world), forms.get(world) ?? newId());
      if (!form) throw new Error("The form is closed.");
      return form.ctx;
    },
  ),
  "client/enquiries/write-again": forEnquirers("enquiry.written", () => ({ words: "Is anybody there?" })),
  "client/enquiries/note-receipt": forEnquirers("enquiry.receipt_noted", () => ({})),
  "client/enquiries/take-back": forEnquirers("enquiry.taken_back", () => ({})),
  "client/enquiries/note-read": forOpeners("enquiry.read"),
  "client/enquiries/answer-enquiry": forOpeners("enquiry.answered", { words: "We can help." }),
  "client/enquiries/refer-enquiry": forOpeners("enquiry.referred", { words: "A shelter helps you." }),
  "client/enquiries/set-enquiry-aside": forOpeners("enquiry.set_aside", { reason: "Advertising" }),
  "client/enquiries/take-up-enquiry": forOpeners("enquiry.taken_up", {}, closedEnquiry),
  "client/enquiries/link-enquiry": {
    needs: "case.open",
    by: "worker",
    log: "enquiry.linked",
    input: async (world) => ({ enquiryId: (await enquiry(world)).enquiryId, caseId: await world.newCase() }),
    otherwise: { because: "It may become part of any case of theirs.", anotherCase: "done" },
  },
  "client/enquiries/erase-enquiry": forJobs("enquiry.erased", closedEnquiry),
  "client/enquiries/set-enquiries": {
    needs: "people.write",
    by: "admin",
    log: "enquiry.turned",
    input: () => ({ on: true, days: 30 }),
    otherwise: { because: "It is about the whole organisation.", namesNothing: true },
  },
  "client/pages/make-page": forWriters("client_page.made", async (world) => {
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
  "client/messages/write-to-client": forWriters("client_message.written", async (world) => ({
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
  "client/papers/offer-paper": forWriters("client_paper.offered", async (world) => ({
    caseId: (await visit(world)).caseId,
    kind: "consent",
    language: "en",
    title: "Consent",
    text: "I agree.",
  })),
  "client/papers/offer-record": forWriters(
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
