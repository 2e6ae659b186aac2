import "server-only";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type KeyPlace, keyPlaceOf } from "./crypto/key-place";
import { type Kek, readRing } from "./crypto/key-ring-text";
import { isServedSafely, isThisMachine } from "./network/origin-policy";
import { openWays } from "./network/tls-policy";
import { trustOnly } from "./network/trust-only";

const keyBytes = 32;

/** 32 random bytes in base64 or base64url, as `openssl rand -base64 32` prints them. */
const key = z
  .string()
  .transform((text) => Buffer.from(text, "base64"))
  .refine((bytes) => bytes.length === keyBytes, "must be 32 bytes in base64");

/** One key, or several after a rotation; lib/platform/crypto/key-ring-text.ts. */
const keyRing = z.string().transform((text, context) => {
  try {
    return readRing(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message });
    return z.NEVER;
  }
});

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://");

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

function isPlainHere(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" && isThisMachine(hostname);
}

/** Total, because it is also called for lists already found invalid. */
const hostOf = (text: string): string => (URL.canParse(text) ? new URL(text).host : text);

/** Plain http only on this machine, for trying it out. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text) || /[?#]/.test(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}

const words = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ""));

/** What a setting says as JSON; undefined for text that is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every setting of the running app. `.env.example` says what each is for, and a test keeps the two in step. */
export const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  /** Reads everything and writes nothing; only backups use it. */
  DATABASE_BACKUP_URL: postgresUrl.optional(),
  /** A streaming replica, as the app's role: reports and exports read there. */
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  DATA_DIR: z
    .string()
    .default(".data")
    .transform((folder) => resolve(folder)),
  /**
   * Read by lib/law/jurisdictions/house-law.ts itself, which browsers also load; listed here so that it is known and
   * documented.
   */
  LAW_DIR: z.string().optional(),
  APP_ORIGIN: z
    .url("must be an address such as https://cases.example")
    .default("http://localhost:3000")
    .transform((address) => new URL(address).origin),
  /** Read by lib/platform/language/messages.ts itself, which browsers load too; here so that it is known and checked. */
  UI_LANGUAGE: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "must be a language code such as af or pt-MZ")
    .default("en"),
  LISTEN_ADDRESS: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** How many web server processes share the port. Read by the launcher. */
  WEB_PROCESSES: z.coerce.number().int().min(1).max(32, "must be 32 or less").optional(),
  /** The number of our own proxies in front, each of which appends to X-Forwarded-For. */
  TRUSTED_HOPS: z.coerce.number().int().min(0).max(5, "must be 5 or less").default(0),
  DEMO: z
    .enum(["0", "1"])
    .default("0")
    .transform((flag) => flag === "1"),
  /** One line of /.well-known/security.txt. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s]+@[^\s]+|https:\/\/[^\s]+|tel:\+[\d-]+)$/, "must be a mailto:, https: or tel: address")
    .optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  KEK: keyRing,
  /** Only this exact value accepts that whoever takes the data gets the key. */
  KEK_BESIDE_DATA: z.literal("i-accept-the-risk", { error: "must be i-accept-the-risk, or left out" }).optional(),
  AUTH_SECRET: z.string().min(32, "must be at least 32 characters"),
  SERVICE_TOKEN: key,
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, "must be an address such as smtp://user:password@mail.example:587")
    .refine((address) => URL.canParse(address) && new URL(address).hostname !== "", "must name a mail server")
    .optional(),
  MAIL_FROM: z.email("must be one e-mail address").default("crossdocket@localhost.localdomain"),
  /** A neutral sender for mails to clients: the name of an organisation must not stand in an inbox. */
  CLIENT_MAIL_FROM: z.email("must be one e-mail address").optional(),
  /** Where mails come in, such as inbox@post.example: reply addresses of cases are made of it. Without it none come in. */
  MAIL_IN_ADDRESS: z.email("must be one e-mail address").optional(),
  /** The name under which our own mail server notes what it checked (RFC 8601); without it no sender is believed. */
  MAIL_IN_AUTHSERV: z
    .string()
    .regex(/^[a-z0-9._-]{1,253}$/i, "must be the first word of Authentication-Results, such as mx.post.example")
    .optional(),
  IMAP_URL: z
    .string()
    .regex(/^imaps?:\/\/[^\s]+$/, "must be an address such as imaps://user:password@mail.example/INBOX")
    .refine((address) => URL.canParse(address) && new URL(address).hostname !== "", "must name a mail server")
    .optional(),
  SMS_URL: z.url({ protocol: /^https?$/, error: "must be an address such as https://sms.example/send" }).optional(),
  SMS_TOKEN: z.string().optional(),
  SMS_TO_FIELD: z.string().min(1).default("to"),
  SMS_TEXT_FIELD: z.string().min(1).default("text"),
  /** Further fields that the gateway wants, such as a sender: a JSON object of texts. */
  SMS_EXTRA: z
    .string()
    .transform((text, context): Record<string, string> => {
      const read = z.record(z.string(), z.string()).safeParse(jsonOf(text));
      if (read.success) return read.data;
      context.addIssue({ code: "custom", message: 'must be JSON such as {"from":"Info"}' });
      return z.NEVER;
    })
    .optional(),
  /** An HTTP proxy through which addresses of take-down lists are looked at; the sites then see its address and not ours. */
  CHECK_PROXY_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as http://proxy.example:3128" })
    .optional(),
  TSA_URLS: z
    .string()
    .transform((list) => list.split(",").map((address) => address.trim()))
    .refine((list) => list.every(isWebAddress), "must be addresses such as https://time.example/tsr, split by a comma")
    .refine((list) => list.length <= 2, "may name two time authorities at most")
    .refine((list) => new Set(list.map(hostOf)).size === list.length, "must name authorities on different hosts")
    .optional(),
  /** Without it no stamp could be believed, so TSA_URLS needs it. */
  TSA_CA_FILE: z.string().optional(),
  /** Bytes are sent unencrypted: a socket of this machine, or a private network. */
  CLAMD_ADDRESS: z
    .string()
    .regex(
      /^(\/[^\0]+|(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5})$/i,
      "must be the path of a socket such as /run/clamav/clamd.ctl, or host:port",
    )
    .optional(),
  /** Read by lib/platform/sandbox/confinement.ts itself, as the doctor does; here so that it is known and checked. */
  OPEN_FILES: z.enum(["confined", "node"], "must be confined or node").default("confined"),
  /** When not set: `anchors` in DATA_DIR; lib/kernel/anchors/append-anchors.ts. */
  AUDIT_ANCHORS_DIR: z
    .string()
    .transform((folder) => resolve(folder))
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket")
    .optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an address such as https://s3.example" }).optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PATH_STYLE: z
    .enum(["0", "1"])
    .default("0")
    .transform((flag) => flag === "1"),
  /** Public keys (age1...), or a file with them. */
  BACKUP_RECIPIENTS: z.string().optional(),
  BACKUP_KEY_RECIPIENTS: z.string().optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1, "must be 1 or more").optional(),
  /** The sign-in service of the organisation, exactly as it calls itself. Without it there is no single sign-on. */
  SSO_ISSUER: z.string().refine(isIssuer, "must be an https address without ? and #").optional(),
  SSO_CLIENT_ID: z.string().optional(),
  SSO_CLIENT_SECRET: z.string().optional(),
  SSO_LABEL: z.string().max(40, "must have 40 characters or fewer").default("your organisation"),
  SSO_REQUIRED_ACR: words.default([]),
  SSO_REQUIRED_AMR: words.default([]),
  /** Signatures with a shared secret, and none at all, cannot be chosen. */
  SSO_SIGNING_ALG: z.enum(["RS256", "PS256", "ES256", "EdDSA"]).default("RS256"),
  CHROMIUM_PATH: z.string().optional(),
  /** Read by lib/platform/network/tls-policy.ts itself, as the launcher does; here so that they are known and checked. */
  DATABASE_CA_FILE: z.string().optional(),
  PLAIN_HOSTS: z.string().optional(),
  /** Read by lib/platform/network/trust-only.ts, before anybody is spoken to. */
  TRUSTED_CA_FILE: z.string().optional(),
  /** Measurements are sent nowhere unless this names a receiver; lib/platform/telemetry/shelf.ts asks for it too. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://otel.example:4318" })
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(
      /^[\w-]+=([^,%]|%[0-9A-Fa-f]{2})*(,[\w-]+=([^,%]|%[0-9A-Fa-f]{2})*)*$/,
      "must be name=value, split by commas",
    )
    .optional(),
  OTEL_METRIC_EXPORT_INTERVAL: z.coerce.number().int().min(1_000, "must be 1000 or more").default(60_000),
  OTEL_SERVICE_NAME: z.string().default("crossdocket"),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1, "must be between 0 and 1").default(1),
});

/** Where each secret is found when the variable itself is not set; `NAME_FILE` may name another file. Null: only there. */
const secretFiles: Record<string, string | null> = {
  DATABASE_URL: null,
  DATABASE_REPLICA_URL: null,
  KEK: "kek",
  AUTH_SECRET: "auth-secret",
  SERVICE_TOKEN: "service-token",
  SMTP_URL: "smtp-url",
  IMAP_URL: "imap-url",
  SMS_TOKEN: "sms-token",
  CHECK_PROXY_URL: "check-proxy-url",
  OTEL_EXPORTER_OTLP_HEADERS: null,
  S3_ACCESS_KEY_ID: "s3-access-key-id",
  S3_SECRET_ACCESS_KEY: "s3-secret-access-key",
  SSO_CLIENT_SECRET: "sso-client-secret",
};

