import { type ChildProcess, execFileSync, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../errors.ts";
import { type FilterKind, seccompFilter, thisArchitecture } from "./seccomp.ts";

/** No `server-only`: the doctor imports it directly. */

/**
 * The resources of a child. Data is what is actually written. Addresses are what V8 and WebAssembly reserve: with fewer
 * than these it checks each access to memory by a comparison, and reading words takes half as long again.
 */
const LIMITS = ["--as=24000000000", "--data=1200000000", "--nofile=64", "--core=0"];
const HEAP_MB = 384;
/** A browser reserves more addresses than a machine has memory: what each of its processes writes is bounded. */
const BROWSER_LIMITS = ["--data=6000000000", "--nofile=512", "--core=0"];
/** What a browser may write, all of it in memory: the page, and a profile that ends with it. */
const SCRATCH_BYTES = 256 * 1024 * 1024;
/** A child inherits no variable: keys and addresses of ours are in some of them. */
const NOTHING = {} as NodeJS.ProcessEnv;
const CHILD_PACKAGES = [
  "sharp",
  "@hyzyla/pdfium",
  "pdf-lib",
  "file-type",
  "csv-parse",
  "saxes",
  "postal-mime",
  "tesseract.js-core",
  "@tesseract.js-data/eng",
  "@tesseract.js-data/afr",
];
/** A user of no other program, which only root can give to a child. */
const CHILD_USER = "812640001";
const PROBE_MS = 60_000;
/** A failed confinement check is repeated after this long: an administrator may have fixed it. */
const AGAIN_MS = 30_000;

/**
 * What confines the child that opens untrusted files. `bubblewrap`: separate namespaces that show only its code and
 * libraries, and a seccomp filter. `landlock`: the same view enforced by the kernel's Landlock, and the filter. `node`:
 * Node's permission model alone, only with `OPEN_FILES=node`. Null: nothing is opened.
 */
export type Way = "bubblewrap" | "landlock" | "node";
export type Confinement = {
  way: Way | null;
  /** The child runs as a user that is not ours; only root can give it one. */
  ownUser: boolean;
  /** Memory and processor are bounded. */
  limits: boolean;
  /** Why the ways of the system that were tried did not confine; empty when the first one did. */
  why: string[];
};

/** As pages and packets say it. */
const notOpenedSentence =
  "Not opened: this server cannot confine the program that opens files. The file is kept as it was received.";

/** Nothing on this machine confines a child, so the file was not opened. Tried again later, it may be. */
export class NotConfined extends AppError {
  constructor() {
    super("conflict", notOpenedSentence);
    this.name = "NotConfined";
  }
}

type Candidate = { way: Way; ownUser: boolean; wrap: (inner: Inner) => string[] };
/**
 * A command to confine, and the files and folders that it may read. `draws`: it starts a browser, which needs processes
 * of its own, `/proc`, `/dev` and an empty `/tmp` in memory, and still no socket.
 */
type Inner = { command: string[]; readable: readonly string[]; draws?: boolean };
type Found = { confinement: Confinement; wrap: (inner: Inner) => string[] };

let found: Promise<Found> | undefined;
let foundAt = 0;

/** Found by running a probe in each way, once; what failed is tried again later, and at once with `again`. */
export async function confinement({ again = false } = {}): Promise<Confinement> {
  return (await find(again)).confinement;
}

export type ConfinedChild = { script: string; argument: string; cpuSeconds: number };

/**
 * Starts a script, in the product always one of this folder, without our environment, network, files, processes or
 * user. Node's permission model is a second layer inside; native codecs need `--allow-addons`, through which a hostile
 * file could escape it.
 * @param way another than the first that confines, for tests. @throws NotConfined
 */
export async function spawnConfined({ script, argument, cpuSeconds }: ConfinedChild, way?: Way): Promise<ChildProcess> {
  const { confinement, wrap } = await findOther(way);
  const allowed = ["--permission", "--allow-addons", ...readFolders().map((path) => `--allow-fs-read=${path}/`)];
  const command = [...nodeCommand(), ...allowed, script, argument];
  const readable = script.startsWith(`${sandboxFolder()}/`) ? [] : [script];
  return start(confinement, wrap({ command, readable }), cpuSeconds);
}

/** What a browser reads besides what any child sees: its own folder, the libraries of the system, and fonts. */
export type BrowserView = { program: string; readable: readonly string[] };

/**
 * A script that starts a browser and draws one page. Only bubblewrap does it: Landlock hides neither processes nor the
 * network of the machine. @throws NotConfined
 */
export async function spawnDrawing(child: ConfinedChild, { program, readable }: BrowserView): Promise<ChildProcess> {
  const found = await find(false);
  if (found.confinement.way !== "bubblewrap") throw new NotConfined();
  const inner = { command: [...nodeCommand(), child.script, child.argument, program], readable, draws: true };
  return start(found.confinement, found.wrap(inner), child.cpuSeconds, "ignore", "browser");
}

/** Null when what starts a browser reads nothing of ours, makes no socket and writes into memory only; else what is wrong. */
export async function examineDrawing({ readable }: BrowserView): Promise<string | null> {
  const found = await find(false);
  if (found.confinement.way !== "bubblewrap") return "only bubblewrap confines a browser here";
  return probe((inner) => found.wrap({ ...inner, readable, draws: true }), "browser");
}

/** The shared libraries that a program needs, and each by the path that the loader of the system uses. */
export const librariesFor = (path: string): string[] => librariesOf([path]);

/** Any program in the same confinement, with what else it may read: how tests attack it. @throws NotConfined */
export async function spawnAlike(command: string[], readable: readonly string[], way?: Way): Promise<ChildProcess> {
  const { confinement, wrap } = await findOther(way);
  return start(confinement, wrap({ command, readable }), 20);
}

/** The folder of the children, as a plain path from the working directory: no bundler may move or rewrite them. */
export function sandboxFolder(): string {
  return realpathSync(join(/* turbopackIgnore: true */ process.cwd(), "lib/platform/sandbox"));
}

const hasGroups = process.platform !== "win32";

/**
 * Kills a confined child with everything it started. bubblewrap's own child waits for ever if its parent was killed in
 * the first millisecond, before it asked to die with it: so the whole process group is killed.
 */
export function killConfined(child: ChildProcess): void {
  // Once it has ended, its number may be somebody else's.
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (hasGroups && child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is gone already.
  }
  child.kill("SIGKILL");
}

/** Another way than the first that confines, for tests of it. */
async function findOther(way?: Way): Promise<Found> {
  const first = await find(false);
  const other =
    way && way !== first.confinement.way ? candidates().find((candidate) => candidate.way === way) : undefined;
  return other ? { confinement: { ...first.confinement, way: other.way }, wrap: other.wrap } : first;
}

/** Each way of the system that this machine has, and what is wrong with it; null when it confines. For tests. */
export async function examineWays(): Promise<{ way: Way; ownUser: boolean; wrong: string | null }[]> {
  const examined = candidates().map(async ({ way, ownUser, wrap }) => ({ way, ownUser, wrong: await probe(wrap) }));
  return Promise.all(examined);
}

async function find(again: boolean): Promise<Found> {
  const isOld = () => performance.now() - foundAt > AGAIN_MS;
  if (found && !again && ((await found).confinement.way !== null || !isOld())) return found;
  foundAt = performance.now();
  found = probeAll();
  return found;
}

async function probeAll(): Promise<Found> {
  const why: string[] = [];
  const limits = prlimit() !== null;
  for (const { way, ownUser, wrap } of candidates()) {
    const wrong = await probe(wrap);
    if (wrong === null) return { confinement: { way, ownUser, limits, why }, wrap };
    why.push(`${way}: ${wrong}`);
  }
  if (why.length === 0) why.push(whyNone());
  if (process.env.OPEN_FILES === "node") {
    const alone = await withoutNetwork();
    return { confinement: { way: "node", ownUser: false, limits, why }, wrap: ({ command }) => [...alone, ...command] };
  }
  return { confinement: { way: null, ownUser: false, limits, why }, wrap: refuse };
}

function refuse(): never {
  throw new NotConfined();
}

function whyNone(): string {
  if (process.platform !== "linux") return "only Linux can confine a program here";
  if (thisArchitecture() === null) return `there is no seccomp filter for ${process.arch}`;
  return "neither bwrap (package bubblewrap) nor setpriv (util-linux 2.40 or newer) is installed";
}

function candidates(): Candidate[] {
  if (process.platform !== "linux" || thisArchitecture() === null) return [];
  const isRoot = process.getuid?.() === 0;
  const bwrap = program("bwrap");
  const setpriv = program("setpriv");
  return [
    ...(bwrap && setpriv && isRoot
      ? [{ way: "bubblewrap" as const, ownUser: true, wrap: (inner: Inner) => asOtherUser(bwrap, setpriv, inner) }]
      : []),
    ...(bwrap
      ? [{ way: "bubblewrap" as const, ownUser: false, wrap: (inner: Inner) => inUserNamespace(bwrap, inner) }]
      : []),
    ...(setpriv
      ? [{ way: "landlock" as const, ownUser: isRoot, wrap: (inner: Inner) => byLandlock(setpriv, isRoot, inner) }]
      : []),
  ];
}

const otherUser = [
  `--reuid=${CHILD_USER}`,
  `--regid=${CHILD_USER}`,
  "--clear-groups",
  "--inh-caps=-all",
  "--bounding-set=-all",
];

/** Queried once: it takes as long as starting a child, and blocks everything meanwhile. */
let otherUserReads: string[] | undefined;

/** Root makes the namespaces without a user namespace, and gives the child a user that owns nothing. */
function asOtherUser(bwrap: string, setpriv: string, { command, readable, draws }: Inner): string[] {
  const namespaces = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"];
  const caps = [
    "--cap-drop",
    "ALL",
    ...["SETUID", "SETGID", "SETPCAP"].flatMap((name) => ["--cap-add", `CAP_${name}`]),
  ];
  otherUserReads ??= [setpriv, ...librariesOf([setpriv])];
  const view = boundView([...readable, ...otherUserReads]);
  return [
    bwrap,
    ...namespaces,
    ...caps,
    ...ALWAYS,
    ...scratch(draws),
    ...view,
    "--",
    setpriv,
    ...otherUser,
    ...command,
  ];
}

function inUserNamespace(bwrap: string, { command, readable, draws }: Inner): string[] {
  const names = ["--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL"];
  return [bwrap, ...names, ...ALWAYS, ...scratch(draws), ...boundView(readable), "--", ...command];
}

/** Its own processes, the plainest devices and a folder in memory, for a browser alone. */
function scratch(draws: boolean | undefined): string[] {
  if (!draws) return [];
  return ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--size", String(SCRATCH_BYTES), "--tmpfs", "/tmp"];
}

/** The filter comes on descriptor 3. No /proc, no /dev, no /tmp: nothing that opens files here needs them. */
const ALWAYS = ["--die-with-parent", "--new-session", "--clearenv", "--seccomp", "3"];

/** Folders on the way are made first: left to bwrap, only root could enter them. */
function boundView(more: readonly string[]): string[] {
  const paths = [...view(), ...more];
  const ways = new Set(paths.flatMap(ancestors));
  const made = [...ways].sort().flatMap((path) => ["--dir", path]);
  const bound = paths.flatMap((path) => ["--ro-bind", realpathSync(path), path]);
  return [...made, ...bound, "--remount-ro", "/", "--chdir", "/"];
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === "/" ? [] : [...ancestors(parent), parent];
}

function byLandlock(setpriv: string, isRoot: boolean, { command, readable }: Inner): string[] {
  // Node asks for the package of what it runs, and ends when that is there and cannot be read.
  const own = ["/dev/null", resolve("package.json")];
  const rules = [...view(), ...readable, ...own].flatMap((path) => [
    "--landlock-rule",
    `path-beneath:${isFolder(path) ? "read-file,read-dir" : "read-file,execute"}:${path}`,
  ]);
  const user = isRoot ? otherUser : [];
  const filter = ["--seccomp-filter", "/proc/self/fd/3"];
  return [
    setpriv,
    "--no-new-privs",
    "--pdeathsig=KILL",
    ...user,
    "--landlock-access=fs",
    ...rules,
    ...filter,
    ...command,
  ];
}

const isFolder = (path: string): boolean => statSync(path).isDirectory();

let seen: string[] | undefined;

/** All that a child sees: Node, the libraries that it and the codecs need, the codecs, and its own code. */
function view(): string[] {
  seen ??= [realpathSync(process.execPath), ...librariesOf([process.execPath, ...nativeFiles()]), ...readFolders()];
  return seen;
}

const nodeCommand = () => [
  realpathSync(process.execPath),
  // Its own OpenSSL configuration is where a child has no access, and it would abort over that.
  "--openssl-config=/dev/null",
  `--max-old-space-size=${HEAP_MB}`,
  "--no-warnings",
];

type Probed = { broken: string | null; environment: number; read: string[]; reached: string[]; did: string[] };

/** Null when a child that may run anything gets at nothing; else what it got, or why it did not start. */
async function probe(wrap: Candidate["wrap"], kind: FilterKind = "reader"): Promise<string | null> {
  try {
    const ask = kind === "browser" ? askOfBrowser() : askOfReader();
    const command = [...nodeCommand(), join(sandboxFolder(), "child-probe.mjs"), JSON.stringify(ask)];
    const child = start(UNPROVEN, wrap({ command, readable: [] }), 10, "pipe", kind);
    const timer = setTimeout(() => killConfined(child), PROBE_MS);
    const [message, complaint] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, "close")]);
    clearTimeout(timer);
    return message
      ? holesOf(JSON.parse(message) as Probed)
      : complaint.split("\n")[0]?.slice(0, 200) || "the probe did not run";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "the probe did not run";
  }
}

