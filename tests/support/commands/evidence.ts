import { sql } from "drizzle-orm";
import { timestamps } from "@/db/schema";
import { finishImport } from "@/lib/evidence/chats/commands/finish-import";
import { noteMessages } from "@/lib/evidence/chats/commands/note-messages";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { listPictures } from "@/lib/evidence/clearances/queries";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { recordInspection } from "@/lib/evidence/exhibits/commands/record-inspection";
import { readOriginal, readUpload } from "@/lib/evidence/exhibits/queries";
import { makePairing } from "@/lib/evidence/pairings/make-pairing";
import { keepWordCover } from "@/lib/evidence/redactions/keep-word-cover";
import { noteScan } from "@/lib/evidence/scans/note-scan";
import { keepTranscript } from "@/lib/evidence/transcripts/keep-transcript";
import { keepTranslation } from "@/lib/evidence/translations/keep-translation";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { bySql } from "../by-sql";
import { home } from "../chat-import";
import { about, addExhibit } from "../exhibit";
import { freshBytes, seededBytes, webStreamOf } from "../files";
import { nothingOn } from "../look-at-pictures";
import { addMasked, middle } from "../masked";
import { firstReading, plantOldReading } from "../old-reading";
import { plantAccount, plantIncident } from "../plant-matter";
import { capturedPage, plantPairing } from "../plant-pairing";
import { addRecording } from "../recording";
import { signRelease } from "../sign-release";
import { forJobs, forWorkers, type Table } from "./row";
import type { World } from "./world";

const hash = "0".repeat(64);
const transcribed = { version: 0, language: "zu", lines: "0:12 | unknown man | Ngizokuthola | I will find you" };
const { fileName: _, ...details } = about;

const newExhibit = async ({ worker, caseId }: World, change: Record<string, unknown> = {}) =>
  addExhibit(worker.ctx, caseId, freshBytes(100), change);
const exhibit = async (world: World) => ({ exhibitId: (await newExhibit(world)).exhibitId });

/** An exhibit with one masked copy, which asks the sandbox twice. */
const masked = (world: World) => world.once("masked", () => addMasked(world.org, world.worker.ctx, world.caseId));

/** An exhibit with the bytes of a copy in the storage, not yet noted. */
async function stored(world: World) {
  const { exhibitId } = await newExhibit(world);
  const { keyId } = await readOriginal(world.worker.ctx, exhibitId);
  const files = await openFiles(world.worker.ctx, keyId);
  const kept = await files.receive(webStreamOf(seededBytes(50, 1)), { maxBytes: 100 });
  return { exhibitId, ...kept, format: "png", width: 5, height: 10, tool: "a test" };
}

/** An exhibit that the sandbox has found to be a saved page, without asking it. */
async function savedPage(world: World): Promise<string> {
  const { exhibitId, sha256 } = await newExhibit(world);
  const look = { kind: "text", mime: "text/html", width: null, height: null, pages: null, problem: null };
  await recordInspection(world.org.service(), { exhibitId, sha256, look });
  return exhibitId;
}

async function chat(world: World) {
  const words = Buffer.from(`30/12/2021, 10:00 - Sam: ${newId()}\n`);
  const from = { method: "native_export", fileName: "chat.txt" };
  const { exhibitId } = await addExhibit(world.worker.ctx, world.caseId, words, from);
  const { id } = await startImport(world.worker.ctx, { caseId: world.caseId, exhibitId, zone: home });
  return { importId: id };
}

const message = {
  seq: 1,
  sentAt: new Date("2021-12-30T08:00:00Z"),
  stamp: "30/12/2021, 10:00",
  sender: "Sam",
  kind: "text",
  media: null,
  nth: 1,
};
/** A message that no other chat of the case has. */
const piece = () => ({ format: "whatsapp", messages: [{ ...message, words: `you will be sorry ${newId()}` }] });
const end = { format: "whatsapp", problem: null, detail: null, found: 1, unreadable: 0, unreadableAt: [] };

async function readChat(world: World) {
  const { importId } = await chat(world);
  await noteMessages(world.org.service(), { importId, ...piece() });
  await finishImport(world.org.service(), { importId, ...end });
  return { importId };
}

