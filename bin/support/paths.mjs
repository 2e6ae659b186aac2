import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fits } from "./fitting-node.mjs";

export const root = resolve(fileURLToPath(import.meta.url), "../../..");

export const inRoot = (...parts) => join(root, ...parts);

/** In an image: packages and build are there, and the Node that runs this is 24. Nothing is installed, fetched or built. */
export const isImage = process.env.CROSSDOCKET_INSTALLED === "1";

const packaged = inRoot("node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** The Node that runs everything: this one where it fits, and the one of the package otherwise. */
export const node24 = isImage || isPackaged() || fits(process, packagedVersion()) ? process.execPath : packaged;

function isPackaged() {
  try {
    return realpathSync(process.execPath) === realpathSync(packaged);
  } catch {
    return false;
  }
}

function packagedVersion() {
  return JSON.parse(readFileSync(inRoot("package.json"), "utf8")).optionalDependencies.node;
}

/** The data folder: `DATA_DIR`, or `.data`; the demonstration has its own, so that it never touches real cases. */
export const dataFolder = (demo = false) =>
  process.env.DATA_DIR ? resolve(root, process.env.DATA_DIR) : inRoot(demo ? ".data/demo" : ".data");

export const has = (...parts) => existsSync(inRoot(...parts));
