import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ask } from "@/db/client";
import { takeEach } from "@/lib/auth/attempts/budgets";
import { clientNetwork } from "@/lib/auth/attempts/client-address";
import { guessBudgets } from "@/lib/auth/attempts/guess-budgets";
import { checkPassword, longestPassword } from "@/lib/auth/passwords/password";
import { deviceHash, readDevice } from "@/lib/auth/sessions/device-cookie";
import { openSession } from "@/lib/auth/sessions/open-session";
import { ownFamily } from "@/lib/auth/sessions/options";
import { noteAttempt } from "@/lib/platform/attempts";
import { AppError } from "@/lib/platform/errors";
import { keepable } from "@/lib/platform/fields";

const SignIn = z.object({
  email: z
    .string()
    .trim()
    .min(1, t("Type your work e-mail address."))
    .max(254)
    .refine(...keepable),
  password: z
    .string()
    .min(1, t("Type your password."))
    .max(longestPassword, t("A password has at most {longestPassword} characters.", { longestPassword })),
});

/** The same words for a wrong password, an unknown address and a disabled login. */
const refused = t("The e-mail address or the password is not right.");

const slowed = t(
  "Too many attempts for this address. A passkey works at once, and so does a browser that you signed in with before. Otherwise try again in a quarter of an hour.",
);

/** Used for unknown accounts, so that they cost the database the same work. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** From where a password is tried. */
export type From = {
  network: string | null;
  /** The token of the device cookie. */
  device: Buffer | null;
  family: string;
};

/**
 * Checks a password and opens a session that is confined until the second factor is proved, or enrolled.
 * @throws AppError invalid (same message for every cause), or conflict when there were too many attempts
 */
export async function signIn(raw: unknown): Promise<void> {
  const from = { network: await clientNetwork(), device: await readDevice(), family: await ownFamily() };
  await openSession(await checkSignIn(raw, from), "password");
}

/** What `signIn` does before the session is opened. @returns the id of the login */
export async function checkSignIn(raw: unknown, { network, device, family }: From): Promise<string> {
  const parsed = SignIn.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    throw new AppError("invalid", t("Type both."), fields);
  }
  const { email, password } = parsed.data;
  const [login] = await ask<{ login_id: string; password_hash: string }>(sql`select * from auth.find_login(${email})`);
  const known = await knownDevice(login?.login_id ?? nobody, device);
  if (!(await takeEach(guessBudgets({ email, network, device: known })))) throw new AppError("conflict", slowed);
  const right = await checkPassword(login?.password_hash, password, known ? "known" : "stranger");
  if (right && login) return login.login_id;
  if (!login) noteAttempt("unknown_address");
  await ask(sql`select auth.refuse_sign_in(${login?.login_id ?? nobody}::uuid, ${family})`);
  throw new AppError("invalid", refused);
}

/** The hash of a device that this person signed in with before; null for any other, and without a cookie. */
async function knownDevice(loginId: string, device: Buffer | null): Promise<string | null> {
  if (!device) return null;
  const hash = deviceHash(loginId, device);
  const [row] = await ask<{ known: boolean }>(sql`select auth.knows_device(${hash}) as known`);
  return row?.known ? hash.toString("hex") : null;
}
