import postgres from "postgres";
import { findByNumber } from "@/lib/casework/references/queries";
import { findReferences, readReference } from "@/lib/casework/references/rules";
import { reading as transaction } from "@/lib/kernel/access/query";
import { findCases } from "@/lib/oversight/search/queries";
import { messyNumbers, messyToday } from "../support/messy-numbers";
import {
  askedSizes,
  interleave,
  type Measurement,
  measurements,
  millisecondsOf,
  reportProgress,
  round,
  sizeOf,
  superuserUrl,
} from "./harness";
import { type BigOrganisation, makeBigOrganisation } from "./support/big-organisation";
import { fillReferences } from "./support/many-references";
import { replayOf, scanNote } from "./support/plans";
import { takeTurns, turnsOf } from "./support/take-turns";

const texts = sizeOf(10_000, 100);
const [rows = 0] = askedSizes([1_000_000], 2_000);
/** One that is counted; those of a company are even. */
const sought = Math.floor(rows * 0.777123) | 1;
const n = 300;

/** Reading 10,000 messy texts, and finding a case by one of a million numbers beside the bare statement. */
export async function bench(): Promise<Measurement[]> {
  const read = await reading();
  const bare = postgres(superuserUrl(), { max: 1, onnotice: () => {} });
  try {
    const big = await makeBigOrganisation(sizeOf(2_000, 60));
    await fillReferences(bare, big.org.id, rows);
    return [...read, ...(await searching(big, bare))];
  } finally {
    await bare.end();
  }
}

/** The tolerant expression that one would write first: it knows one kind, one order and no message around it. */
const oneExpression =
  /^(?:(?<station>.+?)\s+)?CAS(?:\s*(?:no|nr|number)\.?:?)?\s*(?<serial>\d{1,5})\s*[/-]\s*(?<month>0?[1-9]|1[0-2])\s*[/-]\s*(?<year>(?:19|20)\d{2})$/i;

/** Each text with other digits every time, so that nothing is read twice. */
function messyTexts(): string[] {
  return Array.from({ length: texts }, (_, at) => {
    const [text] = messyNumbers[at % messyNumbers.length] ?? [""];
    return text.replace(/\d{3,}(?=[/\-. ]\d{1,2}[/\-. ])/, String(100 + (at % 90_000)));
  });
}

async function reading(): Promise<Measurement[]> {
  const all = messyTexts();
  let found = 0;
  const whole = async () => {
    for (const text of all) {
      for (const reference of findReferences(text, messyToday)) {
        found += readReference(reference.kind, reference.raw, { today: messyToday, station: reference.station })
          ? 1
          : 0;
      }
    }
  };
  let plain = 0;
  const floor = async () => {
    for (const text of all) plain += oneExpression.test(text) ? 1 : 0;
  };
  await whole();
  found = 0;
  plain = 0;
  const took = await millisecondsOf(whole);
  const least = await millisecondsOf(floor);
  const note = `${found} numbers of every kind found and read; floor: one expression for one kind, which reads ${plain}`;
  const perSecond = (ms: number) => round((texts / ms) * 1000);
  return [
    {
      name: "read messy texts",
      n: texts,
      unit: "per s" as const,
      ours: perSecond(took),
      floor: perSecond(least),
      ratio: round(took / least),
      note,
    },
  ];
}

async function searching(big: BigOrganisation, bare: postgres.Sql): Promise<Measurement[]> {
  const { ctx } = big.supervisor;
  const spellings: [string, string][] = [
    ["a counted number", `CAS ${sought}/4/2031`],
    ["the same in an SMS with its station", `Your case is registered, Denkbeeld Wes CAS ${sought}/04/2031. Keep it.`],
    ["an id of a company", `zz-${String(sought + 1).padStart(7, "0")}-qx`],
  ];
  const found: Measurement[] = [];
  for (const [name, typed] of spellings) {
    const matches = await findByNumber(ctx, typed);
    if (matches.length !== 1) throw new Error(`${typed} finds ${matches.length}.`);
    const floor = await replayOf(bare, ctx, (scoped) => findByNumber(scoped, typed));
    const run = await interleave(() => findByNumber(ctx, typed), floor.run, { n });
    const scan = await scanNote("reference_keys", ctx, (scoped) => findByNumber(scoped, typed));
    const note = `floor: the same ${floor.statements} statements without wall and kernel; ${scan}`;
    found.push(...noted(measurements(`search of references, ${name}`, run), note));
  }
  const [, typed = ""] = spellings[0] ?? [];
  found.push(...(await kernelAlone(big, bare)));
  const floor = await replayOf(bare, ctx, (scoped) => findCases(scoped, typed));
  const next = await takeTurns(big.org, "supervisor", turnsOf(n));
  const run = await interleave(() => findCases(next(), typed), floor.run, { n });
  const note = `every way of the search box; floor: the same ${floor.statements} statements`;
  return [...found, ...noted(measurements("search of references, the whole search box", run), note)];
}

/** What every read costs before it asks anything: a transaction that is opened for a person and closed again. */
async function kernelAlone({ supervisor: { ctx } }: BigOrganisation, bare: postgres.Sql): Promise<Measurement[]> {
  const run = await interleave(
    () => transaction(ctx, async () => {}),
    () => bare`select 1`,
    { n },
  );
  return noted(measurements("a read that asks nothing", run), "floor: one empty statement; part of each number above");
}

function noted(found: Measurement[], note: string): Measurement[] {
  reportProgress(found);
  return found.map((measurement) => ({ ...measurement, note: [measurement.note, note].filter(Boolean).join("; ") }));
}
