import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss, type SendOptions } from "pg-boss";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { traceparent } from "@/lib/platform/telemetry/span";
import type { JobName, JobPayload } from "./names";

/** A mail server may be down for hours; a claim on a mail expires ten minutes after its worker died. */
const patience: Partial<Record<JobName, SendOptions>> = {
  "client.notice": { retryLimit: 8, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  "mail.send": { retryLimit: 8, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  // Another system may be down for hours.
  "case.send": { retryLimit: 8, retryDelay: 60, retryBackoff: true, expireInSeconds: 300 },
  // A site has twenty seconds for each of four answers; what was not found is looked for again by the round.
  "address.check": { retryLimit: 1, retryDelay: 300, expireInSeconds: 300 },
  // Sixty pages of a scan, each of which may take a minute; the heartbeat detects a dead worker.
  "exhibit.read": { heartbeatSeconds: 15, expireInSeconds: 3 * 3600 },
  // A sandboxed read may take 15 minutes; nothing else may start while it runs.
  "chat.read": { expireInSeconds: 1800 },
  // A dead worker is detected by its missing heartbeat, and another starts again; a large packet may take half an hour.
  "packet.assemble": { heartbeatSeconds: 15, expireInSeconds: 1800 },
  "packet.stamp": { heartbeatSeconds: 15, expireInSeconds: 1800 },
  // What two people approved for erasure is gone soon, even if the worker died over it.
  "record.erase": { heartbeatSeconds: 15, expireInSeconds: 1800 },
  // Fifty thousand rows, or every case, may take hours; the heartbeat still detects a dead worker.
  "import.work": { heartbeatSeconds: 15, expireInSeconds: 20 * 3600, retryLimit: 5 },
  "export.build": { heartbeatSeconds: 15, expireInSeconds: 20 * 3600 },
};

/**
 * Enqueues a job in the transaction of the change that causes it: both happen, or neither. In a batch the same job is
 * enqueued once. @param startAfter an instant before which no worker runs it
 */
export async function enqueue<Name extends JobName>(
  ctx: TxCtx,
  name: Name,
  payload: Omit<JobPayload[Name], "orgId">,
  startAfter?: Date,
): Promise<void> {
  const asking = `${name} ${JSON.stringify(payload)}`;
  if (!startAfter && ctx.batch?.asked.has(asking)) return;
  const data = { ...payload, orgId: ctx.orgId, ...traceparent() };
  // Where jobs of a queue run in parallel, each organisation has one slot: lib/operations/worker/take-jobs.ts.
  const group = { id: ctx.orgId };
  const options = { ...patience[name], group, ...(startAfter ? { startAfter } : {}) };
  await sending.run(ctx.db, () => queue().send(name, data, options));
  ctx.batch?.asked.add(asking);
}

/** The same for several payloads of one kind, each asked for the first time, in one statement. */
export async function enqueueAll<Name extends JobName>(
  ctx: TxCtx,
  name: Name,
  payloads: readonly Omit<JobPayload[Name], "orgId">[],
): Promise<void> {
  const group = { id: ctx.orgId };
  const jobs = payloads.map((payload) => ({
    ...patience[name],
    data: { ...payload, orgId: ctx.orgId, ...traceparent() },
    group,
  }));
  await sending.run(ctx.db, () => queue().insert(name, jobs));
}

/** The open transaction of who enqueues. */
const sending = new AsyncLocalStorage<TxCtx["db"]>();

const openTransaction = {
  executeSql: (text: string, values?: unknown[]) => {
    const tx = sending.getStore();
    if (!tx) throw new Error("A job is enqueued in a transaction.");
    return fromDrizzle(tx, sql).executeSql(text, values);
  },
};

let made: PgBoss | undefined;

/**
 * Never started: it has no connection of its own and uses the open transaction of each caller. One for the process,
 * since it asks for the settings of a queue before its first job only.
 */
function queue(): PgBoss {
  made ??= new PgBoss({ db: openTransaction, schema: "pgboss", migrate: false, supervise: false, schedule: false });
  return made;
}
