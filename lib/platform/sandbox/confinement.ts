import "server-only";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** What a child may use. Address space is what V8 and WebAssembly reserve, data what is really written to. */
const LIMITS = ["--as=12000000000", "--data=1200000000", "--nofile=64", "--core=0"];
const HEAP_MB = 384;
/** A child inherits no variable: keys and addresses of ours are in some of them. */
const NOTHING = {} as NodeJS.ProcessEnv;
const CODEC_PACKAGES = ["sharp", "@hyzyla/pdfium", "file-type"];

/** What this machine can take away from a child besides files, environment, processes and threads. */
export type Confinement = { limits: boolean; network: boolean };

type Tools = { prefix: string[]; confinement: Confinement };
let tools: Tools | undefined;
let readable: string[] | undefined;

/** Found once. Where a tool is missing or forbidden (macOS, some containers) the child runs without that one limit. */
export function confinement(): Confinement {
  return findTools().confinement;
}

export type ConfinedChild = { script: string; argument: string; cpuSeconds: number };

/**
 * Starts a script of this folder without environment, files, processes or threads of ours: Node's permission model
 * lets it read its own folder and the codecs, `prlimit` bounds memory and CPU, `unshare` takes the network away.
 * Native codecs need `--allow-addons`, which a hostile file could use to leave Node's model: hence the other limits.
 */
export function spawnConfined({ script, argument, cpuSeconds }: ConfinedChild): ChildProcess {
  const { prefix } = findTools();
  const cpu = prefix.length > 0 && tools?.confinement.limits ? [`--cpu=${cpuSeconds}:${cpuSeconds + 5}`] : [];
  const [command = process.execPath, ...args] = [
    ...prefix.slice(0, 1),
    ...cpu,
    ...prefix.slice(1),
    process.execPath,
    "--permission",
    "--allow-addons",
    ...readablePaths().map((path) => `--allow-fs-read=${path}`),
    "--disable-wasm-trap-handler",
    `--max-old-space-size=${HEAP_MB}`,
    "--no-warnings",
    script,
    argument,
  ];
  return spawn(command, args, { env: NOTHING, stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
}

/** The folder of the children, as a plain path from the working directory: no bundler may move or rewrite them. */
export function sandboxFolder(): string {
  return realpathSync(join(/* turbopackIgnore: true */ process.cwd(), "lib/platform/sandbox"));
}

function findTools(): Tools {
  tools ??=
    process.platform === "linux" ? probeLinux() : { prefix: [], confinement: { limits: false, network: false } };
  return tools;
}

function probeLinux(): Tools {
  const prlimit = ["/usr/bin/prlimit", "/bin/prlimit"].find((path) => existsSync(path));
  const unshare = ["/usr/bin/unshare", "/bin/unshare"].find((path) => existsSync(path));
  const limits = prlimit ? [prlimit, ...LIMITS] : [];
  const alone = unshare
    ? [
        [unshare, "-n"],
        [unshare, "-r", "-n"],
      ].find(works)
    : undefined;
  const hasLimits = limits.length > 0 && works(limits);
  return {
    prefix: [...(hasLimits ? limits : []), ...(alone ?? [])],
    confinement: { limits: hasLimits, network: alone !== undefined },
  };
}

function works(prefix: string[]): boolean {
  const [command = "", ...args] = prefix;
  return (
    spawnSync(/* turbopackIgnore: true */ command, [...args, "/bin/true"], {
      env: NOTHING,
      stdio: "ignore",
      timeout: 5000,
    }).status === 0
  );
}

function readablePaths(): string[] {
  readable ??= [sandboxFolder(), ...packageFolders(CODEC_PACKAGES)].map((path) => `${path}/`);
  return readable;
}

/** The folders of packages and of all that they depend on, as installed at the top level. */
function packageFolders(names: readonly string[]): string[] {
  const root = join(/* turbopackIgnore: true */ process.cwd(), "node_modules");
  const found = new Map<string, string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const manifest = join(root, name, "package.json");
    if (found.has(name) || !existsSync(manifest)) continue;
    found.set(name, realpathSync(join(root, name)));
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
    queue.push(...Object.keys(dependencies), ...Object.keys(optionalDependencies));
  }
  return [...found.values()];
}

type Manifest = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> };
