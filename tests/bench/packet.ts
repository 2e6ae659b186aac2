import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { draft } from "../support/case-to-print";
import { onPath } from "../support/chromium.mjs";
import { askedSizes, drain, type Measurement, quantile, round } from "./harness";
import { casesPageMeanwhile } from "./support/cases-page";
import { makePacketCase, type PacketCase, writePreparedPages } from "./support/packet-case";
import { watchPeak } from "./support/web-server";

const rounds = 3;
const sizes = askedSizes([50, 200, 600, 800], 2);
const compared = 200;

type Run = { seconds: number; peakMb: number };
type Built = { bytes: number; pages: number };

/**
 * Packets of 50 to 800 exhibits by the real job; that of 200 beside copy + SHA-256, img2pdf + qpdf, and pdf-lib, and
 * with somebody who works in the list of cases meanwhile.
 */
export async function bench(): Promise<Measurement[]> {
  const found: Measurement[] = [];
  const peaks = new Map<number, number>();
  for (const size of sizes) {
    const made = await makePacketCase(size);
    try {
      const { rows, peakMb } = await measure(made, size);
      peaks.set(size, peakMb);
      found.push(...rows);
      if (size === compared) found.push(await casesPageMeanwhile(made.org, () => buildOnce(made)));
    } finally {
      rmSync(made.folder, { recursive: true, force: true });
    }
  }
  return [...found, ...growth(peaks)];
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
  const rows = [
    row(
      "wall time",
      "s",
      seconds,
      middle("copy", "seconds"),
      `${built.pages} pages; floor: open, SHA-256, write one file`,
    ),
    ...beside.map(({ name }) =>
      row(
        `beside ${name}`,
        "s",
        seconds,
        middle(name, "seconds"),
        `peak of ${name}: ${round(middle(name, "peakMb"))} MB`,
      ),
    ),
    row("peak memory", "MB", middle("ours", "peakMb"), middle("copy", "peakMb"), "of the process of the job"),
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
  const memory = "--max-semi-space-size=4";
  const args = [memory, "--conditions=react-server", "--import", "tsx", `tests/bench/support/${script}`];
  const child = spawn(process.execPath, [...args, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(await text(child.stdout)) as Run;
}

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
  const words = [join(process.cwd(), script), folder, list, empty, sheets];
  const child = spawn("sh", words, { stdio: ["ignore", "ignore", "inherit"] });
  const peak = watchPeak(child.pid ?? 0);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`img2pdf and qpdf ended with ${code}.`);
  return { seconds: (performance.now() - began) / 1000, peakMb: peak() };
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
  return [
    {
      name: "packet, peak memory of 600 beside 200",
      n: 1,
      unit: "MB",
      ours: round(large),
      floor: round(small),
      ratio,
      note: "floor: 200 exhibits",
    },
  ];
}
