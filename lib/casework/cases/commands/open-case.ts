import "server-only";
import { command } from "@/lib/kernel/access/command";
import { OpenCase } from "../input";
import { writeOpening } from "../write-opening";

/**
 * Opens a case with its client, subject, accounts and first incidents: all of it, or nothing. Pins the newest playbook
 * of the pair. The person who opens it becomes its owner. With an intimate image of a client under 18, it accepts no
 * files from the start.
 * @throws AppError conflict on `id` if the same form already opened the case, or on `client.pseudonym`
 */
export const openCase = command({
  needs: "case.open",
  input: OpenCase,
  rateLimit: "record",
  run: (ctx, input) => writeOpening(ctx, input, { openedOn: null }),
});
