import "server-only";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { BringInCase } from "../input";
import { refuseOddDays } from "../rules";
import { writeOpening } from "../write-opening";

/**
 * As openCase, for an imported row: the case may have been opened on an earlier date. closePastCase records how it
 * ended, once its numbers are imported.
 * @throws AppError as openCase; invalid for impossible dates
 */
export const bringInCase = command({
  needs: "case.import",
  input: BringInCase,
  async run(ctx, input) {
    const playbook = findPlaybook(input.pair, undefined, await readLaw(ctx));
    refuseOddDays(input, playbook?.home.zone ?? "UTC", ctx.now);
    // An import says how to reach somebody, but nobody has reviewed it with the client.
    const client = input.client && { ...input.client, safeContactReviewed: false };
    // An old list may lack what is required today: the case says that it is missing.
    return writeOpening(ctx, { ...input, client, customLater: true }, { openedOn: input.openedOn });
  },
});
