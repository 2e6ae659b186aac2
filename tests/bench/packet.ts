import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { compile } from "../../bin/support/compile.mjs";
import { inRoot } from "../../bin/support/paths.mjs";
import { leanMemory } from "../../bin/support/server.mjs";
import { draft } from "../support/case-to-print";
import { onPath } from "../support/chromium.mjs";
import { askedSizes, drain, isQuick, judged, type Measurement, quantile, reportProgress, round } from "./harness";
import { casesPageMeanwhile } from "./support/cases-page";
import { makePacketCase, type PacketCase, writePreparedPages } from "./support/packet-case";
import { watchPeak } from "./support/web-server";

const rounds = isQuick ? 1 : 3;
const compared = isQuick ? 50 : 200;
const sizes = askedSizes(isQuick ? [compared] : [compared, 600], 2);
const scripts = ["build-packet.ts", "pdf-lib-packet.ts"];

/** `cpu`: seconds of the processor, which a busy machine changes less than seconds of the wall. */
type Run = { seconds: number; cpu: number; peakMb: number };
type Built = { bytes: number; pages: number };

/**
 * Packets of 200 and 600 exhibits by the real job; that of 200 beside copy + SHA-256, img2pdf + qpdf, and pdf-lib, and
 * with somebody who works in the list of cases meanwhile. `--quick` compares at 50, and with nobody meanwhile.
 */
export async function bench(): Promise<Measurement[]> {
  const found: Measurement[] = [];
  const peaks = new Map<number, number>();
  await compile(
    Object.fromEntries(scripts.map((script) => [script.replace(".ts", ""), `tests/bench/support/${script}`])),
    inRoot(compiledTo),
  );
  try {
    for (const size of sizes) found.push(...(await measureSize(size, peaks)));
  } finally {
    rmSync(inRoot(compiledTo), { recursive: true, force: true });
  }
  const grown = growth(peaks);
  reportProgress(grown);
  return [...found, ...grown];
}

async function measureSize(size: number, peaks: Map<number, number>): Promise<Measurement[]> {
  const made = await makePacketCase(size);
  try {
    const { rows, peakMb } = await measure(made, size);
    peaks.set(size, peakMb);
    reportProgress(rows);
    if (size !== compared || isQuick) return rows;
    const meanwhile = await casesPageMeanwhile(made.org, () => buildOnce(made));
    reportProgress([meanwhile]);
    return [...rows, meanwhile];
  } finally {
    rmSync(made.folder, { recursive: true, force: true });
  }
}

async function measure(made: PacketCase, size: number): Promise<{ rows: Measurement[]; peakMb: number }> {
  const beside = size === compared ? await others(made) : [];
  const runs = new Map<string, Run[]>();
  const note = (name: string, run: Run) => runs.set(name, [...(runs.get(name) ?? []), run]);
  let built: Built = { bytes: 0, pages: 0 };
  for (let turn = 0; turn < (size === compared ? rounds : 1); turn += 1) {
    await drain();
    note("copy", await apart("build-packet.ts", ["copy", made.org.id, made.keyId, ...made.fileIds]));
    const { id } = await draftPacket(made.worker.ctx, { caseId: made.caseId, ...draft });
    note("ours", await apart("build-packet.ts", ["build", made.org.id, id]));
    built = await requireBuilt(made, id);
    for (const other of beside) note(other.name, await other.run());
  }
  const middle = (name: string, what: keyof Run) =>
    quantile(
      (runs.get(name) ?? []).map((run) => run[what]),
      0.5,
    );
  const row = (name: string, unit: Measurement["unit"], ours: number, floor: number, note: string): Measurement => ({
    name: `packet of ${size}, ${name}`,
    n: runs.get("ours")?.length ?? 0,
    unit,
    ours: round(ours),
    floor: round(floor),
    ratio: round(ours / floor),
    note,
  });
  const seconds = middle("ours", "seconds");
  const besideRows = (name: string): Measurement[] => {
    const peak = `peak of ${name}: ${round(middle(name, "peakMb"))} MB`;
    const wall = row(`beside ${name}`, "s", seconds, middle(name, "seconds"), peak);
    const processor = row(`processor time beside ${name}`, "s", middle("ours", "cpu"), middle(name, "cpu"), "");
    return [judged(wall, "ratio", "at most", besideTargets[name] ?? 1), processor];
  };
  const copying = `${built.pages} pages; floor: open, SHA-256, write one file`;
  const memory = row(
    "peak memory",
    "MB",
    middle("ours", "peakMb"),
    middle("copy", "peakMb"),
    "of the process of the job",
  );
  const rows = [
    judged(row("wall time", "s", seconds, middle("copy", "seconds"), copying), "ratio", "at most", 3),
    row("processor time", "s", middle("ours", "cpu"), middle("copy", "cpu"), "of the process of the job alone"),
    ...beside.flatMap(({ name }) => besideRows(name)),
    judged(memory, "ours", "at most", 256),
    row(
      "size",
      "bytes",
      built.bytes,
      made.preparedBytes,
      `floor: the pictures and pages that are printed; exhibits as they came: ${made.exhibitBytes}`,
    ),
  ];
  return { rows, peakMb: middle("ours", "peakMb") };
}

