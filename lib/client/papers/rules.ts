import type { AnswerWords, PaperAnswer, PaperState, PaperText } from "./types";

/** The places of a paper and its answer, under the key of the page. */
export const textPlace = (id: string) => ({ table: "client_papers", column: "text", row: id });
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
