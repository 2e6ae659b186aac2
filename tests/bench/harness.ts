import postgres from "postgres";

export type Measurement = {
  name: string;
  /** How often it was done. */
  n: number;
  unit: "ms" | "s" | "MB" | "bytes" | "per s" | "wrong";
  ours: number;
  /** The least that this machine needs for the same, measured in the same run; null when there is no such thing. */
  floor: number | null;
  ratio: number | null;
  /** What is wanted of `ours` or `ratio`, as `at most 3`, and whether this run has it; left out where nothing is. */
  target?: string;
  met?: boolean;
  note: string;
};

/** What tests/bench/NAME.ts exports as `bench`. */
export type Bench = () => Promise<Measurement[]>;

/** The trial that tests/db/bench makes of each: everything once at its smallest size, and nothing that needs a build. */
export const isTrial = process.env.BENCH_TRIAL === "yes";
/** `--quick`: the smallest sizes that still say something, once each. */
export const isQuick = process.argv.includes("--quick");
export function sizeOf(whole: number, atTrial: number): number {
  if (isTrial) return atTrial;
  return isQuick ? Math.max(atTrial, Math.ceil(whole / 10)) : whole;
}

/** The sizes that were asked for by `--sizes=50,200`. */
export function askedSizes(otherwise: readonly number[], atTrial: number): number[] {
  if (isTrial) return [atTrial];
  if (isQuick) return otherwise.slice(0, 1);
  const asked = process.argv.find((word) => word.startsWith("--sizes="))?.slice(8);
  return asked ? asked.split(",").map(Number) : [...otherwise];
}

/** The database of this process, as the superuser: no row is checked, so what it asks is the least there is to do. */
export function superuserUrl(): string {
  const name = (process.env.DATABASE_URL ?? "").split("/").at(-1) ?? "";
  return (process.env.BENCH_SUPERUSER_URL ?? "").replace(/[^/]+$/, name);
}

/** How often both are done before anything is timed. */
export const warmUpOf = (n: number): number => Math.ceil(n / 10);

const fewTurns = 30;

type Times = { p50: number; p95: number; all: number[] };

/**
 * Times `ours` and `floor` in turns, so that whatever else the machine does falls on both alike.
 * @returns milliseconds; `note` says when the floor drifted twofold, which makes the run worthless
 */
export async function interleave(
  ours: () => Promise<unknown>,
  floor: () => Promise<unknown>,
  asked: { n: number; warmUp?: number },
): Promise<{ ours: Times; floor: Times; note: string }> {
  const { n, warmUp = warmUpOf(n) } = isTrial
    ? { n: 1, warmUp: 0 }
    : isQuick
      ? { n: Math.min(asked.n, fewTurns) }
      : asked;
  for (let turn = 0; turn < warmUp; turn += 1) {
    await ours();
    await floor();
  }
  await drain();
  const times = { ours: [] as number[], floor: [] as number[] };
  for (let turn = 0; turn < n; turn += 1) {
    const order = turn % 2 === 0 ? (["ours", "floor"] as const) : (["floor", "ours"] as const);
    for (const which of order) times[which].push(await millisecondsOf(which === "ours" ? ours : floor));
  }
  return { ours: summary(times.ours), floor: summary(times.floor), note: driftNote(times.floor) };
}

/** The p50 and p95 of an interleaved pair as two measurements. */
export function measurements(name: string, run: Awaited<ReturnType<typeof interleave>>): Measurement[] {
  return (["p50", "p95"] as const).map((part) => ({
    name: `${name} ${part}`,
    n: run.ours.all.length,
    unit: "ms",
    ours: round(run.ours[part]),
    floor: round(run.floor[part]),
    ratio: round(run.ours[part] / run.floor[part]),
    note: run.note,
  }));
}

/** What was said on the way so far, for a run that breaks off. */
export const reported: Measurement[] = [];

/** Says on the way what is known already: a run over 100,000 cases takes long, and may break off. */
export function reportProgress(found: readonly Measurement[]): void {
  if (isTrial) return;
  reported.push(...found);
  for (const { name, ours, floor, unit, ratio, target, met } of found) {
    const wanted = target === undefined ? "" : `, ${target}: ${met ? "met" : "not met"}`;
    console.error(`  ${name}: ${ours} ${unit}${floor === null ? "" : `, floor ${floor}, ratio ${ratio}`}${wanted}`);
  }
}

/** The row with what is wanted of it. */
export function judged(
  row: Measurement,
  of: "ours" | "ratio",
  wanted: "at most" | "at least",
  limit: number,
): Measurement {
  const found = row[of] ?? Number.NaN;
  const { note, ...measured } = row;
  const met = wanted === "at most" ? found <= limit : found >= limit;
  return { ...measured, target: `${of === "ratio" ? "ratio " : ""}${wanted} ${limit}`, met, note };
}

export async function millisecondsOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Waits until Postgres has written what it holds and runs nothing else, so that one target does not pay for another. */
export async function drain(): Promise<void> {
  if (isTrial) return;
  const sql = postgres(process.env.BENCH_SUPERUSER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    await sql`checkpoint`;
    for (let tries = 0; tries < 100; tries += 1) {
      const [row] = await sql<{ busy: number }[]>`
        select count(*)::int as busy from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()
          and backend_type in ('client backend', 'autovacuum worker')`;
      if (row?.busy === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await sql.end();
  }
}

export function summary(all: number[]): Times {
  return { p50: quantile(all, 0.5), p95: quantile(all, 0.95), all };
}

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const round = (value: number): number => Number(value.toPrecision(4));

function driftNote(floor: number[]): string {
  const half = Math.floor(floor.length / 2);
  const early = quantile(floor.slice(0, half), 0.5);
  const late = quantile(floor.slice(half), 0.5);
  const drift = Math.max(early, late) / Math.min(early, late);
  return drift >= 2 ? `the floor drifted ${drift.toFixed(1)}-fold: run again on a quiet machine` : "";
}
