import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { trustOnly } from "../../lib/platform/network/trust-only.ts";
import { inRoot, node24 } from "./paths.mjs";

const systemNames =
  /^(HOME|USER|LOGNAME|SHELL|TERM|COLORTERM|FORCE_COLOR|NO_COLOR|CI|TMPDIR|TEMP|TMP|TZ|LANG|LC_.*|SystemRoot|APPDATA|LOCALAPPDATA|USERPROFILE|NODE_EXTRA_CA_CERTS|NEXT_TELEMETRY_DISABLED|CROSSDOCKET_DIST)$/i;

/** Only the launcher migrates and backs up: nothing that serves holds the address of the owner, or of who reads all. */
const launcherOnly = ["DATABASE_OWNER_URL", "DATABASE_BACKUP_URL"]
  .flatMap((name) => [name, `${name}_FILE`])
  .concat("KEK_PASSPHRASE_FILE");

/** What neither a build nor a check of the law has a use for. */
const keyNames = ["KEK", "KEK_FILE", "AUTH_SECRET", "AUTH_SECRET_FILE", "SERVICE_TOKEN", "SERVICE_TOKEN_FILE"];

/** The launcher itself needs these, so it also reads them from files. */
const addresses = ["DATABASE_URL", "DATABASE_REPLICA_URL", "DATABASE_OWNER_URL", "DATABASE_BACKUP_URL"];

/** Settings from `.env`, for those who want them there. The environment takes precedence. */
export function loadSettings() {
  const file = inRoot(".env");
  if (existsSync(file)) process.loadEnvFile(file);
  for (const name of addresses) {
    const path = process.env[`${name}_FILE`];
    if (path && !process.env[name]) process.env[name] = readFileSync(path, "utf8").trim();
  }
  trustOnly(process.env.TRUSTED_CA_FILE);
}

/** The variables a child process may see: the system's usual names, and the settings that `.env.example` lists. */
export function childEnvironment(extra) {
  const settings = settingNames().filter((name) => !launcherOnly.includes(name));
  const kept = Object.keys(process.env).filter((name) => systemNames.test(name) || settings.includes(name));
  const pairs = kept.map((name) => [name, process.env[name]]);
  const PATH = `${dirname(node24)}${delimiter}${process.env.PATH ?? ""}`;
  return { ...Object.fromEntries(pairs), PATH, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}

/** The same without our keys. */
export function keylessEnvironment(extra) {
  const kept = Object.entries(childEnvironment(extra)).filter(([name]) => !keyNames.includes(name));
  return Object.fromEntries(kept);
}

export const settingNames = () =>
  readFileSync(inRoot(".env.example"), "utf8")
    .split("\n")
    .map((line) => /^#?\s?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1])
    .filter((name) => name !== undefined);