/** Settings that mean nothing without another one, and those that must not be together. */
const Complete = Environment.refine(isServedSafely, {
  path: ["APP_ORIGIN"],
  error: "must be https, unless it is this machine's own name",
})
  .refine(({ DEMO, APP_ORIGIN }) => !DEMO || isPlainHere(APP_ORIGIN), {
    path: ["DEMO"],
    error: "signs anyone in with one click, so it stands on this machine alone and not beside such an APP_ORIGIN",
  })
  .superRefine((given, context) => {
    const { TSA_URLS: time, ...rest } = given;
    const words = Object.entries(rest).filter((pair): pair is [string, string] => typeof pair[1] === "string");
    for (const { setting, host, why } of openWays({ ...Object.fromEntries(words), TSA_URLS: time?.join() })) {
      const message = `the way to ${host} is open: ${why}, or name the host in PLAIN_HOSTS`;
      context.addIssue({ code: "custom", path: [setting], message });
    }
  })
  .refine(({ OPEN_FILES, APP_ORIGIN }) => OPEN_FILES === "confined" || isThisMachine(new URL(APP_ORIGIN).hostname), {
    path: ["OPEN_FILES"],
    error: "may be node only where APP_ORIGIN is this machine's own name",
  })
  .refine(({ TSA_URLS, TSA_CA_FILE }) => !TSA_URLS || TSA_CA_FILE, {
    path: ["TSA_CA_FILE"],
    error: "is needed with TSA_URLS",
  })
  .refine(({ S3_BUCKET, S3_ACCESS_KEY_ID }) => !S3_BUCKET || S3_ACCESS_KEY_ID, {
    path: ["S3_ACCESS_KEY_ID"],
    error: "is missing beside S3_BUCKET",
  })
  .refine(({ S3_BUCKET, S3_SECRET_ACCESS_KEY }) => !S3_BUCKET || S3_SECRET_ACCESS_KEY, {
    path: ["S3_SECRET_ACCESS_KEY"],
    error: "is missing beside S3_BUCKET",
  })
  .refine(({ IMAP_URL, MAIL_IN_ADDRESS }) => !IMAP_URL || MAIL_IN_ADDRESS, {
    path: ["MAIL_IN_ADDRESS"],
    error: "is missing beside IMAP_URL",
  })
  .refine(({ SSO_ISSUER, SSO_CLIENT_ID }) => !SSO_ISSUER || SSO_CLIENT_ID, {
    path: ["SSO_CLIENT_ID"],
    error: "is missing beside SSO_ISSUER",
  })
  .refine(({ SSO_ISSUER, SSO_CLIENT_SECRET }) => !SSO_ISSUER || SSO_CLIENT_SECRET, {
    path: ["SSO_CLIENT_SECRET"],
    error: "is missing beside SSO_ISSUER",
  });

