import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { slowDown } from "@/lib/auth/attempts/slow-down";
import { describeCodeFailure, takeCode } from "@/lib/auth/codes/take-code";
import { looksLikeCode } from "@/lib/auth/codes/totp";
import { checkPassword } from "@/lib/auth/passwords/password";
import { endedOrRenewed, proveAfresh } from "@/lib/auth/sessions/renew-token";
import { requireStanding } from "@/lib/auth/sessions/standing";
import type { Proven } from "@/lib/auth/sessions/types";
import { AppError } from "@/lib/platform/errors";

/** A person's proof. `password` may also be the code of the authenticator app. */
export type Given = { password: string } | { code: string } | "tick";

/**
 * Marks a live session as stepped up for five minutes. Failures are logged, and ten in a row must wait.
 * @returns the session's new token; the previous one is no longer valid
 * @throws AppError invalid at `password` or `appCode`; conflict after too many attempts, or if another tab was first;
 * unauthenticated if the session ended
 */
export async function stepUp(token: Buffer, proof: Given): Promise<Buffer> {
  const [known] = await ask<Proven>(sql`select * from auth.proof_of(${token})`);
  if (!known) throw await endedOrRenewed(token);
  return proveAfresh(token, proof === "tick" ? "tick" : await requireTyped(token, known, proof));
}

async function requireTyped(
  token: Buffer,
  { login_id, password_hash }: Proven,
  proof: Exclude<Given, "tick">,
): Promise<"totp" | "password"> {
  const [field, typed] = "code" in proof ? (["appCode", proof.code] as const) : (["password", proof.password] as const);
  await slowDown(`confirm|${login_id}`, field);
  const standing = await requireStanding(token);
  const isCode = field === "appCode" || looksLikeCode(typed);
  if (isCode && looksLikeCode(typed) && (await takeCode(token, standing, typed))) return "totp";
  if (!isCode && (await checkPassword(password_hash, typed, "known"))) return "password";
  await ask(sql`select auth.refuse_step_up(${token})`);
  const message = isCode
    ? describeCodeFailure(standing, t("This code is not right, or it was used already."))
    : t("This is not your password.");
  throw new AppError("invalid", message, { [field]: message });
}
