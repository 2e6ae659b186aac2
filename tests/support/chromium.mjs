import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Chromium takes the last list that it is given, so Playwright's own comes first; a test compares it. */
const withoutFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  // What drops down below an address bar that nobody sees: two pages of Chromium's own in each window, half a second of
  // a processor.
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/** A browser that asks nobody for anything on its own account, and runs as root in a container. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-default-browser-check",
  "--disable-domain-reliability",
  // Its updater, its sign-in and what fills in forms ask all the same: they are sent to where nobody answers.
  "--component-updater=url-source=http://127.0.0.1:9/",
  "--gaia-url=http://127.0.0.1:9/",
  "--autofill-server-url=http://127.0.0.1:9/",
  `--disable-features=${withoutFeatures.join(",")}`,
];

/** First the one that is made for this: the same pages without windows, menus and an address bar that nobody sees. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env["PROGRAMFILES(X86)"]}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env.LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`,
];

/**
 * `CHROMIUM_PATH`, an installed Chromium, or one that Playwright downloaded.
 * @returns {string | undefined} the program's path
 */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...names.map(onPath), ...usualPlaces, ...ofPlaywright()].find(
    (path) => path && existsSync(path),
  );
}

/**
 * The same for what only a whole browser has, such as extensions.
 * @returns {string | undefined} the program's path
 */
export function findWholeChromium() {
  const whole = names.filter((name) => !name.includes("headless")).map(onPath);
  return [...whole, ...usualPlaces, ...ofPlaywright()].find((path) => path && existsSync(path));
}

/**
 * Where a program lies, by the folders of PATH.
 * @param {string} name
 * @returns {string | undefined}
 */
export function onPath(name) {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, `${name}${suffix}`)).find((path) => existsSync(path));
}

/** Whatever version its cache holds: the newest first. */
function ofPlaywright() {
  const caches = { linux: ".cache/ms-playwright", darwin: "Library/Caches/ms-playwright" };
  const usual =
    process.platform === "win32"
      ? join(process.env.LOCALAPPDATA ?? "", "ms-playwright")
      : join(homedir(), caches[process.platform] ?? ".cache/ms-playwright");
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || usual;
  if (!existsSync(cache)) return [];
  const inside = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ];
  const versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  return versions
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((version) => inside.map((path) => join(cache, version, path)));
}
