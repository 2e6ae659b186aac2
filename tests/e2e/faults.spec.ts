import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { inspectPostgres } from "../../db/embedded";
import { dataDirOf } from "../support/e2e";

test("when the database does not answer there is a clear page, and the app goes on by itself", async ({ page }) => {
  await page.goto("/sign-in");
  await page.locator("button[value=caseworker]").click();
  await expect(page.locator("h1").first()).toHaveText("My work");
  const signal = freezer();
  signal("SIGSTOP");
  try {
    const answer = await page.goto("/cases?name=Kingfisher", { timeout: 60_000 });
    expect(answer?.status()).toBe(500);
    expect(answer?.headers()).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    });
    await expect(page.locator("body")).toContainText("Nothing you saved is lost", { timeout: 20_000 });
    const health = await page.request.get("/api/health", { timeout: 20_000 });
    expect(health.status()).toBe(503);
    const ready = await page.request.get("/api/ready", { timeout: 20_000 });
    expect([ready.status(), await ready.json()]).toEqual([503, { status: "not ready" }]);
  } finally {
    signal("SIGCONT");
  }
  await expect(async () => {
    const answer = await page.goto("/cases");
    expect(answer?.status()).toBe(200);
  }).toPass({ timeout: 60_000 });
  await expect(page.locator("h1").first()).toHaveText("Cases");
  const message = readFileSync(join(process.env.E2E_FOLDER ?? "", "demo-record", "said"), "utf8");
  const lines = message.split("\n").filter((line) => line.includes('"it broke"'));
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ route: "/cases", method: "GET", type: "render", digest: expect.any(String) }),
  );
  expect(message).not.toMatch(/^ ⨯|Failed query|Kingfisher/m);
});

/** Sends a signal to the test's own Postgres and every process under it. */
function freezer(): (signal: "SIGSTOP" | "SIGCONT") => void {
  const pid = inspectPostgres(dataDirOf("demo")).running?.pid;
  if (!pid) throw new Error("The demonstration's Postgres does not run.");
  return (signal) => {
    for (const value of [pid, ...childrenOf(pid)]) process.kill(value, signal);
  };
}

/** A small Linux has no ps, and a Mac has no /proc. */
function childrenOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  const message = existsSync(list)
    ? readFileSync(list, "utf8")
    : execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" });
  return message.split(/\s+/).filter(Boolean).map(Number);
}
