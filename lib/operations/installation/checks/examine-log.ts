import "server-only";
import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import type { Finding, World } from "../types";

/** The worker anchors after at most 45 minutes, and checks every five. */
const lateAfter = 65 * 60 * 1000;
const tailBytes = 256 * 1024;

type Known = Pick<World, "settings" | "dataDir">;

const anchorsFile = ({ settings, dataDir }: Known): string =>
  join(settings.AUDIT_ANCHORS_DIR || join(dataDir, "anchors"), "anchors.jsonl");

/** Whether the log is anchored outside the database, and whether the newest anchors agree with it. Walks nothing. */
export function examineLog({ organisations, now, ...known }: Known & Pick<World, "organisations" | "now">): Finding[] {
  const file = anchorsFile(known);
  const advice = t("Run “npm run audit:verify”: it walks the whole log.");
  if (!organisations)
    return [
      ["unknown", t("The log cannot be read: the database does not answer"), t("See what is said of the database.")],
    ];
  if (organisations.length === 0) return [["ok", t("There is no log yet")]];
  const logs = organisations.map(({ log }) => log);
  if (logs.some(({ agrees }) => !agrees)) return [["fix", t("The log is not what was anchored"), advice, file]];
  if (logs.some(({ missing }) => missing)) return [["fix", t("Anchors of the log are missing"), advice, file]];
  if (logs.some(({ since }) => since && now.getTime() - since.getTime() > lateAfter))
    return [
      [
        "fix",
        t("The log has entries that were not anchored for over an hour"),
        t("See whether the worker runs."),
        file,
      ],
    ];
  if (logs.some(({ head, anchored }) => head > 0 && anchored === null))
    return [["look", t("The log is not anchored yet"), t("The worker does it within some minutes."), file]];
  return [["ok", t("The log is anchored outside the database, and agrees with the newest anchors"), undefined, file]];
}

/**
 * Whether a copy of the log's end automatically leaves this machine. Anything stored here can be removed by whoever
 * controls the machine, who can then rewrite the log.
 */
export function examineCopies({ settings, dataDir }: Known): Finding[] {
  const mail = settings.SMTP_URL || settings.SMTP_URL_FILE || existsSync(join(dataDir, "secrets", "smtp-url"));
  const found: Finding[] = [];
  if (mail) found.push(["ok", t("Where the log ends goes to administrators by mail, once a day")]);
  if (settings.S3_BUCKET) found.push(["ok", t("Where the log ends goes into the bucket")]);
  if (settings.TSA_URLS) found.push(["ok", t("Where the log ends goes as a hash to the time authorities")]);
  if (found.length > 0) return found;
  return [
    [
      "missing",
      t("No copy of where the log ends leaves this machine: whoever controls it could write log and anchors anew"),
      t("Set SMTP_URL, S3_BUCKET or TSA_URLS, or carry the file of anchors away now and then."),
    ],
  ];
}

const Line = z.object({ organisation: z.string(), seq: z.number().int(), hash: z.string() });
export type NewestAnchor = z.output<typeof Line>;

/** The newest anchor of each organisation near the end of the file; older ones are the business of audit:verify. */
export function newestAnchors(known: Known): Map<string, NewestAnchor> {
  const newest = new Map<string, NewestAnchor>();
  for (const line of readTail(anchorsFile(known)).split("\n")) {
    const read = Line.safeParse(jsonOf(line));
    if (read.success && read.data.seq >= (newest.get(read.data.organisation)?.seq ?? 0))
      newest.set(read.data.organisation, read.data);
  }
  return newest;
}

/** The first line may be cut by where the reading begins. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function readTail(file: string): string {
  if (!existsSync(file)) return "";
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString("utf8");
  } finally {
    closeSync(handle);
  }
}
