import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { inArray } from "drizzle-orm";
import { afterEach, expect, inject, test, vi } from "vitest";
import { custodyEvents } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { draftedPacket } from "../../support/built-packet";
import { makeOrg } from "../../support/org";

let worker: ChildProcess | null = null;

/** The real process, on the database of this test. */
function startWorker(): ChildProcess {
  const args = ["--conditions=react-server", "--import", "tsx", "lib/operations/worker/worker.ts"];
  const env = { ...process.env, ...inject("database").keys };
  worker = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"], env });
  return worker;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

afterEach(async () => {
  if (worker) await end(worker, "SIGKILL");
});

const files = ["letter.pdf", "screenshot.png", "scan.tiff", "photo.jpg", "letter.pdf", "message.eml", "note.txt"];

test("a packet whose worker is killed midway is built by the next one, once", { timeout: 300_000 }, async () => {
  const org = await makeOrg();
  const person = await org.person("caseworker");
  const { id, exhibitIds } = await draftedPacket(org, person, { files });
  const look = async () => (await getPacket(person.ctx, id)).progress;
  const first = startWorker();
  const isMidway = async () => ["exhibits", "drawing"].includes((await look()).stage);
  await vi.waitUntil(isMidway, { timeout: 120_000, interval: 20 });
  await end(first, "SIGKILL");
  expect(await look()).toMatchObject({ status: "building" });

  startWorker();
  // Its heart is missed within half a minute: the half hour that a build may take is not waited for.
  await vi.waitUntil(async () => (await look()).status !== "building", { timeout: 150_000, interval: 250 });
  expect(await look()).toMatchObject({ status: "ready", error: null });

  const parts = (await listParts(person.ctx, id)).map(({ part }) => part);
  expect(parts).toContain("served");
  expect(new Set(parts).size).toBe(parts.length);
  expect((await org.auditOf(id)).filter((action) => action === "packet.assembled")).toHaveLength(1);
  const ledger = await withTransaction(org.service(), "read only", ({ db }) =>
    db.select().from(custodyEvents).where(inArray(custodyEvents.exhibitId, exhibitIds)),
  );
  const exported = ledger.filter(({ action }) => action === "exported").map(({ exhibitId }) => exhibitId);
  expect(exported.toSorted()).toEqual(exhibitIds.toSorted());
});
