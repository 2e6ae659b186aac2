import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { addPasskey } from "@/lib/auth/add-passkey";
import { askNewPasskey } from "@/lib/auth/ask-passkey";
import { offeredSeed } from "@/lib/auth/seeds";
import { setTotp } from "@/lib/auth/set-totp";
import { requireStanding } from "@/lib/auth/standing";
import { codeOf, stepOf } from "@/lib/auth/totp";
import { sha256 } from "@/lib/platform/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { Authenticator } from "./authenticator";

export const place = { rpId: "localhost", origin: "http://localhost:3000" };

/** A session as the last step of a ceremony opens it. */
export async function sessionBy(loginId: string, amr: string): Promise<Buffer> {
  const [ticket, token] = [newToken(), newToken()] as const;
  await database().execute(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, ${amr})`);
  await database().execute(sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(token)})`);
  return token;
}

/** Marks a session as freshly proved, as the ceremony does. */
export async function prove(token: Buffer, how: "passkey" | "totp" | "password"): Promise<void> {
  await database().execute(sql`select auth.step_up(${token}, ${how})`);
}

/** The whole ceremony of a new passkey. The session must be one that may add it; a confined one ends by it. */
export async function givePasskey(token: Buffer, device = new Authenticator(), name = "Test device") {
  const answer = device.create(await askNewPasskey(place, token), { origin: place.origin });
  await addPasskey(place, token, { name, answer });
  return device;
}

/** The whole ceremony of an authenticator app: what shows its codes from now on. Its first code is used up by it. */
export async function giveApp(token: Buffer): Promise<(step?: number) => string> {
  const seed = offeredSeed(await requireStanding(token));
  await setTotp(token, codeOf(seed, stepOf(new Date()) - 1));
  return (step = stepOf(new Date())) => codeOf(seed, step);
}
