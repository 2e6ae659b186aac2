import "server-only";
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { type BrowserView, confinement, examineDrawing, librariesFor } from "./confinement";

/** Where Linux keeps Chromium itself: what is in PATH is often a script, which starts it with settings of its own. */
const usual = [
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/lib/chromium/chromium",
  "/usr/lib64/chromium-browser/headless_shell",
  "/usr/lib64/chromium-browser/chromium-browser",
  "/opt/google/chrome/chrome",
];
const fonts = [
  "/etc/fonts",
  "/usr/share/fontconfig",
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  "/var/cache/fontconfig",
];

/** Why no picture of a saved page is drawn here. */
export type NoBrowser = "none" | "not_confined";

type Found = { browser: BrowserView | null; why: NoBrowser | null };

let found: Promise<Found> | undefined;

/** The Chromium that draws saved pages, proven to be confined; else why there is none. Looked for once in each process. */
export async function findBrowser(): Promise<Found> {
  found ??= look();
  return found;
}

async function look(): Promise<Found> {
  const program = [process.env.CHROMIUM_PATH, ...usual, ...ofPlaywright()].find((path) => path && isProgram(path));
  if (!program) return { browser: null, why: "none" };
  if ((await confinement()).way !== "bubblewrap") return { browser: null, why: "not_confined" };
  const own = realpathSync(program);
  const readable = [dirname(own), ...librariesFor(own), ...fonts.filter((path) => existsSync(path))];
  const browser = { program: own, readable };
  return (await examineDrawing(browser)) === null ? { browser, why: null } : { browser: null, why: "not_confined" };
}

/** Machine code for Linux begins so. */
const ELF = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);

function isProgram(path: string): boolean {
  if (process.platform !== "linux" || !existsSync(path)) return false;
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(4);
    readSync(file, head, 0, 4, 0);
    return head.equals(ELF);
  } finally {
    closeSync(file);
  }
}

/** Whatever version the cache of Playwright holds, on the computer of a developer: the newest first. */
function ofPlaywright(): string[] {
  const cache = join(homedir(), ".cache/ms-playwright");
  if (!existsSync(cache)) return [];
  const names = readdirSync(cache).filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name));
  const inside = ["chrome-linux/headless_shell", "chrome-linux/chrome", "chrome-linux64/chrome"];
  return names
    .sort()
    .reverse()
    .flatMap((name) => inside.map((path) => join(cache, name, path)));
}
