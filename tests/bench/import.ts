import postgres from "postgres";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { runImport } from "@/lib/operations/imports/commands/run-import";
import { readImport } from "@/lib/operations/imports/queries";
import { workImport } from "@/lib/operations/imports/work-import";
import { caseForm } from "../support/case-form";
import { checkListOf, csvOf, listHeaders, readListOf } from "../support/list-file";
import { makeOrg } from "../support/org";
import { askedSizes, type Measurement, millisecondsOf, quantile, round, superuserUrl } from "./harness";

const sizes = askedSizes([2_000], 2);

/**
 * A list of rows that are all good: what a row takes to be checked and to become a case, beside the same rows written by
 * bare inserts, and how long a person who opens a case meanwhile waits.
 */
export async function bench(): Promise<Measurement[]> {
  const found: Measurement[] = [];
  for (const size of sizes) found.push(...(await measure(size)));
  return found;
}

async function measure(size: number): Promise<Measurement[]> {
  const org = await makeOrg();
  const peak = watchMemory();
  const importId = await readListOf(org, csvOf([listHeaders, ...Array.from({ length: size }, (_, at) => rowOf(at))]));
  const check = await millisecondsOf(() => checkListOf(org, importId));
  const supervisor = await org.as("supervisor");
  await runImport(supervisor, { importId, twins: "leave_out" });
  const waits: number[] = [];
  let running = true;
  const person = (async () => {
    while (running) {
      const now = { ...(await org.as("supervisor")), now: new Date() };
      waits.push(await millisecondsOf(() => openCase(now, caseForm())));
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  })();
  const run = await millisecondsOf(() => workImport(org.service(), { importId }));
  running = false;
  await person;
  const { view } = await readImport(supervisor, importId);
  if (view.imported !== size) throw new Error(`${view.imported} of ${size} rows came in.`);
  const memory = peak.stop();
  const floor = await bareInserts(org.id);
  const row = (name: string, unit: "ms" | "MB", ours: number, least: number | null, note = ""): Measurement => {
    return { name: `import of ${size}, ${name}`, n: size, unit, ours: round(ours), floor: least, ratio: null, note };
  };
  const beside = (measurement: Measurement): Measurement => ({
    ...measurement,
    ratio: measurement.floor && round(measurement.ours / measurement.floor),
  });
  const least = round(floor / size);
  return [
    beside(row("check, each row", "ms", check / size, least, "floor: the rows of the cases by bare inserts")),
    beside(
      row("run, each row", "ms", run / size, least, "the same floor; a person opens a case every second meanwhile"),
    ),
    row("a person opens a case meanwhile, longest wait", "ms", Math.max(...waits), null, `${waits.length} cases`),
    row("a person opens a case meanwhile, p50", "ms", quantile(waits, 0.5), null),
    row("peak memory above start", "MB", memory, null, "of the process that reads, checks and runs"),
  ];
}

const letters = "bdfgjklmnprstvwz";
const syllables = (at: number) =>
  [...at.toString(16)].map((digit) => `${letters[Number.parseInt(digit, 16)]}a`).join("");

/** Names that do not sound alike, one client, account, incident and number each, and no owner. */
function rowOf(at: number): string[] {
  const name = syllables(at + 4096);
  const other = syllables(((at + 7) * 7919) % 1_000_003);
  return [
    `Bench ${at}`,
    `${name} ${other}`,
    `083${String(at).padStart(7, "0")}`,
    "Hoog",
    "Threats from abroad",
    "Insta",
    `@bench${at}`,
    "13/10/2025 10:06",
    "A message with a threat",
    `${at + 1}/10/2025`,
    "Voorbeeldfontein",
    "",
  ];
}

function watchMemory() {
  const start = process.memoryUsage().rss;
  let most = start;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return (most - start) / 1_048_576;
    },
  };
}

/**
 * The rows of what came in, written once more by the superuser: one insert for each table, and no wall, trigger, foreign
 * key or audit. The least there is to do.
 */
async function bareInserts(orgId: string): Promise<number> {
  const bare = postgres(superuserUrl(), { max: 1, onnotice: () => {} });
  try {
    await bare`create temporary table plant as select c.id as old_case, gen_random_uuid() as case_id, c.client_id as
      old_client, gen_random_uuid() as client_id from app.cases c where c.org_id = ${orgId}::uuid and c.code in
      (select x.code from app.cases x join app.import_rows r on r.case_id = x.id where x.org_id = ${orgId}::uuid)`;
    const copies: string[] = [];
    for (const [table, on] of Object.entries(copied)) copies.push(await copyOf(bare, table, on));
    return await millisecondsOf(() =>
      bare.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        for (const copy of copies) await tx.unsafe(copy);
      }),
    );
  } finally {
    await bare.end();
  }
}

const ofCase = "t.case_id = p.old_case";
const copied: Record<string, string> = {
  clients: "t.id = p.old_client",
  cases: "t.id = p.old_case",
  case_members: ofCase,
  subjects: ofCase,
  accounts: ofCase,
  incidents: ofCase,
  references: ofCase,
};

/** An insert of every row of a table that hangs on a case of the list, under other ids and other unique words. */
async function copyOf(bare: Bare, table: string, on: string): Promise<string> {
  const columns = await bare<{ name: string }[]>`select column_name as name from information_schema.columns
    where table_schema = 'app' and table_name = ${table} and is_generated = 'NEVER'`;
  const own = table === "cases" ? "p.case_id" : table === "clients" ? "p.client_id" : "gen_random_uuid()";
  const fresh: Record<string, string> = {
    id: own,
    case_id: "p.case_id",
    client_id: "p.client_id",
    ...(["clients", "cases"].includes(table)
      ? { number: "t.number + 1000000", code: "t.code || '-copy'", pseudonym: "t.pseudonym || ' copy'" }
      : {}),
  };
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const values = columns.map(({ name }) => fresh[name] ?? `t."${name}"`).join(", ");
  return `insert into app."${table}" (${names}) select ${values} from app."${table}" t join plant p on ${on}`;
}

type Bare = postgres.Sql;
