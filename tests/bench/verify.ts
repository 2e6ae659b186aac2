import { createHash } from "node:crypto";
import { appendFileSync, createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyOrganisation } from "@/lib/evidence/verification/verify-organisation";
import { makeOrg } from "../support/org";
import { plantCase } from "../support/plant";
import { drain, type Measurement, millisecondsOf, quantile, round, sizeOf } from "./harness";
import { plantExhibits } from "./support/many-exhibits";

const count = sizeOf(10_000, 3);
const size = sizeOf(50_000, 500);
const rounds = sizeOf(3, 1);

/** Every original read and hashed, every ledger walked: 10,000 exhibits, beside hashing the same bytes in one file. */
export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-verify-"));
  const plainFile = join(folder, "plain");
  try {
    const org = await makeOrg();
    const worker = await org.person("caseworker");
    const caseId = await plantCase(worker.ctx);
    await plantExhibits(worker.ctx, { caseId, count, size, onFile: (plain) => appendFileSync(plainFile, plain) });
    await drain();
    const times = { ours: [] as number[], floor: [] as number[] };
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 50);
    for (let turn = 0; turn < rounds; turn += 1) {
      times.floor.push(await millisecondsOf(() => hashOf(plainFile)));
      times.ours.push(await millisecondsOf(() => verify(org)));
    }
    clearInterval(watch);
    return measured(times, (peak - before) / 1e6);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verify(org: Awaited<ReturnType<typeof makeOrg>>): Promise<void> {
  const { counts, broken } = await verifyOrganisation(org.service());
  if (counts.originals !== count || Object.keys(broken).length > 0)
    throw new Error("The planted evidence is not whole.");
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest("hex");
}

function measured(times: { ours: number[]; floor: number[] }, memory: number): Measurement[] {
  const ours = quantile(times.ours, 0.5) / 1000;
  const floor = quantile(times.floor, 0.5) / 1000;
  return [
    {
      name: "verify 10,000 exhibits of 50 kB and 20,000 ledger lines",
      n: rounds,
      unit: "s",
      ours: round(ours),
      floor: round(floor),
      ratio: round(ours / floor),
      note: `${Math.round(count / ours)} exhibits a second; floor: SHA-256 of the same bytes in one plain file`,
    },
    {
      name: "verify, memory above start",
      n: rounds,
      unit: "MB",
      ours: round(memory),
      floor: null,
      ratio: null,
      note: "",
    },
  ];
}
