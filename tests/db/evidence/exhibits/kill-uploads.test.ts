import { spawn } from "node:child_process";
import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, inject, test } from "vitest";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { listExhibits, readExhibit, readOriginal } from "@/lib/evidence/exhibits/queries";
import type { Receipt } from "@/lib/evidence/exhibits/types";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { env } from "@/lib/platform/env";
import { canary, fileOf } from "@/tests/db/evidence/exhibits/killed-files";
import { filesWith } from "@/tests/support/canaries";
import { bytesOf, seededNumbers } from "@/tests/support/files";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

type Said = { index: number; uploadId?: string; receipt?: Receipt; offset?: number };

test("100 uploads, the server killed again and again: what was acknowledged is there once, equal and in the ledger", async () => {
  const { ctx, token } = await (await makeOrg()).person("caseworker");
  const caseId = await plantCase(ctx);
  const random = seededNumbers(20261124);
  const acknowledged: Said[] = [];
  let pending: Said | undefined;
  let kills = 0;
  while (acknowledged.length < 100) {
    const { killed, said } = await run([token.toString("base64url"), caseId], acknowledged.length, pending, random());
    acknowledged.push(...said.filter((answer) => answer.receipt));
    const last = said.at(-1);
    // A run that was killed before its first word leaves what was pending as it was.
    if (last) pending = last.receipt ? undefined : last;
    if (killed) kills += 1;
    else expect(acknowledged, "a sender that nobody killed sent them all").toHaveLength(100);
    await ageClaims();
  }
  expect(kills).toBeGreaterThan(3);
  expect(acknowledged.map(({ index }) => index)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  expect(await listExhibits(ctx, caseId)).toHaveLength(100);
  for (const { index, receipt } of acknowledged) {
    const { exhibitId = "", sha256 } = receipt ?? {};
    const { open } = await openOriginal(ctx, await readOriginal(ctx, exhibitId));
    expect(sha256Hex(await bytesOf(await open())), `file ${index}`).toBe(sha256);
    expect(sha256Hex(fileOf(index)), `file ${index}`).toBe(sha256);
    expect((await readExhibit(ctx, caseId, exhibitId)).ledger.holds, `file ${index}`).toBe(true);
  }
  const { hits, searched } = filesWith([env().DATA_DIR], [canary]);
  expect(searched).toBeGreaterThan(0);
  expect(hits).toEqual([]);
}, 300_000);

/** Lets a process send until it is done, or kills it in the middle of whatever follows a few files. `chance`: 0 to 1. */
async function run(words: string[], first: number, pending: Said | undefined, chance: number) {
  const script = ["--conditions=react-server", "--import", "tsx", "tests/db/evidence/exhibits/upload-until-killed.ts"];
  const rest = [...words, String(first), pending?.uploadId ?? ""];
  const env = { ...process.env, ...inject("database").keys };
  const child = spawn(process.execPath, [...script, ...rest], { stdio: ["ignore", "pipe", "inherit"], env });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
  const answers: Said[] = [];
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface(child.stdout)) {
    answers.push(JSON.parse(line) as Said);
    if (answers.filter((answer) => answer.receipt).length > chance * 20) {
      timer ??= setTimeout(() => child.kill("SIGKILL"), ((chance * 1000) % 1) * 80);
    }
  }
  const killed = (await ended) === "SIGKILL";
  clearTimeout(timer);
  return { killed, said: answers };
}

/** As if a minute had passed since the sender was killed. */
async function ageClaims(): Promise<void> {
  const parts = join(env().DATA_DIR, "files", "parts");
  for (const name of await readdir(parts).catch(() => [])) {
    if (name.endsWith(".open")) await utimes(join(parts, name), 1_700_000_000, 1_700_000_000);
  }
}