const idOf = async (world: World, statement: ReturnType<typeof sql>) =>
  (await bySql<{ id: string }>(world.worker.ctx, statement))[0]?.id ?? "";

async function stamp(world: World) {
  const { exhibitId, sha256 } = await newExhibit(world);
  const stampId = newId();
  await withTransaction(world.org.service(), "read write", ({ db, orgId, now }) =>
    db.insert(timestamps).values({
      id: stampId,
      orgId,
      caseId: world.caseId,
      exhibitId,
      sha256,
      authority: "tsa.example",
      state: "held",
      askedAt: now,
      heldAt: now,
      token: Buffer.from("token"),
    }),
  );
  return { exhibitId, stampId };
}

async function announced(world: World) {
  const bytes = freshBytes(200);
  const { id } = await announceUpload(world.worker.ctx, { caseId: world.caseId, ...about, size: bytes.byteLength });
  const { caseId, keyId } = await readUpload(world.worker.ctx, id);
  const files = await openFiles(world.worker.ctx, keyId);
  return { uploadId: id, caseId, ...(await files.receive(webStreamOf(bytes), { maxBytes: 10_000 })) };
}

async function matter(world: World) {
  return world.once("matter of evidence", async () => ({
    accountId: await plantAccount(world.worker.ctx, world.caseId, "90417755"),
    incidentId: await plantIncident(world.worker.ctx, world.caseId, 900),
  }));
}

const translated = {
  of: "page",
  from: 1,
  to: 1,
  reading: null,
  original: "Ngizokubona",
  words: "I will see you",
  language: "zu",
  translator: "Sam Example",
  sworn: false,
};
const paired = (world: World) => plantPairing(world.worker.ctx, world.caseId);

const chosen = { accountId: "invalid accountId", "incidentIds.0": "invalid incidentIds" };
const madeHere = "The file is one that the product itself has just put into the storage.";

