import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { slowDown } from "@/lib/auth/attempts/slow-down";
import { hashRecoveryCode } from "@/lib/auth/codes/recovery-codes";
import { describeCodeFailure, takeCode } from "@/lib/auth/codes/take-code";
import { looksLikeCode } from "@/lib/auth/codes/totp";
import { openSession } from "@/lib/auth/sessions/open-session";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { tellOfChange } from "@/lib/auth/sessions/tell-of-change";
import { AppError } from "@/lib/platform/errors";

/**
 * The second step after the password, or after the sign-in service of the organisation: a code of the authenticator app
 * opens a full session; a recovery code after the password, used up by it, opens one that may only enrol a new factor.
 * @throws AppError invalid at `code`; conflict after too many attempts; unauthenticated when the first step is too old
 */
export async function proveSecond(session: Buffer, typed: unknown): Promise<void> {
  const { loginId, proof } = await checkSecond(session, typed);
  await openSession(loginId, proof);
}

/** What `proveSecond` does before the session is opened. */
export async function checkSecond(session: Buffer, typed: unknown) {
  const standing = await requireStanding(session);
  const { loginId } = standing;
  const code = String(typed ?? "").slice(0, 100);
  await slowDown(`second|${loginId}`, "code");
  if (looksLikeCode(code)) {
    const proof = standing.amr === "oidc" ? "oidc+totp" : "password+totp";
    if (await takeCode(session, standing, code)) return { loginId, proof } as const;
  } else {
    const hash = hashRecoveryCode(loginId, code);
    const [row] = await ask<{ login: string | null }>(sql`select auth.use_recovery_code(${session}, ${hash}) as login`);
    if (row?.login === loginId) {
      await tellOfChange(loginId);
      return { loginId, proof: "recovery" as const };
    }
  }
  await ask(sql`select auth.refuse_sign_in(${loginId}::uuid)`);
  const wrong = t("This code is not right, or it was used already. Wait for the next one, then type it.");
  const message = looksLikeCode(code) ? describeCodeFailure(standing, wrong) : wrong;
  throw new AppError("invalid", message, { code: message });
}
