import { readFileSync } from "node:fs";
import { isThisMachine } from "./origin-policy.ts";

/** No `server-only`: the launcher and the doctor import it directly. */
type Settings = Readonly<Record<string, string | undefined>>;

/** This machine, or a host in PLAIN_HOSTS, because its network is private. */
function needsNoTls(hostname: string, { PLAIN_HOSTS = "" }: Settings): boolean {
  const named = PLAIN_HOSTS.split(",").map((host) => host.trim());
  return hostname === "" || isThisMachine(hostname) || named.includes(hostname);
}

const postgresSettings = ["DATABASE_URL", "DATABASE_REPLICA_URL", "DATABASE_OWNER_URL", "DATABASE_BACKUP_URL"] as const;
const webSettings = ["S3_ENDPOINT", "SMS_URL", "CHECK_PROXY_URL", "TSA_URLS", "OTEL_EXPORTER_OTLP_ENDPOINT"] as const;

const unread = "it cannot be read as the address of one host";

export type OpenWay = { setting: string; host: string; why: string };

/** Each connection of the settings that somebody on the way could read or answer. Says hosts, never an address. */
export function openWays(settings: Settings): OpenWay[] {
  const databases = postgresSettings.flatMap((setting) => {
    if (settings[setting] && !URL.canParse(settings[setting]))
      return [{ setting, host: "no single host", why: unread }];
    const host = farHost(settings[setting], settings);
    const mode = host && new URL(settings[setting] ?? "").searchParams.get("sslmode");
    if (!host || !mode || mode === "verify-full") return [];
    return [{ setting, host, why: `sslmode=${mode} does not check who answers: write verify-full, or leave it out` }];
  });
  const others = webSettings.flatMap((setting) =>
    (settings[setting] ?? "").split(",").flatMap((address) => {
      const host = address.trim().startsWith("http:") ? farHost(address.trim(), settings) : null;
      return host ? [{ setting, host, why: "must be https" }] : [];
    }),
  );
  return [...databases, ...others];
}

/** The host of an address that only TLS may reach; null for one that needs none, and for what is no address. */
function farHost(address: string | undefined, settings: Settings): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { hostname, searchParams } = new URL(address);
  // A folder in which Postgres has its socket.
  if (/^%2f/i.test(hostname) || searchParams.get("host")?.startsWith("/")) return null;
  return needsNoTls(hostname, settings) ? null : hostname;
}

/** Whether mails to this host may go without TLS. */
export const mayGoPlain = (hostname: string, settings: Settings): boolean => needsNoTls(hostname, settings);

type Tls = { ssl?: { rejectUnauthorized: true; host: string; minVersion: "TLSv1.2"; ca?: string } };

/**
 * The options for a Postgres driver in addition to the address: on another machine TLS, with a certificate for its
 * name, from an authority in DATABASE_CA_FILE and no other if that is set. Nothing for this machine and for
 * PLAIN_HOSTS.
 */
export function tlsOf(address: string, settings: Settings = process.env): Tls {
  const host = farHost(address, settings);
  if (!host) return {};
  const { DATABASE_CA_FILE: file } = settings;
  const ca = file ? { ca: readFileSync(file, "utf8") } : {};
  return { ssl: { rejectUnauthorized: true, host: host.replace(/^\[|\]$/g, ""), minVersion: "TLSv1.2", ...ca } };
}

/** The same for pg-boss, whose driver would let `sslmode` in the address override its options. */
export function bossLink(address: string, settings: Settings = process.env): { connectionString: string } & Tls {
  const tls = tlsOf(address, settings);
  if (!tls.ssl) return { connectionString: address };
  const bare = new URL(address);
  bare.searchParams.delete("sslmode");
  return { connectionString: bare.href, ...tls };
}
