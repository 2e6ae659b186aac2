import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ask } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { openSession } from "./open-session";
import { checkPassword } from "./password";
import { slowDown } from "./slow-down";

const SignIn = z.object({
  email: z.string().trim().min(1, "Type your work e-mail address.").max(254),
  password: z.string().min(1, "Type your password.").max(1000),
});

/** The same words for a wrong password, an unknown address and a disabled login. */
const refused = "The e-mail address or the password is not right.";

/**
 * Checks a password and opens a session that is confined until the second factor is proved, or enrolled.
 * @throws AppError invalid (same message for every cause), or conflict when there were too many attempts
 */
export async function signIn(raw: unknown): Promise<void> {
  const parsed = SignIn.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    throw new AppError("invalid", "Type both.", fields);
  }
  const { email, password } = parsed.data;
  await slowDown(`email|${email.toLowerCase()}`);
  const [login] = await ask<{ login_id: string; password_hash: string }>(sql`select * from auth.find_login(${email})`);
  if (!(await checkPassword(login?.password_hash, password)) || !login) {
    if (login) await ask(sql`select auth.refuse_sign_in(${login.login_id}::uuid)`);
    throw new AppError("invalid", refused);
  }
  await openSession(login.login_id, "password");
}
