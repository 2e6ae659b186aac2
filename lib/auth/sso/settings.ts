import "server-only";
import { env } from "@/lib/platform/env";

/** The sign-in service of an organisation, as the installation says. */
export type SsoSettings = {
  /** Exactly as the service calls itself. */
  issuer: string;
  wellKnown: string;
  clientId: string;
  clientSecret: string;
  label: string;
  /** One of these and all of those are required; otherwise our own second factor is requested. */
  acr: readonly string[];
  amr: readonly string[];
  alg: string;
};

/** Null when this installation has none: then there is no button and no address that does anything. */
export function ssoSettings(): SsoSettings | null {
  const { SSO_ISSUER: issuer, SSO_CLIENT_ID: clientId, SSO_CLIENT_SECRET: clientSecret, ...rest } = env();
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    label: rest.SSO_LABEL,
    alg: rest.SSO_SIGNING_ALG,
    acr: rest.SSO_REQUIRED_ACR,
    amr: rest.SSO_REQUIRED_AMR,
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  };
}