const askOfReader = () => ({
  secrets: secretPlaces(),
  parent: process.pid,
  folders: [tmpdir(), "/", "/dev/shm", sandboxFolder()],
  draws: false,
});

/** It may start programs, and write in its own memory; `/proc` and `/tmp` are not those of the machine. */
const askOfBrowser = () => ({
  secrets: secretPlaces().filter((path) => path !== "/proc" && path !== "/tmp"),
  parent: process.pid,
  folders: ["/", "/usr", sandboxFolder()],
  draws: true,
});

function holesOf({ broken, environment, read, reached, did }: Probed): string | null {
  if (broken) return `the codecs do not load: ${broken}`;
  const holes = [
    ...read.map((path) => `read ${path}`),
    ...reached,
    ...did,
    ...(environment > 0 ? ["environment"] : []),
  ];
  return holes.length > 0 ? `the probe got through: ${holes.join(", ")}` : null;
}

/** Where our keys, data and settings may be. The probe must be unable to read any of them. */
function secretPlaces(): string[] {
  const named = Object.entries(process.env).flatMap(([name, path]) => (name.endsWith("_FILE") && path ? [path] : []));
  const data = process.env.DATA_DIR ?? ".data";
  const ours = [data, join(data, "secrets"), "next.config.ts", ".env", ".git"].map((path) => resolve(path));
  return [...new Set([...ours, ...named, "/etc/passwd", "/run/secrets", "/run", "/tmp", "/proc", homedir()])];
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = "";
  if (stream) for await (const piece of stream) text += String(piece);
  return text;
}

