import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { slowDown } from "@/lib/auth/attempts/slow-down";
import { factorRefusal } from "@/lib/auth/sessions/factor-refusal";
import { requireStanding, type Standing } from "@/lib/auth/sessions/standing";
import { tellOfChange } from "@/lib/auth/sessions/tell-of-change";
import { AppError } from "@/lib/platform/errors";
import { systemClock } from "@/lib/platform/time/clock";
import { offerSeed } from "./seeds";
import { matchStep } from "./totp";

/**
 * Sets up the authenticator app that shows the code of the offered seed, replacing the previous one. The code is used
 * up, and every other session of the person ends.
 * @returns the session's previous standing; a confined session has ended and a full one is opened instead
 * @throws AppError invalid at `code`; forbidden without fresh proof; conflict after too many attempts
 */
export async function setTotp(session: Buffer, code: unknown, clock = systemClock()): Promise<Standing> {
  const standing = await requireStanding(session);
  await slowDown(`add|${standing.loginId}`, "code");
  const offered = await offerSeed(session, standing.loginId);
  if (!offered) throw factorRefusal("unproven");
  const step = matchStep(offered.seed, String(code ?? ""), clock.now());
  if (step === null) {
    const message = t("This is not the code that the app shows now. Check that the clock of your phone is right.");
    throw new AppError("invalid", message, { code: message });
  }
  const [row] = await ask<{ state: string }>(
    sql`select auth.set_totp(${session}, ${offered.sealed}, ${step}) as state`,
  );
  if (row?.state !== "added") throw factorRefusal(row?.state);
  await tellOfChange(standing.loginId);
  return standing;
}
