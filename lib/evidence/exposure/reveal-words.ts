import { t } from "@/lib/platform/language/translate";
import "server-only";
import { readKeptText } from "@/lib/evidence/exhibits/read-kept-text";
import { readPages } from "@/lib/evidence/picture-words/read-pages";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { AskWords } from "./input";
import { revealExhibit } from "./reveal-exhibit";

export type Words = Pick<PlainText, "lines" | "cut">;

/**
 * The words of an exhibit, recorded as read before they are returned; of an earlier reading with `version`, and those of
 * its pictures with `of`.
 * @throws AppError conflict if it has none, invalid
 */
export async function revealWords(
  ctx: Ctx,
  exhibitId: string,
  asked: { version?: unknown; of?: unknown } = {},
): Promise<Words> {
  const parsed = AskWords.safeParse(asked);
  if (!parsed.success) throw new AppError("invalid", t("This reading is not known."));
  const text = await wordsOf(ctx, exhibitId, parsed.data);
  if (!text) throw new AppError("conflict", t("There are no words to read in this file."));
  await revealExhibit(ctx, { exhibitId, what: "text" });
  return { lines: text.lines, cut: text.cut };
}

async function wordsOf(ctx: Ctx, exhibitId: string, { version, of }: AskWords): Promise<Words | null> {
  if (of === undefined) return readKeptText(ctx, exhibitId, version);
  const pages = (await readPages(ctx, exhibitId)).filter(({ unread }) => unread === null);
  if (pages.length === 0) return null;
  const lines = pages.flatMap((page) => (pages.length > 1 ? [`[${page.page}]`, ...page.lines, ""] : page.lines));
  return { lines, cut: pages.some(({ cut }) => cut) };
}
