import { existsSync } from "node:fs";
import { isServedSafely } from "../../lib/platform/network/origin-policy.ts";
import { openWays } from "../../lib/platform/network/tls-policy.ts";

/**
 * Which ways out and in somebody could listen on, and whether addresses of people are counted rightly. No address and
 * no password is shown. Each finding is `[state, what, advice?]`.
 * @param {Record<string, string | undefined>} settings
 */
export function examineTransport(settings) {
  return [...outwards(settings), ...inwards(settings)];
}

function outwards(settings) {
  const open = openWays(settings).map(({ setting, host, why }) => [
    "fail",
    `${setting} leads to ${host} without protection, and it will not start: ${why}`,
    "fix the address, or name the host in PLAIN_HOSTS if nobody else is on the way to it",
  ]);
  const { PLAIN_HOSTS: plain } = settings;
  const named = plain
    ? [["warn", `Nobody checks who answers at ${plain} (PLAIN_HOSTS)`, "only for a network that nobody else is on"]]
    : [];
  const missing = ["DATABASE_CA_FILE", "TRUSTED_CA_FILE"]
    .filter((name) => settings[name] && !existsSync(settings[name]))
    .map((name) => ["fail", `${settings[name]} (${name}) is not there`, "it must be the authority as PEM"]);
  return [...open, ...named, ...missing];
}

/** The number of proxies in front cannot be detected here; odd settings can. */
function inwards({ APP_ORIGIN: origin = "http://localhost:3000", TRUSTED_HOPS: hops = "0" }) {
  if (!URL.canParse(origin)) return [["fail", "APP_ORIGIN is no address", "write it like https://cases.example"]];
  if (!isServedSafely({ APP_ORIGIN: origin }))
    return [["fail", "Passwords would travel unprotected: APP_ORIGIN is http", "put a proxy with TLS in front"]];
  const proxied = origin.startsWith("https:");
  if (proxied && hops === "0")
    return [
      [
        "warn",
        "A proxy stands in front, and TRUSTED_HOPS is 0: all tries of passwords count as from one network or none",
        "set TRUSTED_HOPS to the number of your own proxies, which write X-Forwarded-For anew",
      ],
    ];
  if (!proxied && hops !== "0")
    return [
      [
        "warn",
        `No proxy stands in front, and TRUSTED_HOPS is ${hops}: whoever asks may say where they come from`,
        "leave TRUSTED_HOPS out",
      ],
    ];
  return [["ok", proxied ? `Addresses are believed from ${hops} proxies` : "No proxy is trusted"]];
}
