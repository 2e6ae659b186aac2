import "server-only";
import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { sameAddress } from "@/lib/platform/text/same-address";
import { type Desk, nextNumber, openDesk, readItems, writeItem } from "../access";
import { AddTakedown } from "../input";
import { readSources } from "../read-sources";
import { platformOfAddress, takedownCode } from "../rules";

/**
 * Puts an item on the take-down list that no record of the case names: another address, or something on an account.
 * @throws AppError invalid on `platform` or `accountId`; conflict on `url` for an address that is on the list
 */
export const addTakedown = command({
  needs: "case.write",
  input: AddTakedown,
  async run(ctx, { caseId, kind, platform: chosen, url, accountId, what }) {
    const desk = await openDesk(ctx, await lockCase(ctx, caseId));
    const account = accountId ? await findAccount(ctx, caseId, accountId) : null;
    const platform = chosen ?? account?.platform ?? platformOfAddress(url ?? "", desk.law);
    if (!platform || !findPlatform(platform, desk.law)) refuse("platform", t("Choose the platform that it is on."));
    const items = await readItems(ctx, desk);
    const same = url && items.find((item) => item.url && sameAddress(item.url) === sameAddress(url));
    if (same) {
      const message = t("This address is on the list already: {code}.", { code: takedownCode(same.number) });
      throw new AppError("conflict", message, { url: message });
    }
    const number = await nextNumber(ctx, caseId);
    const exhibitId = url ? await exhibitAt(ctx, desk, url) : null;
    const item = { caseId, number, kind, platform, url, what, accountId, incidentId: null, exhibitId };
    const id = await writeItem(ctx, desk.vault, item);
    await touchCase(ctx, caseId);
    return {
      value: { id, caseId, code: takedownCode(number) },
      audit: { action: "takedown.added", subjectId: id, caseId, detail: { kind, platform } },
    };
  },
});

/** The first exhibit of this address: a look at the item answers its check. */
async function exhibitAt(ctx: TxCtx, { row, vault }: Desk, url: string): Promise<string | null> {
  const { exhibits } = await readSources(ctx, vault, row.id);
  const same = (address: string | null) => address !== null && sameAddress(address) === sameAddress(url);
  return exhibits.find((file) => same(file.permalink ?? file.url))?.id ?? null;
}

async function findAccount(ctx: TxCtx, caseId: string, accountId: string) {
  const [account] = await ctx.db
    .select({ platform: accounts.platform })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId), eq(accounts.id, accountId)));
  return account ?? refuse("accountId", t("Choose an account of this case."));
}

function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}
