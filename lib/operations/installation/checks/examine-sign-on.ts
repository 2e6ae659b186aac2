import "server-only";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { t } from "@/lib/platform/language/translate";
import { isThisMachine } from "@/lib/platform/network/origin-policy";
import type { Finding, World } from "../types";

const fiveSeconds = 5_000;
const mostBytes = 256 * 1024;

type Known = Pick<World, "settings" | "dataDir">;

/**
 * Checks whether the organisation's sign-in service is up, has the issuer in the settings and supports what we need.
 * Only its public document is read: nobody is signed in, and the secret is not shown or sent.
 */
export async function examineSignOn({ settings, dataDir }: Known): Promise<Finding[]> {
  const advice = t(".env.example says what SSO_ISSUER, SSO_CLIENT_ID and SSO_CLIENT_SECRET are.");
  const { SSO_ISSUER: issuer, SSO_CLIENT_ID: id } = settings;
  if (!issuer) return [["ok", t("Single sign-on is off: people sign in with what they have here")]];
  if (!isSafe(issuer)) return [["fix", t("SSO_ISSUER must be an https address, without ? and #"), advice]];
  const secret =
    settings.SSO_CLIENT_SECRET ||
    existsSync(settings.SSO_CLIENT_SECRET_FILE || join(dataDir, "secrets", "sso-client-secret"));
  if (!id || !secret)
    return [["fix", t("{name} is not set", { name: id ? "SSO_CLIENT_SECRET" : "SSO_CLIENT_ID" }), advice]];
  const told = await readDocument(issuer);
  const { host } = new URL(issuer);
  if (!told) return [["fix", t("The sign-in service at {host} does not answer", { host }), t("Look at SSO_ISSUER.")]];
  return [...examineDocument(told, issuer, settings.SSO_SIGNING_ALG || "RS256"), strength(settings)];
}

function examineDocument(told: Record<string, unknown>, issuer: string, alg: string): Finding[] {
  if (told.issuer !== issuer)
    return [
      ["fix", t("The sign-in service calls itself otherwise than SSO_ISSUER"), t("Write it exactly as it does.")],
    ];
  const lacking = ["authorization_endpoint", "token_endpoint", "jwks_uri"].filter((name) => !isSafe(told[name], true));
  if (lacking.length > 0)
    return [
      ["fix", t("The sign-in service names no safe {names}", { names: lacking.join(", ") }), t("Ask whoever runs it.")],
    ];
  const wanted = [
    ["response_types_supported", "code"],
    ["code_challenge_methods_supported", "S256"],
    ["id_token_signing_alg_values_supported", alg],
  ] as const;
  // What it does not say may still be so; what it says otherwise is not.
  const refused = wanted.filter(([name, value]) => {
    const list = told[name];
    return Array.isArray(list) && !list.includes(value);
  });
  return refused.length > 0
    ? refused.map(([name, value]) => [
        "fix",
        t("The sign-in service cannot do {value} ({name})", { value, name }),
        t(".env.example says what SSO_ISSUER, SSO_CLIENT_ID and SSO_CLIENT_SECRET are."),
      ])
    : [["ok", t("Single sign-on is asked of {host}", { host: new URL(issuer).host })]];
}

const strength = ({ SSO_REQUIRED_ACR: acr, SSO_REQUIRED_AMR: amr }: World["settings"]): Finding =>
  acr || amr
    ? ["ok", t("Its second factor counts when it names what SSO_REQUIRED_ACR and SSO_REQUIRED_AMR ask for")]
    : ["ok", t("Its word counts as a password does: our own second factor is asked as well")];

/** Plain http is for this machine alone. */
function isSafe(address: unknown, withQuery = false): boolean {
  if (typeof address !== "string" || !URL.canParse(address) || (!withQuery && /[?#]/.test(address))) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}

async function readDocument(issuer: string): Promise<Record<string, unknown> | null> {
  try {
    const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(fiveSeconds) });
    if (!answer.ok || !answer.body) return null;
    const decoder = new TextDecoder();
    let text = "";
    for await (const piece of answer.body) {
      text += decoder.decode(piece, { stream: true });
      if (text.length > mostBytes) return null;
    }
    const told: unknown = JSON.parse(text);
    return typeof told === "object" && told !== null ? (told as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
