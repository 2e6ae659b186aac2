import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import postgres from "postgres";
import { makeOrg } from "../support/org";
import { askedSizes, drain, type Measurement, round, sizeOf, superuserUrl } from "./harness";
import { plantOpenCases } from "./support/planted-cases";

const sizes = askedSizes([1_000, 10_000, 100_000], 3);

type Round = { looked: number; changed: number; completed: number; seconds: number; aboveStartMb: number };
type Sized = { size: number; first: Round; second: Round };

/** The round over all open cases: how long it takes and what memory it holds, as the number of cases grows. */
export async function bench(): Promise<Measurement[]> {
  const bare = postgres(superuserUrl(), { max: 1, onnotice: () => {} });
  try {
    const warmUp = await plantOrganisation(bare, sizeOf(500, 1));
    const runs: Sized[] = [];
    for (const size of sizes) {
      const orgId = await plantOrganisation(bare, size);
      await drain();
      const first = await apart([orgId, warmUp]);
      await drain();
      const second = await apart([orgId, warmUp]);
      if (first.looked !== size || second.changed > 0) throw new Error(`The round looked at ${first.looked}.`);
      runs.push({ size, first, second });
    }
    return [...runs.flatMap(measured), ...growth(runs)];
  } finally {
    await bare.end();
  }
}

async function plantOrganisation(bare: postgres.Sql, size: number): Promise<string> {
  const org = await makeOrg(`Organisation of ${size}`);
  const owner = await org.person("caseworker");
  await plantOpenCases(bare, org.id, owner.memberId, size);
  return org.id;
}

async function apart(words: string[]): Promise<Round> {
  const script = ["--conditions=react-server", "--import", "tsx", "tests/bench/support/sweep.ts"];
  const child = spawn(process.execPath, [...script, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(await text(child.stdout)) as Round;
}

function measured({ size, first, second }: Sized): Measurement[] {
  const row = (name: string, unit: Measurement["unit"], ours: number, note: string): Measurement => ({
    name: `${size} open cases, ${name}`,
    n: 1,
    unit,
    ours: round(ours),
    floor: null,
    ratio: null,
    note,
  });
  const news = `${first.changed} changed, ${first.completed} steps noted as done`;
  return [
    row("first round", "s", first.seconds, news),
    row("first round, cases", "per s", size / first.seconds, ""),
    row("first round, peak memory above start", "MB", first.aboveStartMb, "of the process of the job"),
    row("round when nothing changed", "s", second.seconds, ""),
    row("round when nothing changed, cases", "per s", size / second.seconds, ""),
    row("round when nothing changed, peak memory above start", "MB", second.aboveStartMb, "of the process of the job"),
  ];
}

/** Ten times as many cases should take ten times as long, and no more memory. */
function growth(runs: readonly Sized[]): Measurement[] {
  const few = runs.at(-2);
  const many = runs.at(-1);
  if (!few || !many) return [];
  const times = many.size / few.size;
  const ratio = round(many.second.seconds / few.second.seconds / times);
  const memory = round(many.second.aboveStartMb - few.second.aboveStartMb);
  const same = { n: 1, floor: null };
  const sizes = `${few.size} to ${many.size} cases`;
  const time = `ratio ${ratio}, ${sizes}; 1 is linear${ratio > 1.5 ? ": IT GROWS FASTER THAN ITS CASES, or the machine was busy" : ""}`;
  const held = `above start, ${sizes}${memory > 150 ? ": IT HOLDS MORE THAN A BATCH" : ""}`;
  return [
    { ...same, name: "time for each case, growth", unit: "s", ours: round(many.second.seconds), ratio, note: time },
    { ...same, name: "memory, growth", unit: "MB", ours: memory, ratio: null, note: held },
  ];
}
