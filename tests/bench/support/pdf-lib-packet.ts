import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { readPeakMemory } from "@/lib/platform/read-peak-memory";

// A process of its own: the same exhibits put together with pdf-lib as its documentation shows it.
const [folder = "", ...paths] = process.argv.slice(2);
const began = performance.now();
const used = process.cpuUsage();
const doc = await PDFDocument.create();
const font = await doc.embedFont(StandardFonts.Helvetica);
for (const [i, path] of paths.entries()) {
  const cover = doc.addPage([595.28, 841.89]);
  cover.drawText(`Exhibit E-${String(i + 1).padStart(2, "0")}`, { x: 60, y: 760, size: 19, font });
  const bytes = readFileSync(path);
  if (path.endsWith(".pdf")) {
    const other = await PDFDocument.load(bytes);
    for (const page of await doc.copyPages(other, other.getPageIndices())) doc.addPage(page);
    continue;
  }
  const image = path.endsWith(".png") ? await doc.embedPng(bytes) : await doc.embedJpg(bytes);
  const page = doc.addPage([595.28, 841.89]);
  const { width, height } = image.scaleToFit(476, 640);
  page.drawImage(image, { x: 60, y: 720 - height, width, height });
}
for (const [i, page] of doc.getPages().entries())
  page.drawText(`Page ${i + 1} of ${doc.getPageCount()}`, { x: 480, y: 24, size: 7, font });
const out = join(folder, "pdf-lib.pdf");
const bytes = await doc.save();
createHash("sha256").update(bytes).digest("hex");
writeFileSync(out, bytes);
rmSync(out);
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(used);
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, peakMb: readPeakMemory() }));
