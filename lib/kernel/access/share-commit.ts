import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import "server-only";
import { type Ctx, type TxCtx, withTransaction } from "./ctx";
import { applyRateLimit, type RateLimit } from "./rate-limits";

type Act<T> = (ctx: Ctx | TxCtx) => Promise<T>;

/** One act for several inputs, with an answer for each in their order. It does all of them or throws. */
type Several = (ctx: Ctx | TxCtx, inputs: readonly unknown[]) => Promise<readonly unknown[]>;

type Sharing = {
  /** That of the command: inside a transaction it does not count by itself. */
  rateLimit?: RateLimit;
  /** Loads the person again before the transaction, once for all who share it; null when the session has ended. */
  again?: () => Promise<Ctx | null>;
  /**
   * Acts with the same `run` are done by one call of it, in fewer statements than one by one. What it throws is not
   * told: each of them is then done by itself.
   */
  several?: { run: Several; input: unknown };
};

type Waiting = Sharing & {
  ctx: Ctx;
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
 * @throws what the command throws; AppError unauthenticated
 */
export function shareCommit<T>(ctx: Ctx, recordId: string, act: Act<T>, sharing: Sharing = {}): Promise<T> {
  const key = [ctx.orgId, ctx.actor.memberId, ctx.sessionId, recordId].join("|");
  return new Promise<T>((resolve, reject) => {
    const waiting: Waiting = { ...sharing, ctx, act, resolve: resolve as Waiting["resolve"], reject };
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

function runAlone({ ctx, again, act, resolve, reject }: Waiting): Promise<void> {
  return stillOf(ctx, again).then(act).then(resolve, reject);
}

/** Who acts, loaded again where that is asked for. @throws AppError unauthenticated */
async function stillOf(ctx: Ctx, again: Sharing["again"]): Promise<Ctx> {
  const still = again ? await again() : ctx;
  if (!still) throw new AppError("unauthenticated", t("Sign in again."));
  return still;
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
  // Who came last was let in last. They are of one session, so that who is loaded again for one is for all.
  const last = group.findLast(({ again }) => again) ?? group.at(-1);
  if (!last) return outcomes;
  const ctx = await stillOf(last.ctx, last.again).catch(() => null);
  if (!ctx) return outcomes;
  const batch = { known: new Map<string, unknown>(), asked: new Set<string>() };
  await withTransaction({ ...ctx, batch }, "read write", async (open) => {
    for (const like of alikeIn(group)) await runAlike(open, like, outcomes);
  });
  return outcomes;
}

/** Those whom one call does, together; everybody else by themselves. */
function alikeIn(group: readonly Waiting[]): Waiting[][] {
  return [...Map.groupBy(group, (waiting) => waiting.several?.run ?? waiting).values()];
}

async function runAlike(open: TxCtx, like: readonly Waiting[], outcomes: Outcomes): Promise<void> {
  const run = like.length > 1 ? like[0]?.several?.run : undefined;
  const values =
    run &&
    (await run(
      open,
      like.map(({ several }) => several?.input),
    ).catch(() => null));
  for (const [at, waiting] of like.entries()) {
    if (values) outcomes.set(waiting, { value: values[at] });
    else {
      await waiting.act(open).then(
        (value) => outcomes.set(waiting, { value }),
        () => undefined,
      );
    }
  }
}
