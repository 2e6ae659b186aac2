import "server-only";
import { pino } from "pino";
import { env } from "./env";

let made: pino.Logger | undefined;

/** One line of JSON for each event. Give it ids, names of jobs and codes; never a name, a number or a file name. */
export function log(): pino.Logger {
  // Written at once: what a program says last is not lost with it.
  made ??= pino({ level: env().LOG_LEVEL, base: undefined }, pino.destination({ dest: 1, sync: true }));
  return made;
}
