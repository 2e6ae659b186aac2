import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ask } from "@/db/client";
import { slowDown } from "@/lib/auth/attempts/slow-down";
import { factorRefusal } from "@/lib/auth/sessions/factor-refusal";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { tellOfChange } from "@/lib/auth/sessions/tell-of-change";
import type { Proven } from "@/lib/auth/sessions/types";
import { AppError } from "@/lib/platform/errors";
import { checkPassword, hashPassword, longestPassword } from "./password";

const ChangePassword = z.object({
  currentPassword: z.string().min(1, t("Type the password that you have now.")).max(1000),
  newPassword: z.string().min(1, t("Type a new password.")).max(1000),
});

/**
 * Changes the person's own password. Every other session ends, and none of their devices is known any more.
 * @throws AppError invalid at `currentPassword` or `newPassword`; forbidden without the proof that a change of factors
 * requires; conflict after too many attempts; unauthenticated
 */
export async function changePassword(session: Buffer, raw: unknown): Promise<void> {
  const { loginId, orgName, name, email } = await requireStanding(session);
  const parsed = ChangePassword.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    throw new AppError("invalid", t("Some answers need correcting."), fields);
  }
  const { currentPassword, newPassword } = parsed.data;
  await requireCurrent(session, currentPassword);
  if (currentPassword === newPassword) throw refusal("newPassword", t("This is the password that you have now."));
  const hash = await hashPassword(newPassword, [orgName, name, email]).catch((error) => {
    throw error instanceof AppError && error.fields.password ? refusal("newPassword", error.fields.password) : error;
  });
  const [row] = await ask<{ state: string }>(sql`select auth.change_password(${session}, ${hash}) as state`);
  if (row?.state !== "changed") throw factorRefusal(row?.state);
  await tellOfChange(loginId);
}

async function requireCurrent(session: Buffer, typed: string): Promise<void> {
  const [known] = await ask<Proven>(sql`select * from auth.proof_of(${session})`);
  if (!known) throw new AppError("unauthenticated", t("Sign in again."));
  await slowDown(`confirm|${known.login_id}`, "currentPassword");
  if (typed.length <= longestPassword && (await checkPassword(known.password_hash, typed, "known"))) return;
  await ask(sql`select auth.refuse_step_up(${session})`);
  throw refusal("currentPassword", t("This is not your password."));
}

function refusal(field: string, message: string): AppError {
  return new AppError("invalid", message, { [field]: message });
}
