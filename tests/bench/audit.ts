import { sql } from "drizzle-orm";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { verifyChain } from "@/lib/kernel/audit/verify-chain";
import { newId } from "@/lib/platform/ids";
import { makeOrg } from "../support/org";
import { drain, type Measurement, millisecondsOf, quantile, round, sizeOf } from "./harness";

const writers = sizeOf(20, 2);
const appends = sizeOf(6_000, 4);
const batch = sizeOf(2_000, 20);
const planted = batch * sizeOf(100, 1);
const rounds = sizeOf(3, 1);

/** Appends of 20 writers to one organisation, each in a transaction of its own, and how fast a long log is walked. */
export async function bench(): Promise<Measurement[]> {
  const org = await makeOrg();
  const person = await org.person("supervisor");
  const entry = () => ({ action: "case.viewed", subjectId: newId(), caseId: newId(), detail: {} }) as const;
  const append = () => withTransaction(person.ctx, "read write", ({ db }) => writeAudit(db, entry()));
  for (let turn = 0; turn < sizeOf(50, 1); turn += 1) await append();
  await drain();
  const all = await millisecondsOf(() =>
    Promise.all(
      Array.from({ length: writers }, async () => {
        for (let turn = 0; turn < appends / writers; turn += 1) await append();
      }),
    ),
  );
  const appended: Measurement = {
    name: `append to the log of one organisation, ${writers} writers`,
    n: appends,
    unit: "per s",
    floor: null,
    ratio: null,
    ours: round(appends / (all / 1000)),
    note: "each append is a transaction that enters, appends and commits; target 500",
  };
  return [appended, await walked(org)];
}

async function walked(org: Awaited<ReturnType<typeof makeOrg>>): Promise<Measurement> {
  for (let done = 0; done < planted; done += batch) {
    await withTransaction(org.service(), "read write", ({ db }) =>
      db.execute(sql`select count(audit.append('case.viewed', gen_random_uuid(), gen_random_uuid(), '{"kind": "x"}'))
        from generate_series(1, ${batch}::int)`),
    );
  }
  await drain();
  const times: number[] = [];
  const before = process.memoryUsage().rss;
  let peak = before;
  let entries = 0;
  const onProgress = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  for (let turn = 0; turn < rounds; turn += 1) {
    times.push(
      await millisecondsOf(async () => {
        const report = await verifyChain(org.service(), { onProgress });
        if (report.broken) throw new Error("The planted log does not hold.");
        entries = report.entries;
      }),
    );
  }
  return {
    name: `walk a log of ${entries} entries`,
    n: rounds,
    unit: "per s",
    floor: null,
    ratio: null,
    ours: round(entries / (quantile(times, 0.5) / 1000)),
    note: `every hash computed again; ${Math.round((peak - before) / 1e6)} MB more memory at most`,
  };
}
