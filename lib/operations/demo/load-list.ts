import "server-only";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { runImport } from "@/lib/operations/imports/commands/run-import";
import { saveMapping } from "@/lib/operations/imports/commands/save-mapping";
import { listRows, readImport } from "@/lib/operations/imports/queries";
import { receiveList } from "@/lib/operations/imports/receive-list";
import { workImport } from "@/lib/operations/imports/work-import";
import { daysAgo } from "./days";
import type { Cast } from "./load-people";

/** An older list with two rows that become cases, one that resembles an existing case, and one with errors. */
const lines = [
  "Code name;Client name;Phone;Risk;Matter;Platform;Handle;Date;What happened;CAS number;Station;Owner",
  "Baobab;Nomsa Beispiel;082 000 0061;Medium;Messages at night from new accounts;Instagram;@night_owl_ex;04/11/2025 23:40;A message from a new account, after the last was blocked.;61/11/2025;Voorbeeldfontein;sipho@kestrel.example",
  "Sugarbush;Karel Voorbeeld;082 000 0062;High;A threat to publish private messages;Facebook;mask.example;12/10/2025 19:05;The person wrote that they would send private messages to the employer.;;;sipho@kestrel.example",
  "Acacia;Lerato Mustermann;+27 82 000 0005;High;Threats from abroad;X;@acacia_ex;20/09/2025 08:15;A threat that names the street.;;;sipho@kestrel.example",
  "Tamboti;Ada Exempel;082 000 0064;purple;;Instagram;@tamboti_ex;31/02/2025;;;;",
];

/** Brings in the list as a supervisor would, with the columns that were guessed. Returns the ids of its cases. */
export async function loadList({ supervisor }: Cast): Promise<string[]> {
  const ctx = daysAgo(supervisor.ctx, 1, "16:00");
  const service = jobCtx(ctx.orgId);
  const body = (async function* () {
    yield Buffer.from(lines.join("\r\n"));
  })();
  const { id: importId } = await receiveList(ctx, { body, name: "cases before 2026.csv" }, async () => ctx);
  await workImport(service, { importId });
  const { mapping } = await readImport(ctx, importId);
  await saveMapping(ctx, { importId, ...mapping, keepAs: "Spreadsheet of the old office" });
  await workImport(service, { importId });
  await runImport(ctx, { importId, twins: "leave_out" });
  await workImport(service, { importId });
  const { rows } = await listRows(ctx, importId, { states: ["imported"] });
  return rows.flatMap((row) => row.caseId ?? []);
}
