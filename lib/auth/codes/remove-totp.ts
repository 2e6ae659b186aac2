import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { factorRefusal } from "@/lib/auth/sessions/factor-refusal";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { tellOfChange } from "@/lib/auth/sessions/tell-of-change";

/** Ends every other session of the person. @throws AppError forbidden without a fresh proof; conflict for the last factor */
export async function removeTotp(session: Buffer): Promise<void> {
  const { loginId } = await requireStanding(session);
  const [row] = await ask<{ state: string }>(sql`select auth.remove_totp(${session}) as state`);
  if (row?.state !== "removed") throw factorRefusal(row?.state);
  await tellOfChange(loginId);
}
