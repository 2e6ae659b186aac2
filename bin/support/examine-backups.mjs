import { readFileSync } from "node:fs";
import { join } from "node:path";

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** When the last backup was made and the last drill held. Each finding is `[state, what, advice?]`. */
export function examineBackups(dataDir, now = new Date()) {
  const record = readRecord(dataDir);
  if (!record.madeAt) {
    const advice = 'set BACKUP_RECIPIENTS and run "npm run backup" every night; docs/OPERATIONS.md says how';
    return [["warn", "No backup was made yet", advice]];
  }
  return [...made(record, now), ...drilled(record, now)];
}

function made({ madeAt, missing = 0, withKeyRing }, now) {
  const age = now - new Date(madeAt);
  const what = `Last backup ${formatAge(age)} ago`;
  const found = age > 2 * day ? ["warn", what, 'run "npm run backup", and let it run every night'] : ["ok", what];
  const holes = [
    [missing > 0, `${missing} files that records name were not found for it`, 'run "npm run evidence:verify"'],
    [
      withKeyRing === false,
      "The key ring was not in it",
      "set BACKUP_KEY_RECIPIENTS: without it no backup can be read",
    ],
  ];
  return [found, ...holes.filter(([yes]) => yes).map(([, words, advice]) => ["warn", words, advice])];
}

function drilled({ drilledAt, drillHeld }, now) {
  const advice = 'run "npm run restore:verify" each month: a backup that was never restored is a hope';
  if (!drilledAt) return [["warn", "No backup was ever restored as a drill", advice]];
  const age = now - new Date(drilledAt);
  const what = `Last drill ${formatAge(age)} ago`;
  if (!drillHeld) return [["fail", `${what}, and it did not hold`, "make a backup, drill again, and read its report"]];
  return [age > 35 * day ? ["warn", what, advice] : ["ok", `${what}, and everything held`]];
}

/** @param {number} age milliseconds */
function formatAge(age) {
  const hours = Math.max(0, Math.floor(age / hour));
  if (hours < 48) return `${hours} ${hours === 1 ? "hour" : "hours"}`;
  return `${Math.floor(hours / 24)} days`;
}

function readRecord(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, "backup.json"), "utf8"));
  } catch {
    return {};
  }
}
