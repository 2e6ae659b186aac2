import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inRoot, node24, root } from "./paths.mjs";
import { stage, Trouble, tail } from "./say.mjs";

/**
 * Installs the packages when `node_modules` is missing or differs from the lock file, and a Node where the one that runs
 * this does not do. The script of the package `node` fetches it, and none but that one is run.
 */
export async function ensureInstalled() {
  if (!isInstalled()) {
    const install = ["ci", "--include=dev", "--include=optional", "--ignore-scripts"];
    await stage("Installing packages (about a minute the first time)", () => npm(install));
  }
  if (!existsSync(node24)) await stage("Fetching Node 24", () => npm(["rebuild", "node", "--ignore-scripts=false"]));
  if (!existsSync(node24)) {
    throw new Trouble(
      "Node 24 was not installed: the install script of the package 'node' did not run.",
      'run "npm config set ignore-scripts false --location=project", then start again.',
    );
  }
}

/** npm notes what it installed in `node_modules/.package-lock.json`: that must be the versions of our lock file. */
function isInstalled() {
  const note = inRoot("node_modules/.package-lock.json");
  if (!existsSync(note)) return false;
  const wanted = packagesOf(inRoot("package-lock.json"));
  const found = packagesOf(note);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    if (!found[path]) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found[path].version === entry.version && found[path].integrity === entry.integrity;
  });
}

const packagesOf = (path) => JSON.parse(readFileSync(path, "utf8")).packages ?? {};

/** The output is shown only on failure: on Node 20 npm warns about each package that requires a newer one. */
function npm(args) {
  const script = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : undefined;
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const [program, first] = script ? [process.execPath, [script]] : ["npm", []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args, ...quiet], {
      cwd: root,
      env: Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(KEK|SERVICE_TOKEN|AUTH_SECRET)$/.test(name)),
      ),
      stdio: ["ignore", "pipe", "pipe"],
      shell: !script && process.platform === "win32",
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.once("error", () => reject(new Trouble("npm was not found.", "install Node.js with npm, then try again.")));
    child.once("exit", (code) => {
      if (code === 0) return resolve();
      const advice = "check the connection to the npm registry (a proxy?), then run the same command again.";
      reject(new Trouble(`npm ${args.join(" ")} failed:\n${tail(said)}`, advice));
    });
  });
}
