import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { factorRefusal } from "../sessions/factor-refusal";
import { requireStanding } from "../sessions/standing";
import { tellOfChange } from "../sessions/tell-of-change";

/** Ends every other session of the person. @throws AppError forbidden without a fresh passkey; not_found */
export async function unlinkSso(session: Buffer): Promise<void> {
  const { loginId } = await requireStanding(session);
  const [row] = await ask<{ state: string }>(sql`select auth.unlink_sso(${session}) as state`);
  if (row?.state === "unknown") throw new AppError("not_found", t("It was disconnected already."));
  if (row?.state !== "removed") throw factorRefusal(row?.state);
  await tellOfChange(loginId);
}
