import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import postgres from "postgres";
import { createDatabase } from "@/db/embedded/roles";
import { makeBackup } from "@/lib/operations/backups/make-backup";
import { restoreBackup } from "@/lib/operations/backups/restore-backup";
import { env } from "@/lib/platform/env";
import { createDiskStore } from "@/lib/platform/storage/disk";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { makeOrg } from "../support/org";
import { plantCase } from "../support/plant";
import { drain, isTrial, type Measurement, millisecondsOf, round, sizeOf, superuserUrl } from "./harness";
import { plantExhibits } from "./support/many-exhibits";

const given = (name: string, otherwise: number): number =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);
const caseCount = sizeOf(given("cases", 1_000), 2);
/** 5,000 is what figure F13 asks for; it takes three times that of the disk while it runs. */
const size = Math.round((sizeOf(given("megabytes", 500), 0.002) * 1e6) / caseCount);

/** 1,000 cases with an exhibit each: made, checked, restored and every hash compared. */
export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-backup-"));
  try {
    const worker = await (await makeOrg()).person("caseworker");
    for (let number = 1; number <= caseCount; number += 1) {
      const caseId = await plantCase(worker.ctx, { number });
      await plantExhibits(worker.ctx, { caseId, count: 1, size, onFile: () => {} });
    }
    await drain();
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<Measurement[]> {
  const identity = await generateX25519Identity();
  const memory = watchMemory();
  const asked = {
    readAllUrl: superuserUrl(),
    folder,
    keep: null,
    recipients: [await identityToRecipient(identity)],
    keyRecipients: [],
    kek: env().KEK,
    keyRing: {},
  };
  let path = "";
  const making = await millisecondsOf(async () => {
    ({ path } = await makeBackup({ ...asked, store: filePlaces().store }));
  });
  const floor = await millisecondsOf(() => hashFolder(join(env().DATA_DIR, "files")));
  // Beside other tests there is no place for a second database; tests/db/operations/backups restores into one.
  if (isTrial) return [row("back up", "s", making / 1000, floor / 1000, String(memory.stop()))];
  const ownerUrl = await emptyDatabase();
  const files = join(folder, "restored");
  mkdirSync(files);
  const places = { store: createDiskStore({ root: join(files, "sealed") }), parts: join(files, "parts") };
  const restoring = await millisecondsOf(() =>
    restoreBackup({ archive: path, identities: [identity], kek: env().KEK, ownerUrl, places, erased: [] }),
  );
  const megabytes = (caseCount * size) / 1e6;
  const what = `${caseCount} cases with ${megabytes} MB of files, load ${loadavg()[0]?.toFixed(1)}`;
  return [
    row(
      `back up ${what}`,
      "s",
      making / 1000,
      floor / 1000,
      `${round(megabytes / (making / 1000))} MB a second; floor: SHA-256 of the same files`,
    ),
    row(
      `check and restore ${what}`,
      "s",
      restoring / 1000,
      floor / 1000,
      `${round(megabytes / (restoring / 1000))} MB a second, read twice`,
    ),
    row(
      "memory that backing up and restoring took more",
      "MB",
      memory.stop(),
      null,
      "peak of the process beyond its start",
    ),
  ];
}

function row(name: string, unit: Measurement["unit"], ours: number, floor: number | null, note: string): Measurement {
  return {
    name,
    n: 1,
    unit,
    ours: round(ours),
    floor: floor && round(floor),
    ratio: floor && round(ours / floor),
    note,
  };
}

function watchMemory() {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return (peak - before) / 1e6;
    },
  };
}

async function emptyDatabase(): Promise<string> {
  const admin = postgres(process.env.BENCH_SUPERUSER_URL ?? "", { max: 1, onnotice: () => {} });
  await createDatabase(admin, "restored").finally(() => admin.end());
  return (process.env.DATABASE_OWNER_URL ?? "").replace(/[^/]+$/, "restored");
}

async function hashFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(join(entry.parentPath, entry.name))) hash.update(chunk);
    hash.digest();
  }
}
