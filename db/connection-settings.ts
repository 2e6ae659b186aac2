/**
 * What each connection of the app begins with. Limits are in milliseconds: a question that was given up must not run on. Plans
 * are made once for a statement and kept: what a page asks together is long, and planning it anew for each set of values took
 * longer than answering it. A pooler in between keeps all this from Postgres, so its own settings say the same
 * (deploy/pgbouncer.ini).
 */
export const connectionSettings = {
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
  lock_timeout: 3_000,
  plan_cache_mode: "force_generic_plan",
} as const;
