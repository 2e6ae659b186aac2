import { t } from "@/lib/platform/language/translate";
import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { slowService } from "../attempts/slow-strangers";
import { cookieNames } from "../sessions/options";
import { cookieOf, postToNextAuth } from "../sessions/through-next-auth";
import { noteJourney, type Purpose } from "./journeys";
import { type SsoSettings, ssoSettings } from "./settings";
import { ssoId, ssoOptions } from "./sso-options";
import { within } from "./within";

/**
 * Starts a flow to the sign-in service, only from our own form.
 * @param session for connecting: the freshly proved session; null for sign-in
 * @returns the URL there @throws AppError conflict if it does not answer, or after too many attempts; not_found
 */
export async function beginSso(purpose: Purpose, session: Buffer | null): Promise<string> {
  const settings = ssoSettings();
  if (!settings) throw new AppError("not_found", t("This installation has no single sign-on."));
  await slowService();
  const answer = await within(postToNextAuth(ssoOptions(settings, { purpose }), `signin/${ssoId}`, {}));
  const there = answer ? addressIn(await answer.json().catch(() => null), settings) : null;
  const { state, nonce, pkce, secure } = cookieNames();
  const values = [state, nonce, pkce].map((name) => [name, answer && cookieOf(answer, name)] as const);
  if (!there || !values.every(([, value]) => value)) throw new AppError("conflict", away(settings));
  const jar = await cookies();
  for (const [name, value] of values)
    jar.set(name, value ?? "", { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 5 * 60 });
  await noteJourney(there.searchParams.get("state") ?? "", purpose, session);
  return there.href;
}

const away = ({ label }: SsoSettings) =>
  t("{label} sign-in is not responding. Use your passkey or your password, or try again later.", { label });

/** The address of the service, with everything that makes the answer ours; null for any other, an error's too. */
function addressIn(answer: unknown, { clientId }: SsoSettings): URL | null {
  const text = (answer as { url?: unknown } | null)?.url;
  if (typeof text !== "string" || !URL.canParse(text)) return null;
  const url = new URL(text);
  const asks = url.searchParams;
  const home = `${env().APP_ORIGIN}/api/auth/callback/${ssoId}`;
  const whole = ["state", "nonce", "code_challenge"].every((name) => (asks.get(name) ?? "").length >= 43);
  const right = asks.get("client_id") === clientId && asks.get("redirect_uri") === home;
  return whole && right && asks.get("code_challenge_method") === "S256" ? url : null;
}