type Parsed = z.output<typeof Environment>;

/** `KEK` is the root: the first key, which secrets are derived from and which stays. `KEK_RING` wraps data keys. */
export type Env = Omit<Parsed, "KEK"> & { KEK: Buffer; KEK_RING: readonly [Kek, ...Kek[]] };

let kept: Env | undefined;

/** The environment, read once. Throws an Error that names each bad variable and never its value. */
export function env(): Env {
  if (!kept) {
    kept = parseEnvironment({ ...process.env, ...takeSecrets() });
    trustOnly(kept.TRUSTED_CA_FILE);
  }
  return kept;
}

/** Where the key of this process is stored. */
export const keyPlace = (): KeyPlace =>
  keyPlaceOf({
    dataDir: env().DATA_DIR,
    root: env().KEK_RING[0].id,
    KEK_FILE: process.env.KEK_FILE,
    KEK_PLACE: process.env.KEK_PLACE,
  });

/** What `env` does, for any record: blank values count as absent. */
export function parseEnvironment(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Complete.safeParse({ ...secretsFromFiles(given), ...given });
  if (parsed.success) return { ...parsed.data, KEK: parsed.data.KEK[0].key, KEK_RING: parsed.data.KEK };
  const messages = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${wordsFor(issue)}`);
  throw new Error(`The settings are not usable. ${messages.join("; ")}. See .env.example.`);
}

const takenOut = ["KEK", "SERVICE_TOKEN"] as const;
const shelfName = Symbol.for("crossdocket.secrets");

/**
 * Moves the keys out of the environment, which children inherit and crash reports print. A bundle holds this file more
 * than once, so what was taken is kept for the whole process.
 */
function takeSecrets(): Record<string, string> {
  const world = globalThis as { [shelfName]?: Record<string, string> };
  world[shelfName] ??= {};
  for (const name of takenOut) {
    const value = process.env[name];
    if (value) world[shelfName][name] = value;
    delete process.env[name];
  }
  return world[shelfName];
}

/** The ring as its file says now; null when it came by the environment, or cannot be read. */
export function readKekAgain(): readonly [Kek, ...Kek[]] | null {
  if (takeSecrets().KEK) return null;
  const text = readSecret(process.env.KEK_FILE || join(env().DATA_DIR, "secrets", "kek"));
  try {
    return text ? readRing(text) : null;
  } catch {
    return null;
  }
}

const wordsFor = (issue: z.core.$ZodIssue): string =>
  issue.code === "invalid_type" && issue.input === undefined ? "is missing" : issue.message;

function secretsFromFiles(given: Record<string, string | undefined>): Record<string, string> {
  const folder = join(given.DATA_DIR ?? ".data", "secrets");
  const found: Record<string, string> = {};
  for (const [name, file] of Object.entries(secretFiles)) {
    const path = given[`${name}_FILE`] ?? (file && join(folder, file));
    const value = given[name] || !path ? undefined : readSecret(path);
    if (value) found[name] = value;
  }
  return found;
}

function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}
