import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { derivatives } from "@/db/schema";
import { openDerivative, readDerivative } from "@/lib/evidence/derivatives/queries";
import type { DerivativeKind } from "@/lib/evidence/derivatives/types";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import type { OriginalView } from "@/lib/evidence/exhibits/types";
import { parseInput } from "@/lib/kernel/access/command";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import type { PageImage } from "@/lib/platform/sandbox/types";
import { requireNoStop, requirePage } from "./access";
import { AskReveal } from "./input";
import { revealExhibit } from "./reveal-exhibit";
import { seenAs } from "./rules";

/** Enough to read a page on a screen, and no more work than that. */
const dpi = 110;

/** A picture for a browser: drawn by us, never untrusted bytes. */
export type Drawn = { bytes: Uint8Array; format: "jpeg" | "png" };

/**
 * One page of an exhibit, or of a masked copy of it, as a picture. The ledger, the log and the person's exposure count
 * record it before it is returned. No transaction is open while the sandbox draws.
 * @throws AppError invalid for a page that does not exist; conflict if there is nothing to draw, or under a stop
 */
export async function drawReveal(ctx: Ctx, raw: unknown): Promise<Drawn> {
  const asked = parseInput(AskReveal, raw);
  const { exhibitId, page, derivativeId } = asked;
  const { original, copyId } = await readReveal(ctx, asked);
  const drawn = copyId ? await openCopy(ctx, copyId) : await drawPage(ctx, original, page);
  const what = seenAs(original.look);
  await revealExhibit(ctx, { exhibitId, what, page: what === "page" ? page : null, derivativeId });
  return drawn;
}

/** A page of the original drawn on the spot. Pages before it are drawn and dropped: a file is read from its start. */
async function drawPage(ctx: Ctx, original: OriginalView, page: number): Promise<PageImage> {
  const file = await openOriginal(ctx, original);
  let found: PageImage | undefined;
  const onPage = async (drawn: PageImage) => {
    if (drawn.number === page) found = drawn;
  };
  await sandbox.renderPages(file, { maxPages: page, dpi, redraw: true, onPage });
  if (!found) throw new AppError("conflict", t("There is no picture of this file."));
  return found;
}

const readReveal = query("case.read", async (ctx, { exhibitId, page, derivativeId }: AskReveal) => {
  const original = await readOriginal(ctx, exhibitId);
  await requireNoStop(ctx, original.caseId);
  if (derivativeId) return { original, copyId: await requireCopy(ctx, original.id, derivativeId) };
  requirePage(original.look, page);
  return { original, copyId: await findPage(ctx, original.id, page) };
});

async function findPage(ctx: TxCtx, exhibitId: string, page: number): Promise<string | undefined> {
  const { kind, page: number } = derivatives;
  const [row] = await ctx.db
    .select({ id: derivatives.id })
    .from(derivatives)
    .where(and(eq(derivatives.exhibitId, exhibitId), eq(kind, "page"), eq(number, page)));
  return row?.id;
}

/** Derivatives that are shown by themselves. */
const shownAlone: ReadonlySet<DerivativeKind> = new Set(["redacted", "still", "view", "inside"]);

/** A masked copy, a still, or a picture of a page or in a file, of this exhibit. */
async function requireCopy(ctx: TxCtx, exhibitId: string, derivativeId: string): Promise<string> {
  const copy = await readDerivative(ctx, derivativeId);
  if (copy.exhibitId !== exhibitId || !shownAlone.has(copy.kind)) throw new AppError("not_found", t("No such copy."));
  return copy.id;
}

async function openCopy(ctx: Ctx, derivativeId: string): Promise<Drawn> {
  const { derivative, file } = await openDerivative(ctx, derivativeId);
  const { format } = derivative;
  if (format === "json") throw new AppError("conflict", t("There is no picture of this file."));
  return { bytes: new Uint8Array(await new Response(file.stream).arrayBuffer()), format };
}
