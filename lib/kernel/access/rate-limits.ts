import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { TooOften } from "@/lib/platform/errors";
import type { Ctx, TxCtx } from "./ctx";

export type RateLimit = "search" | "reveal" | "look" | "export" | "draft" | "record";

/**
 * A burst, then one per this many seconds, for one person. Our own default, kind D: normal work never comes near it.
 */
export const rateLimits: Readonly<Record<RateLimit, { burst: number; seconds: number; notice: string }>> = labelTable(
  () => ({
    search: { burst: 200, seconds: 1, notice: t("You searched very often in a short time.") },
    reveal: { burst: 15, seconds: 300, notice: t("Many protected details were shown to you in a short time.") },
    look: { burst: 300, seconds: 5, notice: t("You viewed a lot of evidence, pictures and text, in a short time.") },
    export: { burst: 30, seconds: 120, notice: t("You exported many lists and folders in a short time.") },
    record: { burst: 1000, seconds: 2, notice: t("You opened many cases, acts and files in a short time.") },
    draft: { burst: 40, seconds: 90, notice: t("You drafted many packets in a short time.") },
  }),
);

/**
 * Takes one token from the person's bucket for each of `acts`. The bucket is in the database, so that neither a restart nor
 * a second process refills it, and outside the act's transaction, so that a failed act uses a token too. Jobs have none.
 * @throws TooOften
 */
export async function applyRateLimit(ctx: Ctx | TxCtx, pace: RateLimit, acts = 1): Promise<void> {
  const { memberId } = ctx.actor;
  // Inside a transaction, the caller that opened it has already been counted.
  if (!memberId || ctx.db) return;
  const { burst, seconds } = rateLimits[pace];
  const key = keyedToken(deriveKey(env().KEK, "bucket"), `member|${memberId}|${pace}`);
  const [row] = await ask<{ ok: boolean }>(
    sql`select auth.take_each(array_fill(${key}::bytea, array[${acts}::int]), array_fill(${burst}::float8, array[${acts}::int]),
      array_fill(${1 / seconds}::float8, array[${acts}::int])) as ok`,
  );
  if (!row?.ok)
    throw new TooOften(
      pace,
      t("{notice} Try again in {seconds}.", { notice: rateLimits[pace].notice, seconds: waitOf(seconds) }),
      seconds,
    );
}

function waitOf(seconds: number): string {
  if (seconds === 1) return "a second";
  return seconds < 60 ? t("{seconds} seconds", { seconds }) : t("{value} minutes", { value: Math.ceil(seconds / 60) });
}
