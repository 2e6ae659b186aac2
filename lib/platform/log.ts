import "server-only";
import { pino } from "pino";
import { env } from "./env";

let made: pino.Logger | undefined;

/** One line of JSON for each event. Give it ids, names of jobs and codes; never a name, a number or a file name. */
export function log(): pino.Logger {
  // Written synchronously: a program's last line must not be lost.
  made ??= pino({ level: env().LOG_LEVEL, base: undefined }, pino.destination({ dest: 1, sync: true }));
  return made;
}
