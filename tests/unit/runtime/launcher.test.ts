import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { childEnvironment } from "../../../bin/support/environment.mjs";
import { anyPort, choosePort } from "../../../bin/support/ports.mjs";

describe("the launcher", () => {
  test("gives a child what it needs, and neither the owner's address nor what is none of its business", () => {
    const before = { ...process.env };
    Object.assign(process.env, { DATABASE_OWNER_URL: "postgres://owner", SOME_TOKEN: "x", LOG_LEVEL: "warn" });
    try {
      const env = childEnvironment({ PORT: "3001" });
      expect(env).toMatchObject({ LOG_LEVEL: "warn", PORT: "3001" });
      expect(env).not.toHaveProperty("DATABASE_OWNER_URL");
      expect(env).not.toHaveProperty("SOME_TOKEN");
    } finally {
      for (const name of ["DATABASE_OWNER_URL", "SOME_TOKEN", "LOG_LEVEL"]) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  test("says that a port which was asked for is taken", async () => {
    const taken = createServer().listen(await anyPort(), "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    process.env.PORT = String(typeof address === "object" && address?.port);
    try {
      await expect(choosePort()).rejects.toThrow(/is taken/);
    } finally {
      delete process.env.PORT;
      taken.close();
    }
  });

  test("chooses ports that no system hands out by itself, so that nobody else is given them in the meantime", async () => {
    const chosen = await Promise.all(Array.from({ length: 20 }, anyPort));
    expect(Math.max(...chosen)).toBeLessThan(32_768);
    expect(Math.min(...chosen)).toBeGreaterThanOrEqual(20_000);
  });

  test("a child ends when its launcher is killed", async () => {
    const launcher = spawn(process.execPath, ["tests/unit/runtime/launcher-fixture.mjs"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [output] = await once(launcher.stdout, "data");
    const child = Number(String(output));
    launcher.kill("SIGKILL");
    for (let tries = 0; tries < 200 && isAlive(child); tries += 1) await sleep(20);
    expect(isAlive(child)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
