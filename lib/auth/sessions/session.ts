import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ask } from "@/db/client";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { may, type Permission, type Role } from "@/lib/kernel/access/roles";
import { noteAttempt } from "@/lib/platform/attempts";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { type OpenSession, openSession } from "./ctx-from-token";
import { cookieNames, ownFamily } from "./options";
import { endedOrRenewed, wasRenewed } from "./renew-token";
import { readSessionCookie } from "./session-cookie";

/**
 * The token in the session cookie, or null if there is no cookie that we signed. If it comes from another kind of
 * browser than it was issued to, it was copied: then its session ends for both.
 */
export async function sessionToken(): Promise<Buffer | null> {
  const value = (await cookies()).get(cookieNames().session)?.value;
  if (!value) return null;
  return heldToken(await readSessionCookie(value), await ownFamily());
}

/** @param claims the content of the cookie, and @param family which browser and system sent it */
export async function heldToken(claims: Record<string, unknown> | null, family: string): Promise<Buffer | null> {
  if (typeof claims?.st !== "string") return null;
  const token = Buffer.from(claims.st, "base64url");
  if (claims.dv === family) return token;
  await ask(sql`select auth.end_moved(${token}, ${family})`);
  return null;
}

/** The session of this request, checked against the database once; null if nobody is signed in. */
export const readSession = cache(async (): Promise<OpenSession | null> => {
  const token = await sessionToken();
  return token ? openSession(token) : null;
});

/** The acting person; null if nobody is signed in. */
export async function readCtx(): Promise<Ctx | null> {
  return (await readSession())?.ctx ?? null;
}

const homes = { caseworker: "/", supervisor: "/", admin: "/admin", liaison: "/portal" } as const;

/** Where a person lands after signing in. */
export function homeOf(role: Role): (typeof homes)[Role] {
  return homes[role];
}

/**
 * For pages. Without a session, redirects to the sign-in page; a role without the permission gets the same 404 as a
 * wrong URL.
 */
export async function requireCtx(needs: Permission): Promise<Ctx> {
  const ctx = await readCtx();
  if (!ctx) redirect(await wayIn());
  if (!may(ctx.actor, needs)) notFound();
  return ctx;
}

type WayIn = "/sign-in" | "/sign-in/code" | "/enrol" | "/cover";

/** Where somebody without a full session continues: enrolment, the second step, the cover, or sign-in. */
export async function wayIn(): Promise<WayIn> {
  const token = await sessionToken();
  const [row] = token
    ? await ask<{ may_add: boolean; aal: string; covered: boolean }>(
        sql`select may_add, aal, auth.is_covered(${token}) as covered from auth.standing_of(${token})`,
      )
    : [];
  if (row?.covered) return "/cover";
  if (row?.aal !== "confined") return "/sign-in";
  return row.may_add ? "/enrol" : "/sign-in/code";
}

/**
 * For server actions: also rejects a request that did not come from one of our pages.
 * @throws AppError forbidden; conflict if another tab renewed the session's token meanwhile
 */
export async function actingCtx(): Promise<Ctx> {
  await requireSameOrigin();
  const ctx = await readCtx();
  if (ctx) return ctx;
  const token = await sessionToken();
  if (token && (await wasRenewed(token))) throw await endedOrRenewed(token);
  redirect(await wayIn());
}

/** Next runs an action even if the Origin header is missing, so it is checked here. @throws AppError forbidden */
export async function requireSameOrigin(): Promise<void> {
  const list = await headers();
  if (!isSameOrigin(list)) throw new AppError("forbidden", t("This request did not come from a page of this site."));
}

type List = Headers | { get(name: string): string | null };

/** True when Origin names our own host, or, without one, when the browser says same-origin. What does not is counted. */
export function isSameOrigin(list: List): boolean {
  const own = isOurOrigin(list);
  if (!own) noteAttempt("foreign_origin");
  return own;
}

function isOurOrigin(list: List): boolean {
  const origin = list.get("origin");
  if (!origin) return list.get("sec-fetch-site") === "same-origin";
  if (origin === env().APP_ORIGIN) return true;
  const host = list.get("host");
  return isLoopback(host) && origin === `http://${host}`;
}

/** True for this machine's own names only. */
export function isLoopback(host: string | null): boolean {
  return host !== null && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}
