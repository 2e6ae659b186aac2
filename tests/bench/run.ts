import { type Bench, type Measurement, reported } from "./harness";

// Started by bin/bench.mjs with the name of a scenario, in an environment that leads to a database of its own.
const name = process.argv[2] ?? "";
const { bench } = (await import(`./${name}.ts`)) as { bench: Bench };
try {
  for (const measurement of await bench()) say(measurement);
  process.exit(0);
} catch (error) {
  // What it measured before it broke off stands.
  for (const measurement of reported) say(measurement);
  console.error(error);
  process.exit(1);
}

function say(measurement: Measurement): void {
  if (process.argv.includes("--json")) console.log(JSON.stringify(measurement));
  else console.log(process.argv.includes("--table") ? row(measurement) : line(measurement));
}

function line({ name, n, unit, ours, floor, ratio, target, met, note }: Measurement): string {
  const beside = floor === null ? "" : `, floor ${floor} ${unit}, ratio ${ratio}`;
  const wanted = target === undefined ? "" : `, ${target}: ${met ? "met" : "not met"}`;
  return `${name} (n ${n}): ${ours} ${unit}${beside}${wanted}${note ? ` (${note})` : ""}`;
}

/** A row of docs/performance.md. */
function row({ name, n, unit, ours, floor, ratio, target, met, note }: Measurement): string {
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
