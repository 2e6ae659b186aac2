import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { listDerivatives, openDerivative } from "@/lib/derivatives/queries";
import { readOriginal } from "@/lib/evidence/queries";
import { AppError } from "@/lib/platform/errors";
import type { MailFacts, PlainText } from "@/lib/platform/sandbox/types";

/** What the sandbox read of a text or a mail; `cut` when not everything is there. No transaction while it is opened. */
export type Words = Pick<PlainText, "lines" | "cut">;
export type ReadText = Words & Pick<PlainText, "headers" | "attachments"> & { mail: MailFacts | null };

/** The text of an exhibit, or null when it has none or nobody has looked into it yet. @throws AppError not_found */
export async function readText(ctx: Ctx, exhibitId: string): Promise<ReadText | null> {
  const derivativeId = await findText(ctx, exhibitId);
  if (!derivativeId) return null;
  const { file } = await openDerivative(ctx, derivativeId);
  const { lines, cut, headers, attachments, mail } = (await new Response(file.stream).json()) as PlainText;
  return { lines, cut, headers, attachments, mail: mail ?? null };
}

const findText = query("case.read", async (ctx, exhibitId: string) => {
  const { id } = await readOriginal(ctx, exhibitId);
  const made = await listDerivatives(ctx, id);
  return made.find((one) => one.kind === "text")?.id;
});

/** @throws AppError conflict */
export function requireText(text: ReadText | null): ReadText {
  if (!text) throw new AppError("conflict", "There are no words to read in this file.");
  return text;
}
