import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ask } from "@/db/client";
import { hashPassword } from "@/lib/auth/passwords/password";
import type { Proof } from "@/lib/auth/sessions/open-session";
import { translateDatabaseError } from "@/lib/kernel/access/database-errors";
import type { Role } from "@/lib/kernel/access/roles";
import { noteAttempt } from "@/lib/platform/attempts";
import { AppError } from "@/lib/platform/errors";
import { keepable } from "@/lib/platform/fields";
import { newId } from "@/lib/platform/ids";

export type OpenInvitation = {
  org_name: string;
  email: string;
  name: string;
  role: Role;
  /** The member whom the link gives a new password; null when it makes a new member. */
  renews: string | null;
  /** Then the password alone is replaced, and the person still needs a second factor. */
  keeps_factors: boolean;
  /** `waiting`: it grants access to cases, and nobody has approved that yet. */
  state: "open" | "waiting" | "accepted" | "withdrawn" | "expired";
};

const AcceptInvitation = z.object({
  token: z.string().min(1),
  name: z
    .string()
    .trim()
    .min(2, t("Type your name."))
    .max(120)
    .refine(...keepable),
  password: z.string(),
});

/** What an invitation link offers, or null if we never issued it. */
export async function readInvitation(token: string): Promise<OpenInvitation | null> {
  const raw = Buffer.from(token, "base64url");
  const [row] = await ask<OpenInvitation & { waits: boolean }>(
    sql`select i.*, auth.invitation_waits(${raw}) as waits from auth.read_invitation(${raw}) i`,
  );
  if (!row) noteAttempt("unknown_token");
  if (!row) return null;
  const { waits, ...offer } = row;
  return waits && offer.state === "open" ? { ...offer, state: "waiting" } : offer;
}

/** Whose it is now, and what that proves: with a new password alone, no more than a password does. */
type Accepted = { loginId: string; memberId: string; proof: Proof };

/**
 * Makes the member and their login; a renewal gives a member a new password and ends their sessions. One use.
 * @throws AppError invalid with fields, conflict when the link is closed
 */
export async function acceptInvitation(raw: unknown): Promise<Accepted> {
  const parsed = AcceptInvitation.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    throw new AppError("invalid", t("Some answers need correcting."), fields);
  }
  const { token, name, password } = parsed.data;
  const offer = await readInvitation(token);
  if (offer?.state === "waiting") {
    throw new AppError("conflict", t("A supervisor has to agree first. The same link works as soon as they have."));
  }
  const passwordHash = await hashPassword(password, [
    name,
    offer?.name ?? "",
    offer?.email ?? "",
    offer?.org_name ?? "",
  ]);
  const [newLoginId, memberId] = [newId(), offer?.renews ?? newId()] as const;
  const state = await translateDatabaseError(async () => {
    const [row] = await ask<{ state: string }>(
      sql`select auth.accept_invitation(${Buffer.from(token, "base64url")}, ${newLoginId}::uuid, ${memberId}::uuid, ${name},
        ${passwordHash}) as state`,
    );
    return row?.state;
  });
  if (state !== "accepted")
    throw new AppError("conflict", t("This invitation was used, withdrawn or has expired. Ask for a new one."));
  const proof = offer?.keeps_factors ? "password" : "invitation";
  return { loginId: offer?.renews ? await loginOf(offer.email) : newLoginId, memberId, proof };
}

async function loginOf(email: string): Promise<string> {
  const [login] = await ask<{ login_id: string }>(sql`select login_id from auth.find_login(${email})`);
  if (!login) throw new AppError("conflict", t("This sign-in is closed. Ask an administrator."));
  return login.login_id;
}
