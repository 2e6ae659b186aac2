import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { hasCaseShapes } from "../../tests/support/case-shapes-place.mjs";
import { findChromium, onPath } from "../../tests/support/chromium.mjs";
import { findClamd } from "../../tests/support/clamd-place.mjs";
import { explain, stage, Trouble } from "./say.mjs";

const shell = "chromium-headless-shell";
const preflightJars = ["preflight", "pdfbox2", "xmpbox", "fontbox2"].map((name) => `/usr/share/java/${name}.jar`);
const isThere = (program) => () => Boolean(onPath(program));

/**
 * Tools that tests start or use to inspect our output: how to detect them, and the Debian packages that contain them.
 */
const tools = [
  { name: "pdftotext", isThere: isThere("pdftotext"), packages: ["poppler-utils"] },
  { name: "qpdf", isThere: isThere("qpdf"), packages: ["qpdf"] },
  { name: "openssl", isThere: isThere("openssl"), packages: ["openssl"] },
  { name: "bwrap", isThere: isThere("bwrap"), packages: ["bubblewrap"] },
  { name: "age", isThere: isThere("age"), packages: ["age"] },
  { name: "caddy", isThere: isThere("caddy"), packages: ["caddy"] },
  { name: "nginx", isThere: isThere("nginx"), packages: ["nginx-light"] },
  { name: "pgbouncer", isThere: isThere("pgbouncer"), packages: ["pgbouncer"] },
  { name: "dovecot", isThere: isThere("dovecot"), packages: ["dovecot-imapd"] },
  // Its server needs flask-cors, which Debian's package only suggests.
  { name: "moto_server", isThere: isThere("moto_server"), packages: ["python3-moto", "python3-flask-cors"] },
  { name: "python3", isThere: isThere("python3"), packages: ["python3-minimal"] },
  { name: "unzip", isThere: isThere("unzip"), packages: ["unzip"] },
  { name: "zbarimg", isThere: isThere("zbarimg"), packages: ["zbar-tools"] },
  { name: "LibreOffice Writer", isThere: hasWriter, packages: ["libreoffice-writer-nogui"] },
  { name: "clamd", isThere: () => Boolean(findClamd()), packages: ["clamav-daemon"] },
  { name: "jhove", isThere: isThere("jhove"), packages: ["jhove", "default-jre-headless"] },
  {
    name: "Apache Preflight",
    isThere: () => Boolean(onPath("java")) && preflightJars.every((path) => existsSync(path)),
    packages: [
      "libpdfbox2-java",
      "libcommons-io-java",
      "libjaxb-api-java",
      "libactivation-java",
      "default-jre-headless",
    ],
  },
];

/**
 * Chromium for the browser tests: the one without windows, installed when this is Debian and we are root, or any that is
 * here. Drawing windows that nobody sees is a tenth of a browser test.
 */
export async function ensureChromium() {
  if (!process.env.CHROMIUM_PATH && !onPath(shell) && mayInstall()) {
    await stage("Installing Chromium from Debian", () => install([shell])).catch(() => {});
  }
  const found = findChromium();
  if (found) return found;
  if (mayInstall()) await stage("Installing Chromium with its windows", () => install(["chromium"]));
  const installed = findChromium();
  if (installed) return installed;
  throw new Trouble(
    "The browser tests need Chromium, and none was found.",
    'run "npx playwright install --with-deps chromium", or set CHROMIUM_PATH to the Chromium or Chrome you have.',
  );
}

/**
 * Installs the tools that tests need if this is Debian and we are root, and returns what is still missing.
 * @returns {Promise<{ name: string, how: string }[]>}
 */
export async function ensureTestTools() {
  const missing = () => tools.filter((tool) => !tool.isThere());
  if (missing().length > 0 && mayInstall()) {
    const names = [...new Set(missing().flatMap((tool) => tool.packages))];
    await stage(`Installing ${names.join(", ")} from Debian`, () => install(names)).catch(explain);
  }
  return [
    ...missing().map(({ name, packages }) => ({ name, how: `Debian: apt-get install ${packages.join(" ")}` })),
    ...(hasCaseShapes ? [] : [{ name: "The shapes of CASE 1.4.0", how: "set CASE_SHAPES to the folder with them" }]),
    ...(process.getuid?.() === 0 ? [] : [{ name: "A file system of a test's own", how: "run as root" }]),
  ];
}

/** A C compiler, for the clock of `npm run test:days`: installed when this is Debian and we are root. */
export async function ensureCompiler() {
  if (onPath("cc") || !mayInstall()) return;
  await stage("Installing gcc from Debian", () => install(["gcc", "libc6-dev"]));
}

/** Where Debian put LibreOffice, its Writer may still be missing; elsewhere it comes whole. */
function hasWriter() {
  const parts = "/usr/lib/libreoffice/program";
  return Boolean(onPath("soffice")) && (!existsSync(parts) || existsSync(`${parts}/libswlo.so`));
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
    // A daemon that a package brings is for the tests to start, not for this machine.
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", SYSTEMD_OFFLINE: "1" };
    const done = spawnSync("apt-get", args, { env, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
    if (done.status === 0) continue;
    throw new Trouble(`apt-get ${args.join(" ")} failed:\n${done.stderr}`, `install ${packages.join(" ")} by hand.`);
  }
}
