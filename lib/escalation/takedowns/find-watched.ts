import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { sameAddress } from "@/lib/platform/text/same-address";
import { isKept, openDesk, readEntries, readItems } from "./access";
import { stateLabels } from "./labels";
import { standingOf, takedownCode } from "./rules";

/** What stands on the take-down list of a case at this address, and nothing else of the list. */
export type Watched = { id: string; code: string; state: string };

/** For the browser extension, which asks about the page that is open. @throws AppError not_found */
export const findWatched = query(
  "case.write",
  async (ctx, caseId: string, address: string): Promise<Watched[]> => {
    const desk = await openDesk(ctx, await findCase(ctx, caseId));
    const here = sameAddress(address);
    const items = (await readItems(ctx, desk)).filter(({ url }) => url !== null && sameAddress(url) === here);
    const entries = await readEntries(
      ctx,
      items.map(({ id }) => id),
    );
    return items.map(({ id, number }) => {
      const mine = entries.filter((entry) => entry.takedownId === id && isKept(entry));
      return { id, code: takedownCode(number), state: stateLabels[standingOf(mine).state] };
    });
  },
  undefined,
  true,
);
