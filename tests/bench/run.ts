import type { Bench } from "./harness";

// Started by bin/bench.mjs with the name of a scenario, in an environment that leads to a database of its own.
const name = process.argv[2] ?? "";
const { bench } = (await import(`./${name}.ts`)) as { bench: Bench };
const found = await bench();

for (const measurement of found) {
  if (process.argv.includes("--json")) console.log(JSON.stringify(measurement));
  else if (process.argv.includes("--table")) console.log(row(measurement));
  else console.log(line(measurement));
}
process.exit();

function line({ name, n, unit, ours, floor, ratio, target, met, note }: Awaited<ReturnType<Bench>>[number]): string {
  const beside = floor === null ? "" : `, floor ${floor} ${unit}, ratio ${ratio}`;
  const wanted = target === undefined ? "" : `, ${target}: ${met ? "met" : "not met"}`;
  return `${name} (n ${n}): ${ours} ${unit}${beside}${wanted}${note ? ` (${note})` : ""}`;
}

/** A row of docs/performance.md. */
function row({ name, n, unit, ours, floor, ratio, target, met, note }: Awaited<ReturnType<Bench>>[number]): string {
  const cells = [
    name,
    n,
    `${ours} ${unit}`,
    floor ?? "",
    ratio ?? "",
    target ?? "",
    target ? (met ? "met" : "not met") : "",
  ];
  return `| ${[...cells, note.replaceAll("|", "/")].join(" | ")} |`;
}
