import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** In the page itself: leaving by three presses of Shift must not wait for a second answer over a slow line. */
export const script = readFileSync(join(process.cwd(), "app/p/_page/client-script.mjs"), "utf8");

/** By its hash, so that no other script runs. */
export const scriptHash = `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
