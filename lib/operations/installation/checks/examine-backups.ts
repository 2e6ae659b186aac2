import "server-only";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readRecipients } from "@/lib/operations/backups/rules";
import { t } from "@/lib/platform/language/translate";
import type { Finding, World } from "../types";
import { writeDay } from "../write-day";

const day = 24 * 60 * 60 * 1000;

type Known = Pick<World, "settings" | "dataDir" | "now">;
type BackupRecord = {
  madeAt?: string;
  missing?: number;
  withKeyRing?: boolean;
  drilledAt?: string;
  drillHeld?: boolean;
  /** When somebody showed that a secret key opens what is sealed for these public keys. */
  keysTestedAt?: string;
  keysTested?: string[];
};

/** Whether backups are sealed for somebody who has shown that they can open them. */
export function examineBackupKeys({ settings, dataDir }: Known): Finding[] {
  const advice = t(
    "“npm run backup -- --new-key FILE” makes a key and tries it on the spot; docs/OPERATIONS.md has the steps.",
  );
  const backups = recipientsOf(settings.BACKUP_RECIPIENTS);
  if (backups === null) return [["fix", t("BACKUP_RECIPIENTS holds something that is no public key"), advice]];
  if (backups.length === 0) return [["missing", t("No key opens backups: none can be made"), advice]];
  const rings = recipientsOf(settings.BACKUP_KEY_RECIPIENTS);
  if (rings === null) return [["fix", t("BACKUP_KEY_RECIPIENTS holds something that is no public key"), advice]];
  const { keysTested = [], keysTestedAt } = readRecord(dataDir);
  const untested = [...backups, ...rings].filter((key) => !keysTested.includes(key)).length;
  return [
    backups.length > 1
      ? ["ok", t("{count} keys open backups", { count: backups.length })]
      : ["look", t("One key alone opens backups: when it is lost, so are they"), t("Take two, in two places.")],
    rings.length > 0
      ? [
          "ok",
          t("{count, plural, one {# key opens} other {# keys open}} the key ring in backups", { count: rings.length }),
        ]
      : [
          "look",
          t("The key ring is in no backup"),
          t("Set BACKUP_KEY_RECIPIENTS: without the key ring no backup can be read."),
        ],
    untested === 0 && keysTestedAt
      ? ["ok", t("Every one of them was tried on {day}", { day: writeDay(new Date(keysTestedAt)) })]
      : [
          "look",
          t("{untested, plural, one {# of them was} other {# of them were}} never tried here", { untested }),
          t("“npm run backup -- --test-key FILE” seals a small backup and opens it with the secret key in FILE."),
        ],
  ];
}

function recipientsOf(setting: string | undefined): string[] | null {
  if (!setting) return [];
  try {
    return readRecipients(setting.trim().startsWith("age1") ? setting : readFileSync(setting, "utf8"));
  } catch {
    return null;
  }
}

/** When the last backup was made. */
export function examineBackups({ dataDir, now }: Known): Finding[] {
  const { madeAt, missing = 0, withKeyRing } = readRecord(dataDir);
  if (!madeAt)
    return [
      ["missing", t("No backup was made yet"), t("Let “npm run backup” run every night; docs/OPERATIONS.md says how.")],
    ];
  const at = new Date(madeAt);
  const what = t("The last backup is of {day}", { day: writeDay(at) });
  const found: Finding =
    now.getTime() - at.getTime() > 2 * day
      ? ["look", what, t("Run “npm run backup”, and let it run every night.")]
      : ["ok", what];
  const holes: Finding[] = [];
  if (missing > 0)
    holes.push([
      "look",
      t("{missing, plural, one {# file} other {# files}} that records name were not found for it", { missing }),
      t("Run “npm run evidence:verify”."),
    ]);
  if (withKeyRing === false)
    holes.push([
      "look",
      t("The key ring was not in it"),
      t("Set BACKUP_KEY_RECIPIENTS: without the key ring no backup can be read."),
    ]);
  return [found, ...holes];
}

/** When a backup was last restored as a drill. */
export function examineDrill({ dataDir, now }: Known): Finding[] {
  const { drilledAt, drillHeld } = readRecord(dataDir);
  const advice = t(
    "Run “npm run restore:verify” each month: nobody knows whether a backup that was never restored is good.",
  );
  if (!drilledAt) return [["missing", t("No backup was ever restored as a drill"), advice]];
  const at = new Date(drilledAt);
  if (!drillHeld)
    return [
      [
        "fix",
        t("The drill of {day} did not hold", { day: writeDay(at) }),
        t("Make a backup, drill again, and read its report."),
      ],
    ];
  const what = t("The last drill was on {day}, and everything held", { day: writeDay(at) });
  return [now.getTime() - at.getTime() > 35 * day ? ["look", what, advice] : ["ok", what]];
}

function readRecord(dataDir: string): BackupRecord {
  const file = join(dataDir, "backup.json");
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as BackupRecord) : {};
  } catch {
    return {};
  }
}
