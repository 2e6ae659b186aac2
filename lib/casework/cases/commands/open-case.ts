import "server-only";
import { command } from "@/lib/kernel/access/command";
import { OpenCase } from "../input";
import { writeOpening } from "../write-opening";

/**
 * Opens a case with its client, subject, accounts and first incidents: all of it, or nothing. The newest playbook of
 * the pair is pinned. Who opens it owns it. With an intimate image of a client under 18, it takes no file from the start.
 * @throws AppError conflict on `id` when the same form opened the case already, or on `client.pseudonym`
 */
export const openCase = command({
  needs: "case.open",
  input: OpenCase,
  rateLimit: "record",
  run: (ctx, input) => writeOpening(ctx, input, { openedOn: null }),
});
