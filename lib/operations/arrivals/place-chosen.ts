import "server-only";
import { parseInput } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findNamedCase } from "./find-named-case";
import { PlaceChosen } from "./input";
import { placeArrival } from "./place-arrival";

/**
 * Puts something that arrived on the case that was chosen, or whose code name or code was typed.
 * @throws AppError invalid at `caseName` when that is no open case, or more than one; as `placeArrival`
 */
export async function placeChosen(ctx: Ctx, raw: unknown): Promise<{ caseId: string }> {
  const { arrivalId, caseId, caseName } = parseInput(PlaceChosen, raw);
  const found = caseName ? await findNamedCase(ctx, caseName) : caseId;
  if (found) return placeArrival(ctx, { arrivalId, caseId: found });
  const message = caseName
    ? t("No open case of yours has exactly this code name or code.")
    : t("Choose a case, or type its code name or code.");
  throw new AppError("invalid", message, { caseName: message });
}