async function buildOnce(made: PacketCase): Promise<void> {
  const { id } = await draftPacket(made.worker.ctx, { caseId: made.caseId, ...draft });
  await apart("build-packet.ts", ["build", made.org.id, id]);
  await requireBuilt(made, id);
}

async function requireBuilt(made: PacketCase, packetId: string): Promise<Built> {
  const packet = await getPacket(made.worker.ctx, packetId);
  if (packet.status !== "ready") throw new Error(`The packet is ${packet.status}: ${packet.progress.error}`);
  return { bytes: packet.fileSize ?? 0, pages: packet.pages ?? 0 };
}

/** Each build in a process of its own, so that the peak of its memory is its own. */
async function apart(script: string, words: string[]): Promise<Run> {
  // As the worker is started: bin/support/server.mjs.
  const args = [...leanMemory, "--conditions=react-server", compiled(script)];
  const child = spawn(process.execPath, [...args, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(await text(child.stdout)) as Run;
}

/** Within the root, so that packages are found, and out of the way of the build. */
const compiledTo = ".next-bench";
const compiled = (script: string) => inRoot(compiledTo, script.replace(".ts", ".mjs"));

const besideTargets: Record<string, number> = { "img2pdf + qpdf": 1, "pdf-lib as documented": 0.2 };

type Other = { name: string; run: () => Promise<Run> };

/** What else puts the same files on paper. A program that is not installed is left out. */
async function others(made: PacketCase): Promise<Other[]> {
  const asTheyCame = made.plain.map(({ path }) => path);
  const found: Other[] = [
    { name: "pdf-lib as documented", run: () => apart("pdf-lib-packet.ts", [made.folder, ...asTheyCame]) },
  ];
  if (!onPath("img2pdf") || !onPath("qpdf")) return found;
  const pictures = await writePreparedPages(made);
  const list = join(made.folder, "pictures.txt");
  writeFileSync(list, pictures.join("\n"));
  const sheets = await numberSheets(made.folder, pictures.length);
  const run = async () => shell(made.folder, list, sheets);
  return [...found, { name: "img2pdf + qpdf", run }];
}

async function shell(folder: string, list: string, sheets: string): Promise<Run> {
  const began = performance.now();
  const empty = join(folder, "none.txt");
  writeFileSync(empty, "");
  const script = "tests/bench/support/img2pdf-packet.sh";
  // The shell says on its last line how long its children had the processor.
  const words = ["-c", '. "$0"; times', join(process.cwd(), script), folder, list, empty, sheets];
  const child = spawn("sh", words, { stdio: ["ignore", "pipe", "inherit"] });
  const peak = watchPeak(child.pid ?? 0);
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`img2pdf and qpdf ended with ${code}.`);
  return { seconds: (performance.now() - began) / 1000, cpu: secondsIn(said), peakMb: peak() };
}

/** The last line of `times` has user and system of the children: `0m2.310s 0m0.480s`. */
function secondsIn(said: string): number {
  const last = said.trim().split("\n").at(-1) ?? "";
  return [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** One sheet a page with its number, made before the clock starts. */
async function numberSheets(folder: string, count: number): Promise<string> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= count; page += 1)
    doc.addPage([595.28, 841.89]).drawText(`Page ${page} of ${count}`, { x: 480, y: 24, size: 7, font });
  const path = join(folder, "numbers.pdf");
  writeFileSync(path, await doc.save());
  return path;
}

/** Memory must not grow with the number of exhibits. */
function growth(peaks: Map<number, number>): Measurement[] {
  const small = peaks.get(compared);
  const large = peaks.get(600);
  if (!small || !large) return [];
  const ratio = round(large / small);
  const row: Measurement = {
    name: "packet, peak memory of 600 beside 200",
    n: 1,
    unit: "MB",
    ours: round(large),
    floor: round(small),
    ratio,
    note: "floor: 200 exhibits",
  };
  return [judged(row, "ratio", "at most", 1.2)];
}
