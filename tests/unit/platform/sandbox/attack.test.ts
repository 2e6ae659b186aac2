import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examineWays, sandboxFolder, spawnAlike, spawnConfined, type Way } from "@/lib/platform/sandbox/confinement";
import { readFrames } from "@/lib/platform/sandbox/frames";
import { refusedCalls, seccompFilter } from "@/lib/platform/sandbox/seccomp";
import { scratchFolder } from "@/tests/support/files";

const compiler = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"].find((path) => existsSync(path));
const ways = await examineWays();
const names = [...new Set(ways.map(({ way }) => way))];
const missing = [
  ...(process.platform === "linux" ? [] : ["this is not Linux"]),
  ...(compiler ? [] : ["no C compiler"]),
  ...(names.includes("bubblewrap") ? [] : ["no bubblewrap"]),
];

const folder = await scratchFolder();
/** Apart: the child sees the folder of what it runs, empty but for that. */
const own = await scratchFolder();
const key = join(folder.path, "secrets-kek");
const socket = join(folder.path, "postgres.sock");
const program = join(own.path, "attack");
let reached = 0;
const servers: Server[] = [];

async function listen(at: number | string): Promise<number> {
  const server = createServer((to) => {
    reached += 1;
    to.destroy();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(at as number, resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

let words: string[];

beforeAll(async () => {
  if (!compiler) return;
  execFileSync(compiler, ["-O1", "-w", "-o", program, join(import.meta.dirname, "attack.c")]);
  await writeFile(key, "the key of every case", { mode: 0o600 });
  const port = await listen(0);
  await listen(socket);
  // Open to everybody, so that it is not the mode of a file that keeps the child out.
  await chmod(own.path, 0o755);
  await chmod(folder.path, 0o777);
  await chmod(key, 0o666);
  await chmod(socket, 0o777);
  words = [program, key, folder.path, String(process.pid), String(port), socket, folder.path];
});

afterAll(async () => {
  for (const server of servers) server.close();
  await folder.remove();
  await own.remove();
});

/** `name result` lines as a record. */
const resultsOf = (message: string) =>
  Object.fromEntries(
    message
      .trim()
      .split("\n")
      .map((line) => line.split(" ")),
  );

async function attack(way: Way): Promise<{ results: Record<string, string>; code: number | null }> {
  const child = await spawnAlike(words, [program], way);
  let message = "";
  child.stdout?.on("data", (piece) => {
    message += String(piece);
  });
  child.stdin?.end();
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { results: resultsOf(message), code };
}

describe.skipIf(!compiler || process.platform !== "linux")("machine code in the child", () => {
  test("gets at what it wants where nothing confines it: the attack is a real one", () => {
    const [first = "", ...rest] = words;
    const { stdout } = spawnSync(first, rest, { encoding: "utf8" });
    const got = resultsOf(stdout);
    for (const what of ["passwd", "folder", "environ", "write", "chmod", "kill", "pidfd", "fork", "memfd", "shm"])
      expect({ what, got: got[what] }).toEqual({ what, got: "ok" });
    expect(stdout).toContain("exec ok");
    expect(got.key).toBe("ok");
  });

  test.each(names)("is refused everything by %s", async (way) => {
    for (const name of ["written", "link"]) await rm(join(folder.path, name), { force: true });
    await writeFile(key, "the key of every case");
    await chmod(key, 0o666);
    const before = await stat(key);
    reached = 0;
    const { results, code } = await attack(way);
    expect(code).toBe(0);
    expect(Object.keys(results).length).toBe(36);
    const through = Object.entries(results).filter(([, result]) => !refusals.includes(result));
    expect(through).toEqual([]);
    expect(reached).toBe(0);
    expect(await readFile(key, "utf8")).toBe("the key of every case");
    expect((await stat(key)).mode).toBe(before.mode);
    expect(existsSync(join(folder.path, "written"))).toBe(false);
    // The filter itself, not the lack of a right: these work for anybody on an ordinary Linux.
    for (const what of ["tcp", "unix", "socketpair", "kill", "ptrace", "memfd", "shm", "fork"])
      expect({ what, result: results[what] }).toEqual({ what, result: "EPERM" });
    expect(results.io_uring).toBe("ENOSYS");
  });
});

test.each(names)("%s lets the child do its work", async (way) => {
  const bytes = await readFile("tests/fixtures/files/letter.pdf");
  const ask = { operation: "look", fromPage: 1, maxPages: 2, dpi: 72, pageMs: 20_000, size: bytes.byteLength };
  const child = await spawnConfined(
    { script: join(sandboxFolder(), "child.mjs"), argument: JSON.stringify(ask), cpuSeconds: 20 },
    way,
  );
  const pages: unknown[] = [];
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.stdin?.end(bytes);
  if (child.stdout) for await (const { head } of readFrames(child.stdout, 100_000_000)) pages.push(head);
  expect(await closed).toBe(0);
  expect(pages.filter((head) => (head as { page?: unknown }).page)).toHaveLength(2);
});

/** Not there, not allowed, not known: whatever says no. Nothing that says "wrong argument": that call got through. */
const refusals = ["ENOENT", "EACCES", "EPERM", "EROFS", "ENOSYS", "ESRCH"];

test("every way of the system that this machine has lets the probe at nothing", () => {
  expect(ways.filter(({ wrong }) => wrong !== null)).toEqual([]);
  if (process.platform === "linux" && existsSync("/usr/bin/bwrap")) expect(names).toContain("bubblewrap");
});

for (const lack of missing) test.skip(`part of this is not proven on this machine: ${lack}`, () => {});

describe("the filter of system calls", () => {
  /** Runs the program as the kernel does, over one `struct seccomp_data`. */
  function verdict(program: Buffer, machine: number, number: number, argument = 0): number {
    const data = Buffer.alloc(64);
    data.writeUInt32LE(number, 0);
    data.writeUInt32LE(machine, 4);
    data.writeUInt32LE(argument, 16);
    let held = 0;
    for (let at = 0; ; at += 1) {
      const code = program.readUInt16LE(at * 8);
      const value = program.readUInt32LE(at * 8 + 4);
      if (code === 0x20) held = data.readUInt32LE(value);
      else if (code === 0x06) return value;
      else {
        const holds = code === 0x15 ? held === value : code === 0x35 ? held >= value : (held & value) !== 0;
        at += program.readUInt8(at * 8 + (holds ? 2 : 3));
      }
    }
  }

  const allow = 0x7fff0000;
  const refuse = 0x00050001;
  const kill = 0x80000000;
  const machines = [
    {
      name: "x64",
      audit: 0xc000003e,
      other: 0x40000003,
      calls: { socket: 41, ptrace: 101, clone: 56, limit: 302 },
      read: 0,
    },
    {
      name: "arm64",
      audit: 0xc00000b7,
      other: 0x40000028,
      calls: { socket: 198, ptrace: 117, clone: 220, limit: 261 },
      read: 63,
    },
  ] as const;

  test.each(machines)("on $name", ({ name, audit, other, calls, read }) => {
    const program = seccompFilter(name);
    expect(verdict(program, audit, read)).toBe(allow);
    expect(verdict(program, audit, calls.socket, 1)).toBe(refuse);
    expect(verdict(program, audit, calls.ptrace)).toBe(refuse);
    expect(verdict(program, audit, calls.clone, 0x11)).toBe(refuse);
    expect(verdict(program, audit, calls.clone, 0x3d0f00)).toBe(allow);
    expect(verdict(program, audit, calls.limit, 0)).toBe(allow);
    expect(verdict(program, audit, calls.limit, 1)).toBe(refuse);
    expect(verdict(program, other, read)).toBe(kill);
    expect(verdict(program, audit, 435)).toBe(0x00050026);
    if (name === "x64") expect(verdict(program, audit, 0x40000000 + calls.socket)).toBe(kill);
  });

  const headers = [
    { name: "x64", path: "/usr/include/x86_64-linux-gnu/asm/unistd_64.h" },
    { name: "arm64", path: "/usr/include/asm-generic/unistd.h" },
  ] as const;

  test.each(headers)("has the kernel's own numbers for $name", async ({ name, path }) => {
    if (!existsSync(path)) return;
    const lines = (await readFile(path, "utf8")).matchAll(/^#define __NR(?:3264)?_(\w+) (\d+)$/gm);
    const numbers = new Map([...lines].map(([, call = "", number]) => [call, Number(number)]));
    const program = seccompFilter(name);
    const audit = name === "x64" ? 0xc000003e : 0xc00000b7;
    const listed = refusedCalls().filter((call) => numbers.has(call));
    expect(listed.length).toBeGreaterThan(85);
    for (const call of listed)
      expect({ call, lets: verdict(program, audit, numbers.get(call) ?? -1) === allow }).toEqual({ call, lets: false });
    const needed = ["read", "write", "openat", "mmap", "mprotect", "futex", "execve", "exit_group", "getrandom"];
    for (const call of needed)
      expect({ call, verdict: verdict(program, audit, numbers.get(call) ?? -1) }).toEqual({ call, verdict: allow });
  });
});
