import "server-only";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ringText } from "@/lib/platform/crypto/key-ring-text";
import type { Env } from "@/lib/platform/env";
import { readRecipients } from "./rules";
import { BackupError, type KeyRing } from "./types";

export type BackupSettings = {
  folder: string;
  recipients: string[];
  keyRecipients: string[];
  keep: number | null;
  keyRing: KeyRing;
};

/** Who may open backups, where they go, and the keys that go into the key ring. @throws BackupError no_recipients */
export function readSettings(settings: Env): BackupSettings {
  return {
    folder: settings.BACKUP_DIR ?? join(settings.DATA_DIR, "backups"),
    recipients: recipientsOf(settings.BACKUP_RECIPIENTS),
    keyRecipients: recipientsOf(settings.BACKUP_KEY_RECIPIENTS),
    keep: settings.BACKUP_KEEP ?? null,
    keyRing: keyRingOf(settings),
  };
}

function recipientsOf(setting: string | undefined): string[] {
  if (!setting) return [];
  if (setting.trim().startsWith("age1")) return readRecipients(setting);
  if (!existsSync(setting)) throw new BackupError("no_recipients", `There is no file of recipients at ${setting}.`);
  return readRecipients(readFileSync(setting, "utf8"));
}

/** Every key in DATA_DIR/secrets but the passwords of a database that a new installation makes again. */
function keyRingOf({ DATA_DIR, KEK_RING, AUTH_SECRET, SERVICE_TOKEN }: Env): KeyRing {
  const folder = join(DATA_DIR, "secrets");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const kept = names.filter((name) => /^[a-z0-9][a-z0-9-]*$/.test(name) && !/^(postgres-|demo-setup$)/.test(name));
  const found = kept.map((name) => [name, readFileSync(join(folder, name), "utf8").trim()] as const);
  const given = {
    kek: ringText(KEK_RING),
    "auth-secret": AUTH_SECRET,
    "service-token": SERVICE_TOKEN.toString("base64url"),
  };
  return { ...Object.fromEntries(found.filter(([, value]) => value !== "")), ...given };
}
