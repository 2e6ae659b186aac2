import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { cases, exhibits } from "@/db/schema";
import { inScope } from "@/lib/access/ctx";
import { lookIntoExhibit } from "@/lib/evidence/look-into-exhibit";
import { draftPacket } from "@/lib/packets/draft-packet";
import { getPacket } from "@/lib/packets/queries";
import { draft, makeCaseToPrint } from "../support/case-to-print";
import { addExhibit } from "../support/exhibit";
import { makeOrg, type Org, type Person } from "../support/org";
import { drain, type Measurement, quantile, round } from "./harness";
import { makeExhibitFiles } from "./support/exhibit-files";

const rounds = 3;

type Run = { seconds: number; peakMb: number };
type Case = { org: Org; worker: Person; caseId: string; keyId: string; fileIds: string[]; bytes: number };

/** A packet of 50 exhibits by the real job, each build in a process of its own. */
export async function bench(): Promise<Measurement[]> {
  const made = await makeCase();
  const runs = { ours: [] as Run[], floor: [] as Run[] };
  let built = { bytes: 0, pages: 0 };
  for (let turn = 0; turn < rounds; turn += 1) {
    await drain();
    runs.floor.push(await apart(["copy", made.org.id, made.keyId, ...made.fileIds]));
    const { id } = await draftPacket(made.worker.ctx, { caseId: made.caseId, ...draft });
    runs.ours.push(await apart(["build", made.org.id, id]));
    built = await requireBuilt(made.worker, id);
  }
  return measured(made, runs, built);
}

async function makeCase(): Promise<Case> {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
  let bytes = 0;
  for (const file of await makeExhibitFiles()) {
    const receipt = await addExhibit(worker.ctx, caseId, file.bytes, { fileName: file.name });
    await lookIntoExhibit(org.service(), { exhibitId: receipt.exhibitId });
    bytes += file.bytes.byteLength;
  }
  return { org, worker, caseId, bytes, ...(await filesOf(org, caseId)) };
}

async function filesOf(org: Org, caseId: string): Promise<{ keyId: string; fileIds: string[] }> {
  const rows = await inScope(org.service(), "read only", ({ db }) =>
    db
      .select({ keyId: cases.keyId, fileId: exhibits.fileId })
      .from(exhibits)
      .innerJoin(cases, eq(cases.id, exhibits.caseId))
      .where(eq(exhibits.caseId, caseId)),
  );
  return { keyId: rows[0]?.keyId ?? "", fileIds: rows.flatMap(({ fileId }) => fileId ?? []) };
}

async function requireBuilt(worker: Person, packetId: string): Promise<{ bytes: number; pages: number }> {
  const packet = await getPacket(worker.ctx, packetId);
  if (packet.status !== "ready") throw new Error(`The packet is ${packet.status}: ${packet.progress.error}`);
  return { bytes: packet.fileSize ?? 0, pages: packet.pages ?? 0 };
}

async function apart(words: string[]): Promise<Run> {
  const script = ["--conditions=react-server", "--import", "tsx", "tests/bench/support/build-packet.ts"];
  const child = spawn(process.execPath, [...script, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(await text(child.stdout)) as Run;
}

function measured(made: Case, runs: { ours: Run[]; floor: Run[] }, built: { bytes: number; pages: number }) {
  const middle = (all: Run[], what: keyof Run) =>
    quantile(
      all.map((run) => run[what]),
      0.5,
    );
  const row = (name: string, unit: Measurement["unit"], ours: number, floor: number, note: string): Measurement => {
    return {
      name: `packet of ${made.fileIds.length}, ${name}`,
      n: rounds,
      unit,
      ours: round(ours),
      floor: round(floor),
      ratio: round(ours / floor),
      note,
    };
  };
  const peak = "of the process of the job, without the sandbox that it starts for each exhibit";
  return [
    row(
      "wall time",
      "s",
      middle(runs.ours, "seconds"),
      middle(runs.floor, "seconds"),
      `${built.pages} pages; floor: read, SHA-256, write one file`,
    ),
    row("peak memory", "MB", middle(runs.ours, "peakMb"), middle(runs.floor, "peakMb"), peak),
    row("size", "bytes", built.bytes, made.bytes, "floor: the exhibits themselves"),
  ];
}
