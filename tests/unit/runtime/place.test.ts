import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canEnter } from "@/db/embedded/identity";
import { findPlace } from "@/db/embedded/place";
import { clearStale, livePostmaster } from "@/db/embedded/postmaster";
import { scratchFolder } from "../../support/files";

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ path: folder, remove } = await scratchFolder());
  chmodSync(folder, 0o755);
});
afterAll(() => remove());

describe("where the database lies", () => {
  test("the socket's path fits, however long the data folder's is", () => {
    const long = join(folder, "a".repeat(120), "b b".repeat(40));
    const place = findPlace(long);
    expect(Buffer.byteLength(`${place.socketFolder}/.s.PGSQL.5432.lock`)).toBeLessThan(104);
    expect(findPlace(join(folder, "other")).socketFolder).not.toBe(place.socketFolder);
  });

  test("a stranger enters only where every folder above lets them through", () => {
    const inner = join(folder, "closed/inner");
    mkdirSync(inner, { recursive: true });
    expect(canEnter(inner, 59_999)).toBe(true);
    chmodSync(join(folder, "closed"), 0o700);
    expect(canEnter(inner, 59_999)).toBe(false);
  });
});

describe("what a killed server left", () => {
  test("a process id that another program has now is not taken for Postgres, and its file goes", async () => {
    const cluster = join(folder, "cluster");
    const sockets = join(folder, "sockets");
    for (const path of [cluster, sockets]) mkdirSync(path);
    const other = spawn("sleep", ["60"], { cwd: folder });
    try {
      writeFileSync(join(cluster, "postmaster.pid"), `${other.pid}\n${cluster}\n1\n5432\n${sockets}\n\n1 1\nready\n`);
      writeFileSync(join(sockets, ".s.PGSQL.5432.lock"), `${other.pid}\n`);
      expect(livePostmaster(cluster)).toBeUndefined();
      clearStale(cluster, sockets);
      expect(existsSync(join(cluster, "postmaster.pid"))).toBe(false);
      expect(existsSync(join(sockets, ".s.PGSQL.5432.lock"))).toBe(false);
    } finally {
      other.kill();
    }
  });

  test("a server that is alive is left alone", () => {
    const cluster = join(folder, "live");
    mkdirSync(cluster);
    const real = spawn("sleep", ["60"], { cwd: cluster });
    try {
      writeFileSync(join(cluster, "postmaster.pid"), `${real.pid}\n${cluster}\n1\n5432\n/tmp/x\n\n1 1\nready   \n`);
      expect(livePostmaster(cluster)).toEqual({ pid: real.pid, port: 5432, socketFolder: "/tmp/x", ready: true });
      clearStale(cluster, "");
      expect(existsSync(join(cluster, "postmaster.pid"))).toBe(true);
    } finally {
      real.kill();
    }
  });

  test.runIf(process.getuid?.() === 0 && process.platform === "linux")(
    "nor is it mistaken by root in a container, who may not look into another user's process",
    () => {
      const cluster = join(folder, "another-user");
      mkdirSync(cluster);
      const real = spawn("sh", ["-c", "sleep 60; true", "-D", cluster], { uid: 52_000, gid: 52_000, cwd: cluster });
      try {
        writeFileSync(join(cluster, "postmaster.pid"), `${real.pid}\n${cluster}\n1\n5432\n/tmp/x\n\n1 1\nready   \n`);
        const ask = `import { livePostmaster } from "./db/embedded/postmaster.ts"; console.log(livePostmaster(process.argv[1])?.pid);`;
        const confined = ["--bounding-set=-sys_ptrace", "--inh-caps=-sys_ptrace", process.execPath, "-e", ask, cluster];
        expect(execFileSync("setpriv", confined, { encoding: "utf8" }).trim()).toBe(String(real.pid));
      } finally {
        real.kill();
      }
    },
  );
});
