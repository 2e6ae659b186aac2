import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { readArrival } from "./queries";

/** The form that opens a case has room for so much of what happened. */
const longestMatter = 300;

/**
 * What the form that opens a case begins with; the case takes the id of the intake, so that one intake opens one case.
 * @throws AppError not_found; conflict if it was settled before
 */
export async function readIntake(ctx: Ctx, arrivalId: string) {
  const { id, body } = await readArrival(ctx, arrivalId);
  if (body?.kind !== "intake") throw new AppError("conflict", t("This was settled already."));
  const { name, phone, safe, words, inDanger } = body;
  const matter = words.replaceAll(/\s+/g, " ").slice(0, longestMatter);
  return { caseId: id, name, phone, safe, matter, inDanger: inDanger ? "on" : "" };
}
