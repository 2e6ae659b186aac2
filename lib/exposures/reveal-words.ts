import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { readKeptText } from "@/lib/evidence/read-kept-text";
import { AppError } from "@/lib/platform/errors";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { revealExhibit } from "./reveal-exhibit";

export type Words = Pick<PlainText, "lines" | "cut">;

/** The words of an exhibit, written down as read before they come back. @throws AppError conflict when it has none */
export async function revealWords(ctx: Ctx, exhibitId: string): Promise<Words> {
  const text = await readKeptText(ctx, exhibitId);
  if (!text) throw new AppError("conflict", "There are no words to read in this file.");
  await revealExhibit(ctx, { exhibitId, what: "text" });
  return { lines: text.lines, cut: text.cut };
}
