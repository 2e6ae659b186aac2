import "server-only";
import { sql } from "drizzle-orm";
import { cache } from "react";
import { ask } from "@/db/client";
import type { Role } from "@/lib/kernel/access/roles";
import type { Proof } from "@/lib/kernel/access/step-ups";
import { endedOrRenewed } from "./renew-token";
import { sessionToken } from "./session";

/**
 * The standing of a live session, even a confined one. It identifies its person and nothing else of the organisation.
 */
export type Standing = {
  sessionId: string;
  loginId: string;
  memberId: string;
  orgId: string;
  orgName: string;
  name: string;
  code: string;
  role: Role;
  email: string;
  /** How the session was opened, and what that is worth. */
  amr: string;
  aal: "confined" | "otp" | "phr" | "demo";
  passkeys: number;
  /** Since when an authenticator app is set up. */
  totpAt: Date | null;
  codesLeft: number;
  /** When a recovery code was last used, until new ones are made. */
  codeUsedAt: Date | null;
  mayAdd: boolean;
  freshness: Proof | null;
  /** While a passkey waits that no passkey proved: until then none of theirs is worth more than a password. */
  waitsUntil: Date | null;
  /** Since when no code of the app counts: a hundred in a row were wrong. */
  totpLockedAt: Date | null;
};

type Row = Record<string, string | number | boolean | null>;

/** Null when the session has ended or its person has left. */
export async function standingOf(token: Buffer): Promise<Standing | null> {
  const [row] = await ask<Row>(sql`select * from auth.standing_of(${token})`);
  if (!row) return null;
  const date = (value: unknown) => (value ? new Date(String(value)) : null);
  const { session_id, login_id, member_id, org_id, org_name, totp_at, codes_left, code_used_at, may_add, ...others } =
    row;
  const { waits_until, totp_locked_at, ...rest } = others;
  return {
    ...(rest as unknown as Standing),
    sessionId: String(session_id),
    loginId: String(login_id),
    memberId: String(member_id),
    orgId: String(org_id),
    orgName: String(org_name),
    totpAt: date(totp_at),
    codesLeft: Number(codes_left),
    mayAdd: may_add === true,
    codeUsedAt: date(code_used_at),
    waitsUntil: date(waits_until),
    totpLockedAt: date(totp_locked_at),
  };
}

/** For pages: of the current session; null if nobody is signed in. */
export const readStanding = cache(async (): Promise<Standing | null> => {
  const token = await sessionToken();
  return token ? standingOf(token) : null;
});

/** For ceremonies. @throws AppError unauthenticated when the session has ended; conflict when another tab was first */
export async function requireStanding(token: Buffer): Promise<Standing> {
  const standing = await standingOf(token);
  if (!standing) throw await endedOrRenewed(token);
  return standing;
}