const UNPROVEN: Confinement = { way: "bubblewrap", ownUser: false, limits: true, why: [] };

function start(
  { way }: Confinement,
  command: string[],
  cpuSeconds: number,
  errors: "pipe" | "ignore" = "ignore",
  kind: FilterKind = "reader",
) {
  const limiter = prlimit();
  const cpu = `--cpu=${cpuSeconds}:${cpuSeconds + 5}`;
  const limits = kind === "browser" ? BROWSER_LIMITS : LIMITS;
  const [first = "", ...args] = limiter ? [limiter, ...limits, cpu, ...command] : command;
  const filter = way === "node" ? null : openFilter(kind);
  try {
    const stdio = ["pipe", "pipe", errors, ...(filter === null ? [] : [filter])] satisfies StdioOptions;
    const options = { env: NOTHING, cwd: "/", stdio, windowsHide: true, detached: hasGroups };
    return spawn(/* turbopackIgnore: true */ first, args, options);
  } finally {
    if (filter !== null) closeSync(filter);
  }
}

const filterFiles = new Map<FilterKind, number>();

/** The filter in an unnamed file, reopened each time so that it is read from the start. */
function openFilter(kind: FilterKind): number {
  const file = filterFiles.get(kind) ?? keepFilter(kind);
  filterFiles.set(kind, file);
  return openSync(`/proc/self/fd/${file}`, "r");
}

