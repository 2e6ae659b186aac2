import "server-only";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { TxCtx } from "./ctx";
import { limitsOf } from "./role-rules";

/**
 * For what somebody amends: an organisation may say that a role does not change a record after so many days. Postgres
 * says the same (`ctx.oldest`). @throws AppError forbidden
 */
export function refuseOld({ actor, now }: TxCtx, recordedAt: Date): void {
  const { maxDays } = limitsOf(actor.lacks);
  if (maxDays !== null && recordedAt.getTime() <= now.getTime() - maxDays * dayInMs)
    throw new AppError(
      "forbidden",
      t("Your role changes no record that is older than {maxDays} days. Ask a supervisor.", { maxDays }),
    );
}

const dayInMs = 24 * 60 * 60 * 1000;
