import "server-only";
import { z } from "zod";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { AnnounceExhibit } from "@/lib/evidence/exhibits/input";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { listNumberedExhibits, readOriginal } from "@/lib/evidence/exhibits/queries";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import { downloadName } from "@/lib/evidence/exhibits/rules";
import { quarantinedName } from "@/lib/evidence/scans/rules";
import { parseInput } from "@/lib/kernel/access/command";
import { asCursor, fromCursor, OfCaseInPages } from "../rules";
import type { ApiOperation } from "../types";
import { AnnouncedUpload, ExhibitList, UploadReceipt } from "./answers";
import { readingOperation, writingOperation } from "./define";
import { noteCase } from "./note-case";
import { ApiRefusal } from "./problems";

const OneUpload = z.object({ uploadId: z.uuid() });
const OneExhibit = z.object({ exhibitId: z.uuid() });

export const evidenceOperations: readonly ApiOperation[] = [
  readingOperation({
    path: "/cases/{caseId}/exhibits",
    id: "listExhibits",
    summary: "The exhibits of a case, by number",
    scope: "evidence:read",
    input: OfCaseInPages,
    answer: ExhibitList,
    async read(ctx, { caseId, limit, cursor }) {
      const after = cursor === undefined ? 0 : numberOf(cursor);
      // Numbers have no gaps: no exhibit is taken away while its case is there.
      const wanted = Array.from({ length: limit + 1 }, (_, at) => after + 1 + at);
      const found = await listNumberedExhibits(ctx, caseId, wanted);
      await noteCase(ctx, caseId);
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return { rows, next: last && found.length > limit ? asCursor(String(last.number)) : null };
    },
  }),
  writingOperation({
    path: "/cases/{caseId}/exhibits",
    id: "announceUpload",
    summary: "Announces a file; its bytes follow with putUpload",
    scope: "evidence:write",
    input: AnnounceExhibit,
    answer: AnnouncedUpload,
    pace: "record",
    command: announceUpload,
    answerOf: ({ id, known }) => ({ id, knownExhibitId: known?.exhibitId ?? null }),
  }),
  {
    kind: "upload",
    method: "PUT",
    path: "/uploads/{uploadId}",
    id: "putUpload",
    summary: "Sends the bytes that were announced, at most 512 MB; the same again gives the same receipt",
    scope: "evidence:write",
    input: OneUpload,
    answer: UploadReceipt,
    status: 201,
    async take(ctx, asked, { again, ...incoming }) {
      const { uploadId } = parseInput(OneUpload, asked);
      const { receipt, repeated } = await receiveUpload(ctx, { uploadId, ...incoming }, again);
      return { body: UploadReceipt.parse(receipt), repeated };
    },
  },
  {
    kind: "download",
    method: "GET",
    path: "/exhibits/{exhibitId}/original",
    id: "downloadOriginal",
    summary: "The original bytes; the chain of custody has it first. An intimate one is not given to a token",
    scope: "evidence:read",
    input: OneExhibit,
    status: 200,
    async give(ctx, asked) {
      const { exhibitId } = parseInput(OneExhibit, asked);
      const original = await readOriginal(ctx, exhibitId);
      const { letOut } = await noteHandling(ctx, { exhibitId, handling: "downloaded" });
      const { part } = await openOriginal(ctx, original);
      const { stream } = await part();
      const name = downloadName(original.number, original.originalName);
      return {
        name: letOut ? quarantinedName(name) : name,
        mime: "application/octet-stream",
        size: original.size,
        stream,
      };
    },
  },
];

function numberOf(cursor: string): number {
  const text = fromCursor(cursor);
  if (!/^\d{1,9}$/.test(text)) throw new ApiRefusal("cursor");
  return Number(text);
}
