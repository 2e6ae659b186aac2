import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import {
  deadlines,
  dueOn,
  isOverdue,
  knownFaultsFile,
  readKnown,
} from "../../lib/operations/installation/checks/known-faults.ts";
import { settingNames } from "./environment.mjs";
import { dataFolder, isImage, root } from "./paths.mjs";
import { Trouble } from "./say.mjs";

/** Asks once, notes what is known since when in the data folder, and prints it. Returns 1 when something is overdue. */
export async function askAdvisories({ demo }, now = new Date()) {
  if (isImage) throw new Trouble("An image has no npm.", 'run "npm run advisories" in a clone of the same release.');
  const dataDir = dataFolder(demo);
  const before = readKnown(dataDir);
  const found = await askRegistry();
  const sinceOf = new Map(before.known.map((fault) => [keyOf(fault), fault.since]));
  const known = found.map((fault) => ({ ...fault, since: sinceOf.get(keyOf(fault)) ?? now.toISOString() }));
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(knownFaultsFile(dataDir), `${JSON.stringify({ lookedAt: now.toISOString(), known }, null, 2)}\n`, {
    mode: 0o600,
  });
  for (const fault of known) console.log(describeFault(fault, now));
  console.log(known.length === 0 ? "No package that runs has a known fault." : `\n${known.length} to fix.`);
  if (known.length > 0)
    console.log("One that is exploited, or that a stranger can use without signing in: within 2 days.");
  return known.some((fault) => isOverdue(fault, now)) ? 1 : 0;
}

const keyOf = ({ name, id }) => `${name} ${id}`;

function describeFault(fault, now) {
  const due = dueOn(fault).toISOString().slice(0, 10);
  const by = isOverdue(fault, now) ? `OVERDUE since ${due}` : `to fix by ${due}`;
  return `${fault.name}: ${fault.severity}, ${fault.id}, ${by}`;
}

/** npm sends the names and versions of the lock file that run, and works out which of the answers concern them. */
async function askRegistry() {
  const output = await npmAudit();
  const report = parse(output);
  if (!report?.vulnerabilities) {
    throw new Trouble(
      `The registry gave no list of faults${whyNot(report)}.`,
      "check the connection to the npm registry, or ask from a machine that reaches one which keeps advisories.",
    );
  }
  const faults = Object.values(report.vulnerabilities).flatMap(({ name, via }) =>
    via.filter((fault) => typeof fault === "object").map((fault) => faultOf(name, fault)),
  );
  return [...new Map(faults.map((fault) => [keyOf(fault), fault])).values()];
}

/** A status, or a code such as `ECONNREFUSED`: what else npm repeats may be long, and is not ours. */
function whyNot(report) {
  const message = String(report?.statusCode ?? report?.error?.code ?? "");
  return /^\w{1,30}$/.test(message) ? ` (${message})` : "";
}

/**
 * The registry's output is shown in a terminal: only an id of the known form and our own severity word, no text of
 * theirs.
 */
function faultOf(name, { url, source, severity }) {
  const id = /GHSA(?:-[2-9a-z]{4}){3}/.exec(String(url))?.[0] ?? `number ${Number(source)}`;
  return { name, severity: severity in deadlines ? severity : "critical", id };
}

function npmAudit() {
  const script = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : undefined;
  const [program, first] = script ? [process.execPath, [script]] : ["npm", []];
  const args = [...first, "audit", "--json", "--audit=true", "--omit=dev", "--package-lock-only"];
  const stdio = ["ignore", "pipe", "pipe"];
  const options = { cwd: root, env: npmEnvironment(), stdio, shell: !script && process.platform === "win32" };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    let message = "";
    let complained = "";
    child.stdout.on("data", (piece) => (message += piece));
    child.stderr.on("data", (piece) => (complained += piece));
    child.once("error", () => reject(new Trouble("npm was not found.", "install Node.js with npm, then try again.")));
    child.once("close", () => resolve(message || complained));
  });
}

/** npm reads its own settings from the environment, such as the registry; it gets none of ours. */
function npmEnvironment() {
  const ours = new Set(settingNames());
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.has(name)));
}

function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
