import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { findChromium, onPath } from "../../tests/support/chromium.mjs";
import { stage, Trouble } from "./say.mjs";

const others = [
  { program: "pdftotext", package: "poppler-utils" },
  { program: "qpdf", package: "qpdf" },
  { program: "openssl", package: "openssl" },
  { program: "bwrap", package: "bubblewrap" },
  { program: "age", package: "age" },
  { program: "caddy", package: "caddy" },
  { program: "nginx", package: "nginx-light" },
  // Its server needs flask-cors, which Debian's package only suggests.
  { program: "moto_server", package: "python3-moto", with: ["python3-flask-cors"] },
];

/** Chromium for the browser tests: found, or installed when this is Debian and we are root. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (mayInstall()) await stage("Installing Chromium from Debian", () => install(["chromium"]));
  const installed = findChromium();
  if (installed) return installed;
  throw new Trouble(
    "The browser tests need Chromium, and none was found.",
    'run "npx playwright install --with-deps chromium", or set CHROMIUM_PATH to the Chromium or Chrome you have.',
  );
}

/** The programs that tests start or that look into finished PDFs. Returns those that are still missing. */
export async function ensureTestTools() {
  const missing = () => others.filter(({ program }) => !onPath(program));
  if (missing().length > 0 && mayInstall()) {
    const names = missing().flatMap((tool) => [tool.package, ...(tool.with ?? [])]);
    await stage(`Installing ${names.join(", ")} from Debian`, () => install(names)).catch(() => {});
  }
  return missing().map((tool) => tool.program);
}

function mayInstall() {
  return process.getuid?.() === 0 && /^ID="?debian"?$/m.test(osRelease()) && Boolean(onPath("apt-get"));
}

function osRelease() {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}

function install(packages) {
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const done = spawnSync("apt-get", args, { env, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
    if (done.status === 0) continue;
    throw new Trouble(`apt-get ${args.join(" ")} failed:\n${done.stderr}`, `install ${packages.join(" ")} by hand.`);
  }
}
