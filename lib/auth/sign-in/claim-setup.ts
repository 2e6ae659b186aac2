import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ask } from "@/db/client";
import { isLongEnough, sealFirstKey, shortestPassphrase } from "@/db/embedded/seal-first-key";
import { hashPassword } from "@/lib/auth/passwords/password";
import { wrapKey } from "@/lib/kernel/access/vault";
import { noteAttempt } from "@/lib/platform/attempts";
import { env, keyPlace } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { keepable } from "@/lib/platform/fields";
import { newId, newToken } from "@/lib/platform/ids";

const ClaimSetup = z.object({
  token: z.string().min(1),
  organisation: z
    .string()
    .trim()
    .min(2, t("Type the name of the organisation."))
    .max(120)
    .refine(...keepable),
  name: z
    .string()
    .trim()
    .min(2, t("Type your name."))
    .max(120)
    .refine(...keepable),
  email: z.email(t("Type an e-mail address such as thandi@kestrel.example.")).max(254),
  password: z.string(),
  passphrase: z.string().default(""),
  passphraseAgain: z.string().default(""),
});

/** True on a first run without a supplied key: the setup page asks for a passphrase to encrypt it under. */
export const asksPassphrase = (): boolean => keyPlace() === "undecided";

/** Once somebody has an account it is never open again, so the sign-in page need not ask each time. */
let isSetUp = false;

/** True while no organisation exists: the setup page is open only then, and only with the printed token. */
export async function setupIsOpen(): Promise<boolean> {
  if (isSetUp) return false;
  const [row] = await ask<{ open: boolean }>(sql`select auth.setup_is_open() as open`);
  isSetUp = row?.open === false;
  return row?.open ?? false;
}

export async function setupTokenIsLive(token: string): Promise<boolean> {
  const raw = Buffer.from(token, "base64url");
  const [row] = await ask<{ live: boolean }>(sql`select auth.setup_token_is_live(${raw}) as live`);
  if (!row?.live) noteAttempt("unknown_token");
  return row?.live ?? false;
}

/**
 * Creates the organisation and its first administrator with the token printed on the terminal. Of twenty concurrent
 * calls, one wins.
 * @returns the login to open a session for
 * @throws AppError invalid with fields, or conflict if the token was used or has expired
 */
export async function claimSetup(raw: unknown): Promise<{ loginId: string; orgId: string; memberId: string }> {
  const parsed = ClaimSetup.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    throw new AppError("invalid", t("Some answers need correcting."), fields);
  }
  const { token, organisation, name, email, password, passphrase, passphraseAgain } = parsed.data;
  if (asksPassphrase()) requirePassphrase(passphrase, passphraseAgain, password);
  const passwordHash = await hashPassword(password, [organisation, name, email]);
  if (asksPassphrase() && (await setupTokenIsLive(token))) await writeKeyDown(passphrase);
  const [orgId, loginId, memberId, keyId] = [newId(), newId(), newId(), newId()] as const;
  const wrapped = wrapKey(newToken(), orgId, keyId);
  const [row] = await ask<{ done: boolean }>(
    sql`select auth.claim_setup(${Buffer.from(token, "base64url")}, ${orgId}::uuid, ${organisation}, ${loginId}::uuid,
      ${memberId}::uuid, ${email}, ${name}, ${passwordHash}, ${keyId}::uuid, ${wrapped}) as done`,
  );
  if (!row?.done) throw usedUp();
  return { loginId, orgId, memberId };
}

const usedUp = () =>
  new AppError("conflict", t("This setup link was used or has expired. Start the server again for a new one."));

function requirePassphrase(passphrase: string, again: string, password: string): void {
  if (!isLongEnough(passphrase)) {
    const message = t(
      "Type {shortestPassphrase} characters or more: someone who steals the disk can keep guessing for years. Six words do well.",
      { shortestPassphrase },
    );
    throw new AppError("invalid", message, { passphrase: message });
  }
  if (passphrase === password) {
    const message = t(
      "Choose a passphrase that is different from your password: the passphrase stays in use when people leave.",
    );
    throw new AppError("invalid", message, { passphrase: message });
  }
  if (passphrase === again) return;
  const message = t("This is not the same as above. Type it again.");
  throw new AppError("invalid", message, { passphraseAgain: message });
}

/** Before anything is wrapped by the key: what has no written key could not be opened after the next start. */
async function writeKeyDown(passphrase: string): Promise<void> {
  try {
    await sealFirstKey({ dataDir: env().DATA_DIR, ring: env().KEK_RING, passphrase });
  } catch (error) {
    // Of two at once one wrote it.
    if (keyPlace() === "sealed") throw usedUp();
    throw error;
  }
}
