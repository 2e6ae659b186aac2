import { t } from "@/lib/platform/language/translate";
import "server-only";
import { AppError } from "@/lib/platform/errors";
import { takeEach } from "./budgets";

/**
 * A burst of ten attempts, then one a minute for each `who`; stored in the database, so a restart does not reset it.
 * @param field where a form shows the error @throws AppError conflict
 */
export async function slowDown(who: string, field?: string): Promise<void> {
  if (await takeEach([{ of: who, burst: 10, perSecond: 1 / 60 }])) return;
  const message = t("Too many attempts. Wait a minute, then try again.");
  throw new AppError("conflict", message, field ? { [field]: message } : {});
}
