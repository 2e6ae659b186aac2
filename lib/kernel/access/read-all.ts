import "server-only";
import { afterFailure, sqlState } from "./database-errors";

/**
 * Waits for what a page reads, all asked at once: what is asked in one turn is one statement, and each `await` behind another
 * a statement more. Values that are there already may stand among them. What one of them threw is thrown when all have
 * ended, so that nothing is asked behind the end of the transaction.
 */
export async function readAll<Asked extends Record<string, unknown>>(
  asked: Asked,
): Promise<{ [Name in keyof Asked]: Awaited<Asked[Name]> }> {
  const names = Object.keys(asked);
  const answers = await Promise.allSettled(Object.values(asked));
  const failures = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  if (failures.length > 0) throw failures.find((error) => sqlState(error) !== afterFailure) ?? failures[0];
  const values = answers.map((answer) => (answer as PromiseFulfilledResult<unknown>).value);
  return Object.fromEntries(names.map((name, at) => [name, values[at]])) as {
    [Name in keyof Asked]: Awaited<Asked[Name]>;
  };
}
