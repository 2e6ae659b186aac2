import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { keyPlaceOf } from "../../lib/platform/crypto/key-place.ts";
import { readRing } from "../../lib/platform/crypto/key-ring-text.ts";
import { isBesideAccepted } from "./keks.mjs";

const advice =
  'keep a copy of the key elsewhere, then "npm run keys -- seal" for a passphrase, or move it and set KEK_FILE';

/** How well the key is separated from the data that it protects. */
export function examineKey(dataDir, { demo }) {
  const path = process.env.KEK_FILE || join(dataDir, "secrets/kek");
  if (process.env.KEK || !existsSync(path)) return [];
  const place = keyPlaceOf({ dataDir, root: rootIn(path), KEK_FILE: process.env.KEK_FILE });
  if (place === "beside") return [beside(demo)];
  if (place !== "apart" || !existsSync(dataDir) || statSync(path).dev !== statSync(dataDir).dev) return [];
  return [
    ["warn", `The KEK in ${path} lies on the same disk as the data that it protects`, "put it on another medium"],
  ];
}

function beside(demo) {
  const what = "The KEK lies on the same disk as the data it protects: whoever takes that disk reads everything";
  if (demo) return ["warn", `${what}. Everything here is made up`, "never keep real cases in the demonstration"];
  if (isBesideAccepted()) return ["warn", `${what}. KEK_BESIDE_DATA accepts that`, advice];
  return ["fail", `${what}. The first client is refused until that is settled`, advice];
}

function rootIn(path) {
  try {
    return readRing(readFileSync(path, "utf8"))[0].id;
  } catch {
    return "";
  }
}