function keepFilter(kind: FilterKind): number {
  const architecture = thisArchitecture();
  if (architecture === null) throw new NotConfined();
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-filter-"));
  try {
    const path = join(folder, "filter");
    writeFileSync(path, seccompFilter(architecture, kind), { mode: 0o600 });
    return openSync(path, "r");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const prlimit = () => (process.platform === "linux" ? program("prlimit") : null);

/** Only from system folders: PATH is not used. */
function program(name: string): string | null {
  return (
    ["/usr/bin", "/bin", "/usr/local/bin"].map((folder) => `${folder}/${name}`).find((path) => existsSync(path)) ?? null
  );
}

/** Where Node's model is all there is, the network is taken away if this machine lets us. */
async function withoutNetwork(): Promise<string[]> {
  const unshare = process.platform === "linux" ? program("unshare") : null;
  if (!unshare) return [];
  const ways = [
    [unshare, "-n"],
    [unshare, "-r", "-n"],
  ];
  return ways.find(([command = "", ...args]) => runs(command, [...args, "/bin/true"])) ?? [];
}

function runs(command: string, args: string[]): boolean {
  try {
    execFileSync(/* turbopackIgnore: true */ command, args, { env: NOTHING, stdio: "ignore", timeout: 5000 });
    return true;
  } catch {
    return false;
  }
}

/** The shared libraries that the system's loader finds for these programs, each by the path that it uses. */
function librariesOf(files: readonly string[]): string[] {
  const ldd = program("ldd");
  if (!ldd) throw new Error("ldd is not installed");
  const stdio: StdioOptions = ["ignore", "pipe", "ignore"];
  const message = execFileSync(/* turbopackIgnore: true */ ldd, [...files], { env: NOTHING, encoding: "utf8", stdio });
  const paths = [...message.matchAll(/^\s+(?:\S+ => )?(\/\S+) \(0x/gm)].map(([, path = ""]) => path);
  return [...new Set(paths)].filter((path) => !path.includes("/node_modules/"));
}

/** Codecs that are machine code; a WebAssembly module needs no library. */
function nativeFiles(): string[] {
  return packageFolders(CHILD_PACKAGES).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(node|so(\.\d+)*)$/.test(name))
      .map((name) => join(folder, name)),
  );
}

let folders: string[] | undefined;

function readFolders(): string[] {
  folders ??= [sandboxFolder(), ...packageFolders(CHILD_PACKAGES)];
  return folders;
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
