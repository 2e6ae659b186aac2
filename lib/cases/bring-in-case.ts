import "server-only";
import { command } from "@/lib/access/command";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { readLaw } from "@/lib/law/queries";
import { BringInCase } from "./input";
import { refuseOddDays } from "./rules";
import { writeOpening } from "./write-opening";

/**
 * As openCase, for a row of a list: the case may have been opened on an earlier day. How it ended is written apart,
 * by closePastCase, once its numbers are in.
 * @throws AppError as openCase; invalid for days that cannot be
 */
export const bringInCase = command({
  needs: "case.import",
  input: BringInCase,
  async run(ctx, input) {
    const playbook = findPlaybook(input.pair, undefined, await readLaw(ctx));
    refuseOddDays(input, playbook?.home.zone ?? "UTC", ctx.now);
    // Whoever runs the list was shown who seems the same and decided on each row.
    const client = input.client && { ...input.client, somebodyElse: true, safeContactReviewed: false };
    return writeOpening(ctx, { ...input, client }, { openedOn: input.openedOn });
  },
});
