import { GET } from "@/app/api/auth/[...nextauth]/route";
import { sessionToken } from "@/lib/auth/sessions/session";
import { requireStanding, type Standing } from "@/lib/auth/sessions/standing";
import { beginSso } from "@/lib/auth/sso/begin-sso";
import { linkSso } from "@/lib/auth/sso/link-sso";
import { owner } from "./db";
import { Browser } from "./next-request";
import { prove, sessionBy } from "./sessions";

export { Browser };

/** The settings of an installation with this sign-in service, before anything reads them. */
export function useService(issuer: string, settings: Record<string, string> = {}): void {
  const client = { SSO_CLIENT_ID: "crossdocket", SSO_CLIENT_SECRET: "a secret of thirty-two characters" };
  Object.assign(process.env, { NEXTAUTH_URL: "http://localhost:3000", SSO_ISSUER: issuer, ...client, ...settings });
}

/** The press of the button, and where it leads. */
export async function begin(browser: Browser, session: Buffer | null = null): Promise<URL> {
  const purpose = session ? "sso_link" : "sso_sign_in";
  return new URL(await browser.during("/sign-in", () => beginSso(purpose, session)));
}

/** What the browser brings back from the service. @returns where it is sent then */
export async function comeBack(browser: Browser, query: Record<string, string>): Promise<string | null> {
  const path = `/api/auth/callback/organisation?${new URLSearchParams(query)}`;
  const params = Promise.resolve({ nextauth: ["callback", "organisation"] });
  const answer = await browser.during(path, (request) => GET(request, { params }));
  for (const line of answer.headers.getSetCookie()) browser.keep(line);
  return answer.headers.get("location");
}

/** How the session of this browser stands; null when it has none. */
export async function standingIn(browser: Browser): Promise<Standing | null> {
  const token = await browser.during("/", () => sessionToken());
  return token ? requireStanding(token) : null;
}

/** Connects somebody as the end of the journey does. */
export async function connect(loginId: string, issuer: string, subject: string): Promise<Buffer> {
  const session = await sessionBy(loginId, "passkey");
  await prove(session, "passkey");
  if (!(await linkSso(session, { issuer }, { subject, strong: false }))) throw new Error("It was not connected.");
  return session;
}

/** How many sessions single sign-on opened for somebody, ended ones too. */
export async function openedFor(loginId: string): Promise<number> {
  const [row] = await owner()<{ n: number }[]>`
    select count(*)::int as n from auth.sessions where login_id = ${loginId} and amr like 'oidc%'`;
  return row?.n ?? 0;
}
