import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { factorRefusal } from "@/lib/auth/sessions/factor-refusal";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { tellOfChange } from "@/lib/auth/sessions/tell-of-change";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** Ends every other session of the person. @throws AppError not_found; forbidden without a fresh proof; conflict for the last factor */
export async function removePasskey(session: Buffer, id: unknown): Promise<void> {
  if (typeof id !== "string" || !isId(id)) throw new AppError("not_found", t("No such passkey."));
  const { loginId } = await requireStanding(session);
  const [row] = await ask<{ state: string }>(sql`select auth.remove_passkey(${session}, ${id}::uuid) as state`);
  if (row?.state !== "removed") throw factorRefusal(row?.state);
  await tellOfChange(loginId);
}
