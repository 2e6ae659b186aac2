import type { DocumentBody } from "@/lib/documents/papers/types";
import type { AnswerWords, PaperAnswer, PaperState, PaperTerms, PaperText, RefusedWhy } from "./types";

/** The places of a paper and its answer, under the key of the page. */
export const textPlace = (id: string) => ({ table: "client_papers", column: "text", row: id });
export const englishPlace = (id: string) => ({ table: "client_papers", column: "english", row: id });
export const termsPlace = (id: string) => ({ table: "client_papers", column: "terms", row: id });
export const answeredPlace = (id: string) => ({ table: "client_papers", column: "answered", row: id });

/** Paragraphs are divided by an empty line. */
export function paragraphsOf(text: string): string[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

type Dated = { answer: PaperAnswer | null; withdrawnAt: Date | null; endedAt: Date | null };

/** What was taken back is no longer signed; what is no longer asked for keeps its answer. */
export function stateOfPaper({ answer, withdrawnAt, endedAt }: Dated): PaperState {
  if (withdrawnAt) return "withdrawn";
  if (answer) return answer;
  return endedAt ? "ended" : "open";
}

export const readPaperText = (json: string): PaperText => JSON.parse(json) as PaperText;
export const readAnswer = (json: string): AnswerWords => JSON.parse(json) as AnswerWords;
export const readTerms = (json: string): PaperTerms => JSON.parse(json) as PaperTerms;

/** What a document says of itself, for reading back: not what is printed around it, and nothing that stays inside. */
export function paragraphsIn({ blocks }: DocumentBody): string[] {
  const all = blocks.map((block) => {
    if (block.kind === "field")
      return block.confidential || !block.value.trim() ? "" : `${block.label}: ${block.value}`;
    if (block.kind === "table") return block.rows.map((row) => row.join(", ")).join("; ");
    return block.kind === "heading" ||
      block.kind === "paragraph" ||
      block.kind === "numbered" ||
      block.kind === "prompt"
      ? block.text
      : "";
  });
  return all.map((text) => text.trim()).filter((text) => text !== "");
}

/** Which part of a record is no longer so, by the fields at which recording it was refused. */
export function whyRefused(code: string, fields: Readonly<Record<string, string>>): RefusedWhy {
  if (fields.officers) return "officers";
  if (fields.expiresOn || fields.signedOn) return "over";
  if (fields.which || fields.exhibitId) return "exhibits";
  return code === "conflict" && fields.recipient ? "repeated" : "case";
}
