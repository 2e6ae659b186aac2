import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { among } from "@/db/among";
import { exhibits } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { ReleaseTerms } from "./input";
import type { Coverage } from "./types";

/** Ticked exhibits as numbers, each of which the case has. */
export async function readCoverage(
  ctx: TxCtx,
  caseId: string,
  { which, exhibits: ticks, identity }: Pick<z.output<typeof ReleaseTerms>, "which" | "exhibits" | "identity">,
): Promise<Coverage> {
  if (which !== "some") return { allExhibits: which === "all", exhibits: [], identity };
  const numbers = Object.entries(ticks).flatMap(([code, ticked]) => (ticked ? [Number(code.slice(2))] : []));
  const rows = await ctx.db
    .select({ number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.caseId, caseId), among(exhibits.number, numbers)));
  if (rows.length !== new Set(numbers).size) {
    const message = t("One of these exhibits is not in the case.");
    throw new AppError("invalid", message, { which: message });
  }
  return { allExhibits: false, exhibits: rows.map((row) => row.number).toSorted((a, b) => a - b), identity };
}
