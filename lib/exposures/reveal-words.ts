import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { readText, requireText, type Words } from "./read-words";
import { revealExhibit } from "./reveal-exhibit";

/** The words of an exhibit, written down as read before they come back. @throws AppError conflict when it has none */
export async function revealWords(ctx: Ctx, exhibitId: string): Promise<Words> {
  const { lines, cut } = requireText(await readText(ctx, exhibitId));
  await revealExhibit(ctx, { exhibitId, what: "text" });
  return { lines, cut };
}
