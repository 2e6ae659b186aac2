import "server-only";
import type { NextAuthOptions } from "next-auth";
import { authOptions, cookieNames } from "../sessions/options";
import type { Purpose } from "./journeys";
import { oldest } from "./read-claims";
import type { SsoSettings } from "./settings";

/** The name of the service in addresses: its redirect address ends in `/api/auth/callback/organisation`. */
export const ssoId = "organisation";

const fiveMinutes = 5 * 60;
const fiveSeconds = 5_000;

type Journey = { purpose: Purpose; told?: (claims: unknown) => void };

/**
 * next-auth as an OpenID Connect client only: it runs the flow and returns the ID token's claims. It opens no session,
 * because `signIn` always refuses. The public route never has this provider.
 */
export function ssoOptions(settings: SsoSettings, { purpose, told }: Journey): NextAuthOptions {
  const { state, nonce, pkce, secure } = cookieNames();
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure, maxAge: fiveMinutes };
  const base = authOptions();
  return {
    ...base,
    cookies: {
      ...base.cookies,
      state: { name: state, options },
      nonce: { name: nonce, options },
      pkceCodeVerifier: { name: pkce, options },
    },
    providers: [
      {
        id: ssoId,
        name: settings.label,
        type: "oauth" as const,
        wellKnown: settings.wellKnown,
        clientId: settings.clientId,
        clientSecret: settings.clientSecret,
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        // Neither name nor e-mail is requested.
        authorization: { params: { scope: "openid", max_age: oldest[purpose], ...levels(settings) } },
        client: { id_token_signed_response_alg: settings.alg },
        httpOptions: { timeout: fiveSeconds },
        profile: (claims: { sub: string }) => ({ id: claims.sub }),
      },
    ],
    callbacks: {
      ...base.callbacks,
      signIn: ({ profile }) => {
        told?.(profile);
        return false;
      },
    },
  };
}

const levels = ({ acr }: SsoSettings) => (acr.length > 0 ? { acr_values: acr.join(" ") } : {});
