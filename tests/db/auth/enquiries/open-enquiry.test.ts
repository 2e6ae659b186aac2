import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromEnquiry } from "@/lib/auth/enquiries/ctx-from-enquiry";
import { leaveEnquiry } from "@/lib/auth/enquiries/leave-enquiry";
import { openEnquiry } from "@/lib/auth/enquiries/open-enquiry";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantEnquiry, turnEnquiriesOn } from "@/tests/support/plant-enquiry";

let org: Org;
let address: string;

beforeAll(async () => {
  org = await makeOrg();
  address = await turnEnquiriesOn(org);
});

describe("a receipt code", () => {
  test("is tried twenty times by one network, which holds up no other", async () => {
    const { code } = await plantEnquiry(address);
    const tries = [];
    for (let i = 0; i < 22; i++) tries.push(await openEnquiry("ABCDEFGHJKMN", newToken(), "192.0.2.17"));
    expect(tries).toEqual([...Array<string>(20).fill("wrong"), "slow", "slow"]);
    expect(await openEnquiry(code, newToken(), "192.0.2.17")).toBe("slow");
    expect(await openEnquiry(code, newToken(), "192.0.2.18")).toBe("open");
  });

  test("shows of all tables its own enquiry and nothing else", async () => {
    await plantEnquiry(address);
    const { ctx } = await plantEnquiry(address);
    const tables = await owner()<{ t: string }[]>`select c.relname as t from pg_class c
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`;
    const seen = await withTransaction(ctx, "read only", async ({ db }) => {
      const counts: [string, number][] = [];
      for (const { t } of tables) {
        const count = sql`select count(*)::int as n from app.${sql.identifier(t)}`;
        const [row] = await db
          .transaction((tx) => tx.execute<{ n: number }>(count))
          .catch((): { n: number }[] => [{ n: 0 }]);
        if (row && row.n > 0) counts.push([t, row.n]);
      }
      return counts;
    });
    expect(seen).toEqual([
      ["data_keys", 1],
      ["enquiries", 1],
      ["organisations", 1],
    ]);
  });

  test("opens nothing after she leaves, and after half an hour without a sign of her", async () => {
    const { browser, code, enquiryId } = await plantEnquiry(address);
    await leaveEnquiry(browser);
    expect(await ctxFromEnquiry(browser)).toBeNull();
    const other = newToken();
    expect(await openEnquiry(code, other, "192.0.2.19")).toBe("open");
    expect(await ctxFromEnquiry(other)).not.toBeNull();
    await owner()`update auth.enquiry_visits set seen_at = seen_at - interval '31 minutes' where enquiry_id = ${enquiryId}`;
    expect(await ctxFromEnquiry(other)).toBeNull();
  });
});
