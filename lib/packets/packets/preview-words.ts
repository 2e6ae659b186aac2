import { t } from "@/lib/platform/language/translate";
import "server-only";
import { mayReadWords } from "@/lib/evidence/chats/queries";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { listReadings } from "@/lib/evidence/exhibits/list-readings";
import { ourMarks } from "@/lib/evidence/redactions/labels";
import { readCovers } from "@/lib/evidence/redactions/read-covers";
import { readWordy } from "@/lib/evidence/redactions/read-wordy";
import { readingOf } from "@/lib/evidence/redactions/reading-of";
import { isSoughtElsewhere } from "@/lib/evidence/redactions/rules";
import type { NumberedReading, WordCoverView } from "@/lib/evidence/redactions/types";

import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { bytesOfStream } from "@/lib/platform/crypto/hash";
import { AppError } from "@/lib/platform/errors";
import { PhraseFinder } from "@/lib/platform/text/phrases";
import { makeTranscript } from "./building/make-transcript";
import { readChats } from "./snapshot/chats";
import { readCase } from "./snapshot/read-case";
import type { Transcript } from "./snapshot/snapshot";

/**
 * A cover as a page shows it. `words` is null while the words of the exhibit are collapsed. `only`: the one message or
 * line it applies to; null: everywhere. `lost`: the number it was made for, in a reading that is no longer the newest.
 * `near`: words that only contain it and stay readable. `sought`: it is searched for in the rest of a packet.
 */
export type CoverStanding = Omit<WordCoverView, "words" | "place" | "reading"> & {
  words: string | null;
  only: { of: NumberedReading["of"]; no: number } | null;
  lost: number | null;
  near: string[];
  sought: boolean;
};

/**
 * The words of an exhibit as a packet would print them now, and what is covered in them. `transcript` is null while the
 * words are collapsed for the viewer; `hasWords` is false if there is no text.
 */
export type WordsPreview = { hasWords: boolean; transcript: Transcript | null; covers: CoverStanding[] };

/** @throws AppError not_found; StorageError */
export async function previewWords(ctx: Ctx, caseId: string, exhibitId: string): Promise<WordsPreview> {
  const { keyId, reading, numbered, hasWords, covers, toPrint } = await readToPrint(ctx, caseId, exhibitId);
  const standing = covers.map((cover) => standingOf(cover, numbered));
  if (!hasWords || !toPrint)
    return { hasWords, transcript: null, covers: standing.map((cover) => ({ ...cover, words: null })) };
  const { chat, secrets } = toPrint;
  const text = reading && !chat ? await readText(ctx, keyId, reading) : [];
  const transcript = makeTranscript(chat, text, secrets, { covers, reading });
  const finder = new PhraseFinder(transcript ? leftIn(transcript) : "");
  const nearOf = ({ words, only }: CoverStanding) => (words !== null && only === null ? finder.near(words) : []);
  return {
    hasWords: transcript !== null,
    transcript,
    covers: standing.map((cover) => ({ ...cover, near: nearOf(cover) })),
  };
}

function standingOf({ place, reading, ...cover }: WordCoverView, numbered: NumberedReading | null): CoverStanding {
  const counts = place !== null && numbered?.id === reading;
  return {
    ...cover,
    only: counts ? { of: numbered.of, no: place } : null,
    lost: counts ? null : place,
    near: [],
    sought: isSoughtElsewhere({ ...cover, place }),
  };
}

/** Everything that is printed of it and can still be read. */
function leftIn({ rows, headers, hops, notes, attachments }: Transcript): string {
  const texts = [
    ...rows.flatMap(({ by, words }) => [by, words]),
    ...headers.flatMap(({ name, value }) => [name, value]),
    ...hops.flatMap(({ by, seen, claimed }) => [by, seen, claimed]),
    ...notes,
    ...attachments.map(({ name }) => name),
  ];
  return texts.map((text) => (text ?? "").replaceAll(ourMarks(), " ")).join("\n");
}

/** The client's own values are read only for viewers who have the words expanded. */
const readToPrint = query("case.read", async (ctx, caseId: string, exhibitId: string) => {
  const exhibit = await findExhibit(ctx, exhibitId);
  if (exhibit.caseId !== caseId) throw new AppError("not_found", t("No such exhibit."));
  const { keyId } = exhibit;
  const vault = await openVault(ctx, keyId);
  const { readings } = await listReadings(ctx, exhibitId);
  const reading = readings[0]?.fileId ?? null;
  const numbered = await readingOf(ctx, exhibitId);
  const hasWords = (await readWordy(ctx, caseId)).has(exhibitId);
  const covers = (await readCovers(ctx, vault, { caseId, exhibitId })).get(exhibitId) ?? [];
  const toPrint = (await mayReadWords(ctx, exhibitId)) ? await readOpen(ctx, vault, { caseId, exhibitId }) : null;
  return { keyId, reading, numbered, hasWords, covers, toPrint };
});

async function readOpen(ctx: TxCtx, vault: Vault, { caseId, exhibitId }: { caseId: string; exhibitId: string }) {
  const record = await readCase(ctx, caseId);
  const chat = (await readChats(ctx, vault, record, [exhibitId])).get(exhibitId) ?? null;
  return { chat, secrets: record.client.secrets };
}

async function readText(ctx: Ctx, keyId: string, fileId: string): Promise<unknown> {
  const { stream, size } = await (await openFiles(ctx, keyId)).open(fileId);
  return JSON.parse(Buffer.from(await bytesOfStream(stream, size)).toString("utf8"));
}
