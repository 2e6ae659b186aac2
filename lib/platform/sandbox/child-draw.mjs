/**
 * Runs in the confinement for a browser (see confinement.ts): no network, no socket, no file but its own code, the
 * browser and fonts, and a folder in memory. Reads a saved page (MHTML) from stdin, has Chromium draw it with scripts
 * off, answers with frames on stdout.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { openInput, sendFrame } from "./child-wire.mjs";

const WIDTH = 1280;
const HEIGHT = 900;
/** Of what is drawn: 12 million pixels are the most that is kept of any picture. */
const MOST_HEIGHT = 9000;
const LOAD_MS = 10_000;
/** Fonts and pictures of the archive are there at once; what is laid out late has this long. */
const SETTLE_MS = 400;

const request = JSON.parse(process.argv[2] ?? "{}");
const program = process.argv[3];
const send = (head, body) => sendFrame(process.stdout, head, body);
const input = openInput(process.stdin, request.size);
writeFileSync("/tmp/page.mhtml", await input.whole());

const browser = spawn(
  program,
  [
    "--headless",
    // Its own sandbox makes namespaces, which it may not do here: it is in one.
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--blink-settings=scriptEnabled=false",
    "--disable-features=Translate,MediaRouter,OptimizationHints,DialMediaRouteProvider",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
    "--user-data-dir=/tmp/profile",
    "--remote-debugging-pipe",
  ],
  { env: { HOME: "/tmp" }, stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
);

const waiting = new Map();
const heard = new Map();
let next = 0;
let held = [];
browser.stdio[4].on("data", (chunk) => {
  let rest = chunk;
  for (let at = rest.indexOf(0); at !== -1; at = rest.indexOf(0)) {
    const message = JSON.parse(Buffer.concat([...held, rest.subarray(0, at)]).toString("utf8"));
    held = [];
    rest = rest.subarray(at + 1);
    if (message.id) waiting.get(message.id)?.(message);
    else heard.get(message.method)?.();
    if (message.method === "Inspector.targetCrashed") process.exit(1);
  }
  held.push(rest);
});
const ended = new Promise((resolve) => browser.on("exit", resolve));
ended.then(() => process.exit(1));

function ask(method, params = {}, sessionId = undefined) {
  next += 1;
  const id = next;
  const answer = new Promise((resolve) => waiting.set(id, resolve));
  browser.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  return answer;
}
const once = (method) => new Promise((resolve) => heard.set(method, resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const { result: version } = await ask("Browser.getVersion");
const { result: made } = await ask("Target.createTarget", { url: "about:blank", width: WIDTH, height: HEIGHT });
const { result: attached } = await ask("Target.attachToTarget", { targetId: made.targetId, flatten: true });
const page = (method, params) => ask(method, params, attached.sessionId);
await page("Page.enable");
await page("Emulation.setScriptExecutionDisabled", { value: true });
await page("Emulation.setDeviceMetricsOverride", { width: WIDTH, height: HEIGHT, deviceScaleFactor: 1, mobile: false });
const loaded = once("Page.loadEventFired");
const went = await page("Page.navigate", { url: "file:///tmp/page.mhtml" });
await Promise.race([loaded, pause(LOAD_MS)]);
await pause(SETTLE_MS);
const metrics = await page("Page.getLayoutMetrics");
const whole = Math.max(1, Math.ceil(metrics.result?.cssContentSize?.height ?? HEIGHT));
const height = Math.min(whole, MOST_HEIGHT);
const clip = { x: 0, y: 0, width: WIDTH, height, scale: 1 };
const shot = await page("Page.captureScreenshot", { format: "png", captureBeyondViewport: true, clip });
const bytes = Buffer.from(shot.result?.data ?? "", "base64");
const wrong = went.result?.errorText || went.result?.isDownload || bytes.byteLength === 0;
await send(
  { drawn: { ok: !wrong, cut: whole > height, browser: String(version.product).slice(0, 60) } },
  wrong ? undefined : bytes,
);
await send({ done: true });
process.exit(0);