export const evidence: Table = {
  "evidence/chats/start-import": forWorkers(
    "chat.reading_begun",
    async (world) => ({ caseId: world.caseId, ...(await exhibit(world)), zone: home }),
    {
      otherwise: {
        because: "The exhibit is chosen in a list.",
        anotherCase: "invalid exhibitId",
        foreign: { exhibitId: "invalid exhibitId" },
      },
    },
  ),
  "evidence/chats/answer-import": forWorkers("chat.order_answered", async (world) => {
    const { importId } = await chat(world);
    await finishImport(world.org.service(), { importId, ...end, found: 0, problem: "day_or_month_first" });
    return { importId, dateOrder: "dmy" };
  }),
  "evidence/chats/note-messages": forJobs("chat.messages_noted", async (world) => ({
    ...(await chat(world)),
    ...piece(),
  })),
  "evidence/chats/finish-import": forJobs("chat.reading_ended", async (world) => ({ ...(await chat(world)), ...end })),
  "evidence/chats/make-incidents": forWorkers(
    "chat.message_made_incident",
    async (world) => {
      const { importId } = await readChat(world);
      const id = await idOf(world, sql`select id from app.chat_messages where import_id = ${importId}`);
      return { importId, messageIds: [id], nature: "threat_violence" };
    },
    {
      otherwise: { because: "Messages are ticked in a list.", foreign: { "messageIds.0": "invalid messageIds" } },
    },
  ),
  "evidence/chats/link-sender": forWorkers(
    "chat.sender_tied",
    async (world) => {
      const { importId } = await readChat(world);
      const of = sql`select s.id from app.chat_senders s join app.chat_messages m on m.sender_id = s.id
        where m.import_id = ${importId}`;
      return { senderId: await idOf(world, of), to: (await matter(world)).accountId };
    },
    { otherwise: { because: "The account is chosen in a list.", foreign: { to: "invalid to" } } },
  ),
  "evidence/captures/announce-capture": forWorkers("capture.announced", () => capturedPage({ text: freshBytes(40) }), {
    through: async (world) => (await paired(world)).ctx,
    otherwise: {
      because: "It is of the case with which the extension is connected.",
      namesNothing: true,
      abroad: "done",
    },
  }),
  "evidence/pairings/make-pairing": forWorkers("pairing.made", ({ caseId }) => ({ caseId })),
  "evidence/pairings/end-pairing": forWorkers("pairing.ended", async (world) => ({
    pairingId: (await makePairing(world.worker.ctx, { caseId: world.caseId })).id,
  })),
  "evidence/clearances/clear-pictures": forWorkers("exhibit.pictures_cleared", async (world) => {
    const { exhibitId } = await masked(world);
    const pictures = await listPictures(world.worker.ctx, world.caseId, exhibitId);
    return { caseId: world.caseId, pictures: nothingOn(pictures) };
  }),
  "evidence/copies/hand-out-copy": forWorkers("exhibit.downloaded", async (world) => {
    const { exhibitId, copyId } = await masked(world);
    return { exhibitId, what: "masked", derivativeId: copyId };
  }),
  "evidence/copies/keep-stripped": forWorkers("exhibit.stripped", stored, {
    otherwise: { because: madeHere, made: ["fileId"] },
  }),
  "evidence/exhibits/announce-upload": forWorkers(
    "upload.announced",
    async (world) => {
      const { accountId, incidentId } = await matter(world);
      return { caseId: world.caseId, ...about, size: 12, accountId, incidentIds: [incidentId] };
    },
    {
      otherwise: {
        because: "Account and incidents are chosen in lists.",
        anotherCase: "invalid accountId",
        foreign: chosen,
      },
    },
  ),
  "evidence/exhibits/announce-uploads": forWorkers(
    "upload.announced",
    async (world) => {
      const { accountId, incidentId } = await matter(world);
      return { files: [{ caseId: world.caseId, ...about, size: 12, accountId, incidentIds: [incidentId] }] };
    },
    {
      otherwise: {
        because: "Account and incidents are chosen in lists.",
        foreign: { "files.0.accountId": "invalid accountId", "files.0.incidentIds.0": "invalid incidentIds" },
      },
    },
  ),
  "evidence/exhibits/amend-exhibit": forWorkers(
    "exhibit.amended",
    async (world) => {
      const { accountId, incidentId } = await matter(world);
      const { exhibitId } = await newExhibit(world, { sensitivity: "intimate" });
      return { exhibitId, ...details, sensitivity: "ordinary", accountId, incidentIds: [incidentId] };
    },
    { proof: "best", otherwise: { because: "Account and incidents are chosen in lists.", foreign: chosen } },
  ),
  "evidence/exhibits/amend-exhibits": forWorkers(
    "exhibit.several_amended",
    async (world) => {
      const { accountId, incidentId } = await matter(world);
      const { exhibitId } = await newExhibit(world);
      return { caseId: world.caseId, exhibitIds: [exhibitId], accountId, incidentIds: [incidentId] };
    },
    { otherwise: { because: "Account and incidents are chosen in lists.", foreign: chosen } },
  ),
  "evidence/exhibits/take-over-claims": forWorkers("exhibit.claims_taken_over", async (world) => {
    const dated = await newExhibit(world, { fileName: "Screenshot_20260412-101530.png" });
    return { caseId: world.caseId, exhibitIds: [dated.exhibitId], zone: home };
  }),
  "evidence/exhibits/note-check": forWorkers("exhibit.checked", async (world) => ({
    ...(await exhibit(world)),
    verified: true,
  })),
  "evidence/exhibits/note-handling": forWorkers(
    "exhibit.downloaded",
    async (world) => ({
      exhibitId: (await newExhibit(world, { sensitivity: "intimate" })).exhibitId,
      handling: "downloaded",
    }),
    { proof: "best" },
  ),
  "evidence/exhibits/record-inspection": forJobs(
    "exhibit.looked_into",
    async (world) => {
      const { exhibitId, sha256 } = await newExhibit(world);
      const look = { kind: "png", mime: "image/png", width: 10, height: 20, pages: 1, problem: null };
      return { exhibitId, sha256, look };
    },
    { otherwise: { because: "What the job made is in the storage already.", left: ["made.0.fileId"] } },
  ),
  "evidence/archives/ask-picture": forWorkers("exhibit.picture_asked", async (world) => ({
    exhibitId: await savedPage(world),
    page: 1,
  })),
  "evidence/archives/keep-picture": forJobs(
    "exhibit.page_drawn",
    async (world) => {
      const file = { fileId: newId(), sha256: hash, size: 1, format: "png", width: 10, height: 20, tool: "x" };
      const made = { kind: "view", page: 1, ...file };
      return { ...(await exhibit(world)), page: 1, made, cut: false, problem: null };
    },
    { otherwise: { because: madeHere, made: ["made.fileId"] } },
  ),
  "evidence/archives/note-taken-out": forWorkers("exhibit.taken_out", async (world) => ({
    ...(await exhibit(world)),
    takenId: (await newExhibit(world)).exhibitId,
  })),
  "evidence/exhibits/note-reading": forJobs(
    "exhibit.read_again",
    async (world) => {
      const mail = { caseId: world.caseId, bytes: Buffer.from(freshBytes(100)), read: firstReading(["I will"]) };
      const exhibitId = await plantOldReading(world.worker.ctx, world.org.service(), mail);
      const { sha256 } = await readOriginal(world.worker.ctx, exhibitId);
      const file = { fileId: newId(), sha256: hash, size: 1, format: "json", width: null, height: null };
      return { exhibitId, sha256, made: { kind: "text", page: 0, ...file, tool: "x" }, version: 1, differs: true };
    },
    { otherwise: { because: madeHere, made: ["made.fileId"] } },
  ),
  "evidence/exhibits/receive-exhibit": forWorkers("exhibit.received", announced, {
    otherwise: { because: madeHere, made: ["fileId"] },
  }),
  "evidence/exhibits/receive-exhibits": forWorkers(
    "exhibit.received",
    async (world) => ({ uploads: [await announced(world)] }),
    { otherwise: { because: madeHere, made: ["uploads.0.fileId"] } },
  ),
  "evidence/exhibits/record-custody": forWorkers(
    "exhibit.custody_recorded",
    async (world) => ({
      ...(await exhibit(world)),
      releaseId: await world.once("a release of evidence", () => signRelease(world.worker.ctx, world.caseId)),
      action: "transferred",
      purpose: "For the docket",
      to: "Det. Nkosi",
    }),
    { otherwise: { because: "The release is chosen in a list.", foreign: { releaseId: "invalid releaseId" } } },
  ),
  "evidence/likenesses/note-likeness": forJobs(
    "exhibit.compared",
    async (world) => ({ ...(await exhibit(world)), cells: null, near: null }),
    { otherwise: { because: "The job compared it with exhibits of its case.", left: ["near.exhibitId"] } },
  ),
  "evidence/exposure/show-place": forWorkers("exhibit.viewed", exhibit),
  "evidence/exposure/note-words": forWorkers("exhibit.viewed", exhibit),
  "evidence/exposure/reveal-exhibit": forWorkers("exhibit.viewed", async (world) => {
    const { exhibitId, copyId } = await masked(world);
    return { exhibitId, what: "picture", derivativeId: copyId };
  }),
  "evidence/picture-words/note-picture-words": forJobs(
    "exhibit.pictures_read",
    async (world) => {
      const { exhibitId } = await newExhibit(world);
      const { sha256 } = await readOriginal(world.worker.ctx, exhibitId);
      const file = { fileId: newId(), sha256: hash, size: 1, format: "json", width: null, height: null, tool: "x" };
      const made = [{ kind: "ocr", page: 1, version: 0, ...file }];
      return { exhibitId, sha256, made, unread: 0, words: ["friday"] };
    },
    { otherwise: { because: madeHere, made: ["made.0.fileId"] } },
  ),
  "evidence/recordings/keep-still": forWorkers(
    "exhibit.still_taken",
    async (world) => ({ ...(await stored(world)), at: 1200 }),
    { otherwise: { because: madeHere, made: ["fileId"] } },
  ),
  "evidence/recordings/play-recording": forWorkers("exhibit.played", async (world) => ({
    exhibitId: (await addRecording(world.org, world.worker.ctx, world.caseId)).exhibitId,
  })),
  "evidence/redactions/keep-redaction": forWorkers(
    "exhibit.redacted",
    async (world) => ({ ...(await stored(world)), page: 1, boxes: [middle], reason: "A house number" }),
    { otherwise: { because: madeHere, made: ["fileId"] } },
  ),
  "evidence/redactions/keep-word-cover": forWorkers(
    "exhibit.words_covered",
    async (world) => {
      const { importId: reading } = await readChat(world);
      const exhibitId = await idOf(world, sql`select exhibit_id as id from app.chat_imports where id = ${reading}`);
      return { exhibitId, words: "Thandi", kind: "child", place: 1, reading };
    },
    { otherwise: { because: "The product itself has just found the words in this reading.", made: ["reading"] } },
  ),
  "evidence/redactions/lift-word-cover": forWorkers("exhibit.words_uncovered", async (world) => {
    const covered = { ...(await exhibit(world)), words: "Thandi", kind: "child", place: null, reading: null };
    return { coverId: (await keepWordCover(world.worker.ctx, covered)).id };
  }),
  "evidence/transcripts/keep-transcript": forWorkers("exhibit.transcribed", async (world) => ({
    exhibitId: (await addRecording(world.org, world.worker.ctx, world.caseId)).exhibitId,
    ...transcribed,
  })),
  "evidence/transcripts/withdraw-transcript": forWorkers("exhibit.transcript_withdrawn", async (world) => {
    const { exhibitId } = await addRecording(world.org, world.worker.ctx, world.caseId);
    return { transcriptId: (await keepTranscript(world.worker.ctx, { exhibitId, ...transcribed })).id };
  }),
  "evidence/translations/keep-translation": forWorkers(
    "exhibit.translated",
    async (world) => ({
      ...(await exhibit(world)),
      ...translated,
      signedIn: (await exhibit(world)).exhibitId,
    }),
    {
      otherwise: {
        because: "The signed translation is chosen in a list; the product itself has just found the words.",
        left: ["reading"],
        foreign: { signedIn: "invalid signedIn" },
      },
    },
  ),
  "evidence/translations/withdraw-translation": forWorkers("exhibit.translation_withdrawn", async (world) => {
    const given = { ...(await exhibit(world)), ...translated };
    return { translationId: (await keepTranslation(world.worker.ctx, given)).id };
  }),
  "evidence/scans/let-out-original": {
    needs: "exhibit.let_out",
    by: "boss",
    log: "exhibit.let_out",
    proof: "passkey",
    input: async (world) => {
      const { exhibitId } = await newExhibit(world);
      await noteScan(world.org.service(), { exhibitId, virus: "Some.Virus", engine: "ClamAV 1.4.3" });
      return { exhibitId, reason: "To the forensic laboratory, on a medium of its own." };
    },
  },
  "evidence/scans/note-scan": forJobs("exhibit.scanned", async (world) => ({
    ...(await exhibit(world)),
    virus: null,
    engine: "ClamAV 1.4.3",
  })),
  "evidence/scans/note-scan-problem": forJobs("exhibit.scan_waits", async (world) => ({
    ...(await exhibit(world)),
    problem: "no_answer",
  })),
  "evidence/timestamps/export-stamp": {
    needs: "case.read",
    by: "worker",
    log: "exhibit.stamp_downloaded",
    input: stamp,
  },
  "evidence/timestamps/note-stamp": forJobs(
    "exhibit.stamped",
    async (world) => ({ ...(await exhibit(world)), authority: "tsa.example", token: Buffer.from("none") }),
    {
      otherwise: {
        because: "A token is believed by the authorities that are set up: its own test brings one.",
        ends: "Error: TSA_CA_FILE is not set.",
      },
    },
  ),
  "evidence/timestamps/note-stamp-problem": forJobs("exhibit.stamp_waits", async (world) => ({
    ...(await exhibit(world)),
    authority: "tsa.example",
    problem: "no_answer",
  })),
  "evidence/verification/note-break": forJobs("evidence.check_failed", async (world) => ({
    ...(await exhibit(world)),
    kind: "original",
  })),
  "evidence/verification/note-night": forJobs(
    "evidence.checked",
    () => ({ originals: 3, derivatives: 2, lines: 9, tokens: 4, broken: 0 }),
    { otherwise: { because: "It counts.", namesNothing: true } },
  ),
};
