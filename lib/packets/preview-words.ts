import "server-only";
import { openFiles } from "@/lib/access/case-files";
import type { Ctx, Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { openVault, type Vault } from "@/lib/access/vault";
import { mayReadWords } from "@/lib/chats/queries";
import { listReadings } from "@/lib/evidence/list-readings";
import { findExhibit } from "@/lib/evidence/scope";
import { AppError } from "@/lib/platform/errors";
import { bytesOfStream } from "@/lib/platform/hash";
import { PhraseFinder } from "@/lib/platform/phrases";
import { readCovers, readWordy } from "@/lib/redactions/scope";
import type { WordCoverView } from "@/lib/redactions/types";
import { makeTranscript } from "./make-transcript";
import type { Transcript } from "./snapshot";
import { readChats } from "./taking/chats";
import { readCase } from "./taking/read-case";

/** A cover with the words that only hold it inside and stay readable. */
export type CoverStanding = WordCoverView & { near: string[] };

/**
 * The words of an exhibit as a packet would print them now, and what is covered in them. `transcript` is null while the
 * words stay folded for whoever looks; `hasWords` is false where nothing was read of the file.
 */
export type WordsPreview = { hasWords: boolean; transcript: Transcript | null; covers: CoverStanding[] };

/** @throws AppError not_found; StorageError */
export async function previewWords(ctx: Ctx, caseId: string, exhibitId: string): Promise<WordsPreview> {
  const { keyId, reading, hasWords, covers, toPrint } = await readToPrint(ctx, caseId, exhibitId);
  const bare = covers.map((cover) => ({ ...cover, near: [] }));
  if (!hasWords || !toPrint) return { hasWords, transcript: null, covers: bare };
  const { chat, secrets } = toPrint;
  const text = reading && !chat ? await readText(ctx, keyId, reading) : [];
  const transcript = makeTranscript(chat, text, secrets, { covers, reading });
  const rows = transcript?.rows ?? [];
  const left = rows.map(({ by, words }) => `${by ?? ""}\n${words}`.replaceAll(ours, " ")).join("\n");
  const finder = new PhraseFinder(left);
  return {
    hasWords: transcript !== null,
    transcript,
    covers: covers.map((cover) => ({ ...cover, near: cover.place === null ? finder.near(cover.words) : [] })),
  };
}

const ours = /\[covered: [^[\]]*\]/g;

/** The client's own values are read for those alone who have the words open. */
const readToPrint = query("case.read", async (ctx, caseId: string, exhibitId: string) => {
  const exhibit = await findExhibit(ctx, exhibitId);
  if (exhibit.caseId !== caseId) throw new AppError("not_found", "No such exhibit.");
  const { keyId } = exhibit;
  const vault = await openVault(ctx, keyId);
  const { readings } = await listReadings(ctx, exhibitId);
  const reading = readings[0]?.fileId ?? null;
  const hasWords = (await readWordy(ctx, caseId)).has(exhibitId);
  const covers = (await readCovers(ctx, vault, { caseId, exhibitId })).get(exhibitId) ?? [];
  const toPrint = (await mayReadWords(ctx, exhibitId)) ? await readOpen(ctx, vault, { caseId, exhibitId }) : null;
  return { keyId, reading, hasWords, covers, toPrint };
});

async function readOpen(ctx: Scoped, vault: Vault, { caseId, exhibitId }: { caseId: string; exhibitId: string }) {
  const record = await readCase(ctx, caseId);
  const chat = (await readChats(ctx, vault, record, [exhibitId])).get(exhibitId) ?? null;
  return { chat, secrets: record.client.secrets };
}

async function readText(ctx: Ctx, keyId: string, fileId: string): Promise<unknown> {
  const { stream, size } = await (await openFiles(ctx, keyId)).open(fileId);
  return JSON.parse(Buffer.from(await bytesOfStream(stream, size)).toString("utf8"));
}
