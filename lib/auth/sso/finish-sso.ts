import "server-only";
import { sql } from "drizzle-orm";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { ask } from "@/db/client";
import { noteAttempt } from "@/lib/platform/attempts";
import { AppError } from "@/lib/platform/errors";
import { systemClock } from "@/lib/platform/time/clock";
import { slowService } from "../attempts/slow-strangers";
import { openSession } from "../sessions/open-session";
import { cookieNames, ownFamily } from "../sessions/options";
import { sessionToken } from "../sessions/session";
import { askNextAuth } from "../sessions/through-next-auth";
import { type Purpose, takeJourney } from "./journeys";
import { linkSso, subjectHash } from "./link-sso";
import { readClaims, type Told } from "./read-claims";
import { type SsoSettings, ssoSettings } from "./settings";
import { ssoId, ssoOptions } from "./sso-options";
import { within } from "./within";

export type Outcome = "signed_in" | "refused" | "connected" | "not_connected";

/**
 * What came back from the sign-in service. Every cause of a refusal, the service's own too, is the same outcome; null
 * when this installation has no single sign-on.
 */
export async function finishSso(request: NextRequest): Promise<Outcome | null> {
  const settings = ssoSettings();
  if (!settings) return null;
  try {
    await slowService();
    return await finish(request, settings);
  } catch (error) {
    if (error instanceof AppError) return "refused";
    throw error;
  } finally {
    await forgetJourney();
  }
}

async function finish(request: NextRequest, settings: SsoSettings): Promise<Outcome> {
  const session = await sessionToken();
  const purpose = await takeJourney(request.nextUrl.searchParams.get("state") ?? "", session);
  const told = purpose ? await askService(request, settings, purpose) : null;
  if (purpose === "sso_link" && session)
    return (await linkSso(session, settings, told)) ? "connected" : "not_connected";
  const loginId = await findLogin(settings, told);
  if (!told || !loginId) return "refused";
  await openSession(loginId, told.strong ? "oidc+mfa" : "oidc");
  return "signed_in";
}

/** Lets next-auth take the code to the service and check what it gives: state, nonce, PKCE, signature, audience, time. */
async function askService(request: NextRequest, settings: SsoSettings, purpose: Purpose): Promise<Told | null> {
  const heard: unknown[] = [];
  const options = ssoOptions(settings, { purpose, told: (claims) => heard.push(claims) });
  const answer = await within(askNextAuth(options, request, `callback/${ssoId}`));
  return answer ? readClaims(heard[0], { settings, purpose, now: systemClock().now() }) : null;
}

/** An unconnected account and a rejected answer also cost one write. */
async function findLogin({ issuer }: SsoSettings, told: Told | null): Promise<string | null> {
  const [row] = await ask<{ login: string | null }>(
    sql`select auth.use_sso(${subjectHash(issuer, told?.subject ?? "")}, ${await ownFamily()}) as login`,
  );
  if (!row?.login) noteAttempt("unknown_subject");
  return row?.login ?? null;
}

/** Right or wrong, the cookies of a journey are of no more use. */
async function forgetJourney(): Promise<void> {
  const jar = await cookies();
  const { state, nonce, pkce, secure } = cookieNames();
  for (const name of [state, nonce, pkce])
    jar.set(name, "", { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 0 });
}
