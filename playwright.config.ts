import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defineConfig, devices } from "@playwright/test";
import { anyPort } from "./bin/support/ports.mjs";
import { chromiumArgs, findChromium, onPath } from "./tests/support/chromium.mjs";

// This file is read again in each worker: what the first reading chose is handed on in the environment.
process.env.TZ = "Asia/Kathmandu";
const world = once("E2E_FOLDER", () => mkdtempSync(join(tmpdir(), "crossdocket-e2e-")));
chmodSync(world, 0o711);
const ports = await freePorts(7);
const demoPort = once("E2E_DEMO_PORT", () => String(ports[0]));
const plainPort = once("E2E_PLAIN_PORT", () => String(ports[1]));

/** Nothing listens there until tests/e2e/telemetry.spec.ts does. */
const otelPort = once("E2E_OTEL_PORT", () => String(ports[4]));
const measure = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${otelPort}`, OTEL_METRIC_EXPORT_INTERVAL: "1000" };

const timePort = once("E2E_TIME_PORT", () => String(ports[2]));
const timeRoot = join(world, "time-authority.pem");

/**
 * Where pages, and where the browser itself, are sent with all that is not on this machine: it is written down, and goes
 * no further.
 */
const pagesPort = once("E2E_PAGES_PORT", () => String(ports[3]));
const browserPort = once("E2E_BROWSER_PORT", () => String(ports[6]));
const files = [join(world, "asked-by-pages"), join(world, "asked-by-browser")];
const silence = {
  name: "silence",
  command: `node tests/support/serve-silence.mjs ${pagesPort} ${files[0]} ${browserPort} ${files[1]}`,
  port: Number(pagesPort),
  reuseExistingServer: false,
} as const;
const here = ["localhost", "127.0.0.1", "[::1]"];
const ofBrowser = [`--proxy-server=http://127.0.0.1:${browserPort}`, `--proxy-bypass-list=${here.join(";")}`];
const ofPages = { server: `http://127.0.0.1:${pagesPort}`, bypass: here.join(",") };

/** A real time authority for the demonstration's server, where this machine has openssl. */
const time = onPath("openssl")
  ? [
      {
        name: "time",
        command: `node --import tsx tests/support/serve-time-authority.ts ${timePort} ${timeRoot}`,
        port: Number(timePort),
        reuseExistingServer: false,
        gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
      } as const,
    ]
  : [];
const askTime: Record<string, string> =
  time.length > 0 ? { TSA_URLS: `http://127.0.0.1:${timePort}/`, TSA_CA_FILE: timeRoot } : {};

const ssoPort = once("E2E_SSO_PORT", () => String(ports[5]));
const ssoBack = `http://localhost:${demoPort}/api/auth/callback/organisation`;

/** A real sign-in service for the demonstration's server. */
const sso = {
  name: "sso",
  command: `node --import tsx tests/support/serve-sign-in-service.ts ${ssoPort} ${ssoBack}`,
  port: Number(ssoPort),
  reuseExistingServer: false,
  gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
} as const;
const askSso: Record<string, string> = {
  SSO_ISSUER: `http://127.0.0.1:${ssoPort}`,
  SSO_CLIENT_ID: "crossdocket",
  SSO_CLIENT_SECRET: "a secret of thirty-two characters",
  SSO_LABEL: "Kestrel account",
};

/** Mails come in by the pipe. */
const mailIn = { MAIL_IN_ADDRESS: "inbox@post.example", MAIL_IN_AUTHSERV: "mx.post.example" };

const recorder = pathToFileURL(resolve("tests/support/record-server.mjs")).href;

/** The built product itself, started as a person would, on data of its own. */
function serve(kind: "demo" | "plain", port: string) {
  return {
    name: kind,
    command: `node bin/start.mjs${kind === "demo" ? " --demo" : ""}`,
    url: `http://localhost:${port}/api/health`,
    env: {
      ...{ ...noSettings, DATA_DIR: join(world, kind), PORT: port, LOG_LEVEL: "warn", TZ: "UTC", OPEN_FILES: "node" },
      // Nobody sits at a terminal, and what is kept here is made up.
      KEK_BESIDE_DATA: "i-accept-the-risk",
      // Each process warms up by itself, which is most of the time of a test.
      WEB_PROCESSES: "1",
      ...(kind === "demo" ? { ...askTime, ...askSso, ...measure, ...mailIn } : {}),
      ...{ E2E_RECORD: join(world, `${kind}-record`), NODE_OPTIONS: `--import ${recorder}` },
    },
    stdout: "pipe",
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  } as const;
}

/** A developer's own settings and .env must not lead the tests to a real database. */
const noSettings = Object.fromEntries(
  ["DATABASE_URL", "DATABASE_OWNER_URL", "APP_ORIGIN", "LISTEN_ADDRESS", "KEK", "KEK_FILE", "AUTH_SECRET"]
    .concat(["AUTH_SECRET_FILE", "SERVICE_TOKEN", "SERVICE_TOKEN_FILE", "DEMO", "NODE_ENV"])
    .map((name) => [name, ""]),
);

/**
 * Specs that make an organisation or a case of their own and look at nothing else, or have a server of their own: as many
 * of them as take half of the time. `plantTeam` gives a story an organisation.
 */
const own = [
  "accessible",
  "afrikaans",
  "api",
  "approval",
  "client-page",
  "cross-tenant",
  "enquiry",
  "first-run",
  "fitted",
  "forms",
  "inert",
  "letters",
  "long-lists",
  "mail-in",
  "malicious-administrator",
  "offline",
  "own-fields",
  "partner",
  "passkeys",
  "phished-caseworker",
  "safety",
  "sign-in",
  "story",
  "takedowns",
  "two-of-each",
  "wrong-hands",
].map((name) => `**/${name}.spec.ts`);
const faults = "**/faults.spec.ts";

const lane = (name: string) => ({ name, workers: 1, use: { ...devices["Desktop Chrome"], channel: undefined } });

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  retries: 0,
  workers: 2,
  timeout: 120_000,
  // How fast it is, is measured in the bench: a busy machine is no fault of what is tested.
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [["list"], ...(process.env.E2E_REPORT ? [["json", { outputFile: process.env.E2E_REPORT }] as const] : [])],
  use: {
    baseURL: `http://localhost:${demoPort}`,
    locale: "en-ZA",
    actionTimeout: 30_000,
    timezoneId: "Africa/Johannesburg",
    // Recording every step costs a third of the time: E2E_TRACE=1 where one is looked for.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findChromium(), args: [...chromiumArgs, ...ofBrowser] },
    proxy: ofPages,
  },
  // Two lanes beside each other, in each one file after the other; what stops the database waits for both.
  projects: [
    { ...lane("own"), testMatch: own },
    { ...lane("demo"), testIgnore: [...own, faults], teardown: "left behind" },
    { ...lane("faults"), testMatch: faults, dependencies: ["own", "demo"] },
    // Behind all of them, while the servers still run.
    { name: "left behind", testMatch: "left-behind.check.ts" },
  ],
  webServer: [silence, ...time, sso, serve("demo", demoPort), serve("plain", plainPort)],
});

function once(name: string, choose: () => string): string {
  const value = process.env[name] ?? choose();
  process.env[name] = value;
  return value;
}

async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) found.add(await anyPort());
  return [...found];
}
