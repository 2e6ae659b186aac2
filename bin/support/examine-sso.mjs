import { existsSync } from "node:fs";
import { join } from "node:path";
import { isThisMachine } from "../../lib/platform/network/origin-policy.ts";

const advice = ".env.example says what SSO_ISSUER, SSO_CLIENT_ID and SSO_CLIENT_SECRET are";
const fiveSeconds = 5_000;
const mostBytes = 256 * 1024;

/**
 * Checks whether the organisation's sign-in service is up, has the issuer in the settings and supports what we need.
 * Only its public document is read: nobody is signed in, and the secret is not shown or sent.
 * @param {Record<string, string | undefined>} settings @param {string} dataDir where a secret may be in a file
 */
export async function examineSso(settings = process.env, dataDir = ".data") {
  const { SSO_ISSUER: issuer, SSO_CLIENT_ID: id } = settings;
  if (!issuer) return [["ok", "Single sign-on is off: people sign in with what they have here"]];
  if (!isSafe(issuer)) return [["fail", "SSO_ISSUER must be an https address, without ? and #", advice]];
  const secret =
    settings.SSO_CLIENT_SECRET ||
    existsSync(settings.SSO_CLIENT_SECRET_FILE || join(dataDir, "secrets", "sso-client-secret"));
  if (!id || !secret) return [["fail", `${id ? "SSO_CLIENT_SECRET" : "SSO_CLIENT_ID"} is not set`, advice]];
  const told = await readDocument(issuer);
  if (!told) return [["fail", `The sign-in service at ${new URL(issuer).host} does not answer`, "look at SSO_ISSUER"]];
  return [...examineDocument(told, issuer, settings.SSO_SIGNING_ALG || "RS256"), ...strength(settings)];
}

function examineDocument(told, issuer, alg) {
  if (told.issuer !== issuer)
    return [["fail", "The sign-in service calls itself otherwise than SSO_ISSUER", "write it exactly as it does"]];
  const lacking = ["authorization_endpoint", "token_endpoint", "jwks_uri"].filter((name) => !isSafe(told[name], true));
  if (lacking.length > 0)
    return [["fail", `The sign-in service names no safe ${lacking.join(", ")}`, "ask whoever runs it"]];
  const wanted = [
    ["response_types_supported", "code"],
    ["code_challenge_methods_supported", "S256"],
    ["id_token_signing_alg_values_supported", alg],
  ];
  // What it does not say may still be so; what it says otherwise is not.
  const refused = wanted.filter(([name, value]) => Array.isArray(told[name]) && !told[name].includes(value));
  return refused.length > 0
    ? refused.map(([name, value]) => ["fail", `The sign-in service cannot do ${value} (${name})`, advice])
    : [["ok", `Single sign-on is asked of ${new URL(issuer).host}`]];
}

function strength({ SSO_REQUIRED_ACR: acr, SSO_REQUIRED_AMR: amr }) {
  return acr || amr
    ? [["ok", "Its second factor counts when it names what SSO_REQUIRED_ACR and SSO_REQUIRED_AMR ask for"]]
    : [["ok", "Its word counts as a password does: our own second factor is asked as well"]];
}

/** Plain http is for this machine alone. */
function isSafe(address, withQuery = false) {
  if (typeof address !== "string" || !URL.canParse(address) || (!withQuery && /[?#]/.test(address))) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}

async function readDocument(issuer) {
  try {
    const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(fiveSeconds) });
    if (!answer.ok || !answer.body) return null;
    let text = "";
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      if (text.length > mostBytes) return null;
    }
    const told = JSON.parse(text);
    return typeof told === "object" ? told : null;
  } catch {
    return null;
  }
}
