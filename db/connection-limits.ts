/**
 * What each connection of the app begins with, in milliseconds: a question that was given up must not run on. A pooler in
 * between keeps them from Postgres, so its own settings say the same (deploy/pgbouncer.ini).
 */
export const connectionLimits = {
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
  lock_timeout: 3_000,
} as const;
