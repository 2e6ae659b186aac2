import "server-only";
import { existsSync, readdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { t } from "@/lib/platform/language/translate";
import { confinement } from "@/lib/platform/sandbox/confinement";
import type { Finding, World } from "../types";

const gigabyte = 1024 ** 3;

type Known = Pick<World, "settings" | "dataDir">;

export function examineRoom({ dataDir }: Pick<World, "dataDir">): Finding[] {
  if (!existsSync(dataDir)) return [["unknown", t("There is no data folder yet"), t("“npm start” makes it."), dataDir]];
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor(((bavail * bsize) / gigabyte) * 10) / 10;
  return free > 2
    ? [["ok", t("{free} GB are free where the data lies", { free }), undefined, dataDir]]
    : [
        [
          "look",
          t("Only {free} GB are free where the data lies", { free }),
          t("Make room: evidence is refused when the disk is full."),
          dataDir,
        ],
      ];
}

/** Where encrypted files are, and whether any is in the wrong place. */
export function examineStorage({ settings, dataDir }: Known): Finding[] {
  const folder = join(dataDir, "files");
  const bucket = settings.S3_BUCKET;
  const found: Finding = bucket
    ? ["ok", t("Encrypted files are kept in a bucket"), undefined, bucket]
    : ["ok", t("Encrypted files are kept in the data folder"), undefined, folder];
  const plain = filesBelow(join(folder, "evidence")) + filesBelow(join(folder, "packets"));
  const left = bucket ? filesBelow(join(folder, "sealed")) : 0;
  const warnings: Finding[] = [];
  if (plain > 0)
    warnings.push([
      "look",
      t("{plain, plural, one {# file} other {# files}} of an earlier release still lie plain", { plain }),
      t("The worker seals them after a start; one that stays is damaged or no record names it."),
      folder,
    ]);
  if (left > 0)
    warnings.push([
      "look",
      t("{left, plural, one {# encrypted file lies} other {# encrypted files lie}} where nobody looks for them", {
        left,
      }),
      t("Copy what is in that folder into the bucket under the same keys."),
      join(folder, "sealed"),
    ]);
  return [found, ...warnings];
}

function filesBelow(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

/** What confines the child process that opens untrusted files, found by running a probe as this user. */
export async function examineSandbox(find = confinement): Promise<Finding[]> {
  const { way, ownUser, limits, why } = await find();
  const tried = why.length > 0 ? why.join("; ") : undefined;
  if (way === null)
    return [
      [
        "fix",
        t("Nothing confines the program that opens files, so none is opened"),
        t("Install bubblewrap, or util-linux 2.40 or newer on a kernel with Landlock; docs/OPERATIONS.md says more."),
        tried ?? "",
      ],
    ];
  if (way === "node")
    return [
      [
        "look",
        t("Files are opened with Node's permission model alone (OPEN_FILES=node)"),
        t("Leave OPEN_FILES out, and install bubblewrap on Linux, before files of strangers come in."),
        tried ?? "",
      ],
    ];
  const by = way === "bubblewrap" ? "bubblewrap" : "Landlock";
  const bounds: Finding[] = limits
    ? []
    : [["look", t("Memory and processor of that child are not bounded"), t("Install util-linux.")]];
  const what = ownUser
    ? t("Files are opened in a child that {by} confines, as a user of its own: no network, no files, no keys", { by })
    : t("Files are opened in a child that {by} confines, as the user of the server: no network, no files, no keys", {
        by,
      });
  return [["ok", what, undefined, tried ?? ""], ...bounds];
}
