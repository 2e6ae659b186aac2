import "server-only";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { secretNames } from "@/db/embedded/secrets";
import { keyPlaceOf } from "@/lib/platform/crypto/key-place";
import { readRing } from "@/lib/platform/crypto/key-ring-text";
import { t } from "@/lib/platform/language/translate";
import type { Finding, World } from "../types";

type Known = Pick<World, "settings" | "dataDir" | "demo" | "keyGiven">;

/** How well the key is separated from the data that it protects. The key itself is never shown. */
export const examineKey = (known: Known): Finding[] => [...placeOf(known), ...sameUser(known)];

/** Anchors and records of the log are signed with a key derived from this one, which the database must not reach. */
function sameUser({ settings, dataDir }: Known): Finding[] {
  const cluster = statSync(join(dataDir, "postgres"), { throwIfNoEntry: false });
  const plain = !settings.KEK && existsSync(settings.KEK_FILE || join(dataDir, "secrets", "kek"));
  if (!plain || !cluster || process.platform === "win32" || cluster.uid !== process.getuid?.()) return [];
  return [
    [
      "look",
      t("Postgres runs as the user who owns the key: a superuser of the database could read it and sign anchors"),
      t("Start as root, which gives Postgres a user of its own, or seal the key with “npm run keys -- seal”."),
    ],
  ];
}

function placeOf({ settings, dataDir, demo, keyGiven }: Known): Finding[] {
  if (!settings.KEK && !settings.KEK_FILE && existsSync(join(dataDir, "secrets", "kek.sealed")))
    return [["ok", t("The key is sealed by a passphrase"), undefined, join(dataDir, "secrets", "kek.sealed")]];
  const path = settings.KEK_FILE || join(dataDir, "secrets", "kek");
  if (!existsSync(path))
    return keyGiven || settings.KEK
      ? [["ok", t("The key comes from outside the data folder")]]
      : [
          [
            "missing",
            t("There is no key of encryption yet"),
            t("The setup page of the first start asks for its passphrase."),
          ],
        ];
  const place = keyPlaceOf({ dataDir, root: rootIn(path), KEK_FILE: settings.KEK_FILE });
  if (place === "beside") return [beside(demo, settings.KEK_BESIDE_DATA === "i-accept-the-risk", path)];
  if (existsSync(dataDir) && statSync(path).dev === statSync(dataDir).dev)
    return [
      [
        "look",
        t("The key lies on the same disk as the data that it protects"),
        t("Put it on another medium, or seal it with “npm run keys -- seal”."),
        path,
      ],
    ];
  return [["ok", t("The key lies apart from the data that it protects"), undefined, path]];
}

function beside(demo: boolean, accepted: boolean, path: string): Finding {
  const advice = t(
    "Keep a copy of the key elsewhere, then “npm run keys -- seal” for a passphrase, or move it and set KEK_FILE.",
  );
  if (demo)
    return [
      "look",
      t("The key lies beside the data. Everything here is made up"),
      t("Never keep real cases in the demonstration."),
      path,
    ];
  if (accepted)
    return [
      "look",
      t("The key lies beside the data: whoever takes that disk reads everything. KEK_BESIDE_DATA accepts that"),
      advice,
      path,
    ];
  return [
    "fix",
    t(
      "The key lies beside the data: whoever takes that disk reads everything. The first client is refused until that is settled",
    ),
    advice,
    path,
  ];
}

function rootIn(path: string): string {
  try {
    return readRing(readFileSync(path, "utf8"))[0].id;
  } catch {
    return "";
  }
}

/** Secrets supplied by the operator, in addition to those that the first start generates. */
const given = [
  "kek.sealed",
  "smtp-url",
  "sms-token",
  "check-proxy-url",
  "s3-access-key-id",
  "s3-secret-access-key",
  "sso-client-secret",
  "demo-setup",
];

/** Who can read the files with keys. */
export function examineSecrets({ dataDir }: Pick<World, "dataDir">): Finding[] {
  const folder = join(dataDir, "secrets");
  if (!existsSync(folder)) return [["ok", t("No file with a key lies in the data folder")]];
  if (process.platform === "win32")
    return [["ok", t("The permissions of their folder protect the files with keys"), undefined, folder]];
  const names = readdirSync(folder).sort();
  const found = [privacyOf(folder, "secrets"), ...names.map((name) => privacyOf(join(folder, name), name))];
  const bad = found.filter((finding) => finding !== null);
  return bad.length > 0
    ? bad
    : [["ok", t("Only the user of the server can read the files with keys"), undefined, folder]];
}

function privacyOf(path: string, name: string): Finding | null {
  const file = lstatSync(path);
  if ((file.mode & 0o077) !== 0)
    return [
      "fix",
      t("Others can read {name}", { name }),
      t("Take their right away: “chmod {mode}”.", { mode: file.isDirectory() ? "700" : "600" }),
      path,
    ];
  if (file.uid !== process.getuid?.())
    return ["fix", t("{name} belongs to another user", { name }), t("Start as that user, or change its owner."), path];
  const known = name === "secrets" || given.includes(name) || (secretNames as readonly string[]).includes(name);
  return known ? null : ["look", t("{name} is not one of our files", { name }), t("Look what it is."), path];
}
