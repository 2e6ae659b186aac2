import "server-only";
import { type Ctx, type TxCtx, withTransaction } from "./ctx";
import { applyRateLimit, type RateLimit } from "./rate-limits";

type Act<T> = (ctx: Ctx | TxCtx) => Promise<T>;
type Waiting = {
  ctx: Ctx;
  rateLimit?: RateLimit;
  act: Act<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/** Such a transaction holds the record that they have in common, so it is kept short. */
const mostTogether = 25;

/** Who waits for the transaction that is under way, by session and record; an empty list while nobody does. */
const lines = new Map<string, Waiting[]>();

/**
 * Runs a command on a record that is locked until its commit is on the disk, such as a case to which many files come:
 * what one session asks of it meanwhile shares the next transaction, one sync for all. Each is an act of its own in it,
 * with its own audit entry: one that is refused takes nothing with it. Whoever comes alone waits for nobody. Answers after
 * the commit.
 * @param rateLimit that of the command: inside a transaction it does not count by itself
 * @throws what the command throws
 */
export function shareCommit<T>(ctx: Ctx, recordId: string, act: Act<T>, rateLimit?: RateLimit): Promise<T> {
  const key = [ctx.orgId, ctx.actor.memberId, ctx.sessionId, recordId].join("|");
  return new Promise<T>((resolve, reject) => {
    const waiting: Waiting = {
      ctx,
      act,
      resolve: resolve as Waiting["resolve"],
      reject,
      ...(rateLimit ? { rateLimit } : {}),
    };
    const line = lines.get(key);
    if (line) line.push(waiting);
    else {
      lines.set(key, []);
      void workOff(key, [waiting]);
    }
  });
}

async function workOff(key: string, first: Waiting[]): Promise<void> {
  for (let group = first; group.length > 0; group = lines.get(key)?.splice(0, mostTogether) ?? []) {
    await (group.length === 1 ? Promise.all(group.map(runAlone)) : runGroup(group));
  }
  lines.delete(key);
}

function runAlone({ ctx, act, resolve, reject }: Waiting): Promise<void> {
  return act(ctx).then(resolve, reject);
}

async function runGroup(group: readonly Waiting[]): Promise<void> {
  const within = await withinLimits(group);
  const outcomes = await runInOne(within).catch((error: unknown) => {
    for (const { reject } of within) reject(error);
    return new Map(within.map((waiting) => [waiting, "rejected" as const]));
  });
  for (const waiting of group) {
    const outcome = outcomes.get(waiting);
    // Once more by itself: a refusal is noted only outside the transaction of others.
    if (outcome === undefined) await runAlone(waiting);
    else if (outcome !== "rejected") waiting.resolve(outcome.value);
  }
}

/** Those whose command may run now. */
async function withinLimits(group: readonly Waiting[]): Promise<Waiting[]> {
  const within: Waiting[] = [];
  for (const waiting of group) {
    const { ctx, rateLimit } = waiting;
    const may =
      rateLimit === undefined ||
      (await applyRateLimit(ctx, rateLimit).then(
        () => true,
        () => false,
      ));
    if (may) within.push(waiting);
  }
  return within;
}

type Outcomes = Map<Waiting, { value: unknown } | "rejected">;

/** What came of each; nothing for one that was refused or failed, which was rolled back by itself. */
async function runInOne(group: readonly Waiting[]): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  // Who came last was let in last.
  const ctx = group.at(-1)?.ctx;
  if (!ctx) return outcomes;
  const batch = { known: new Map<string, unknown>(), asked: new Set<string>() };
  await withTransaction({ ...ctx, batch }, "read write", async (open) => {
    for (const waiting of group) {
      await waiting.act(open).then(
        (value) => outcomes.set(waiting, { value }),
        () => undefined,
      );
    }
  });
  return outcomes;
}
