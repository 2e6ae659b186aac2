import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { checkPassword } from "./password";
import { slowDown } from "./slow-down";

export type Proven = { login_id: string; password_hash: string; amr: string };

/**
 * Marks a live session as stepped up for ten minutes. A wrong password is in the log, and ten of them in a row wait.
 * @throws AppError invalid at `password`; conflict after too many attempts; unauthenticated when the session ended
 */
export async function stepUp(token: Buffer, proof: { password: string } | "tick"): Promise<void> {
  const [known] = await ask<Proven>(sql`select * from auth.proof_of(${token})`);
  if (!known) throw new AppError("unauthenticated", "Sign in again.");
  if (proof !== "tick") await requirePassword(token, known, proof.password);
  const how = proof === "tick" ? "tick" : "password";
  const [row] = await ask<{ done: boolean }>(sql`select auth.step_up(${token}, ${how}) as done`);
  if (!row?.done) throw new AppError("unauthenticated", "Sign in again.");
}

async function requirePassword(token: Buffer, { login_id, password_hash }: Proven, password: string): Promise<void> {
  await slowDown(`confirm|${login_id}`, "password");
  if (await checkPassword(password_hash, password)) return;
  await ask(sql`select auth.refuse_step_up(${token})`);
  const said = "This is not your password.";
  throw new AppError("invalid", said, { password: said });
}
