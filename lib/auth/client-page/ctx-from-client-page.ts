import "server-only";
import { sql } from "drizzle-orm";
import { ask, doorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { systemClock } from "@/lib/platform/time/clock";

type Entered = {
  org_id: string;
  page_id: string;
  case_id: string;
  key_id: string;
  language: string;
  expires_at: string;
  pair: string;
};

export type OpenClientPage = {
  ctx: Ctx;
  pageId: string;
  caseId: string;
  /** The key of the page, which opens nothing of the case. */
  keyId: string;
  language: string;
  expiresAt: Date;
  /** The case's pair of countries, for days as they are at home. */
  pair: string;
};

/**
 * The client on her own page, narrowed by Postgres to it; null when the page is not open in this browser.
 * @param browser what `clientBrowser` read
 */
export async function ctxFromClientPage(browser: Buffer): Promise<OpenClientPage | null> {
  const enter = sql`ctx.enter_client_page(${browser})`;
  try {
    const [row] = await ask<Entered>(sql`select * from ${enter}`);
    if (!row) return null;
    await ask(sql`select auth.touch_client_visit(${browser})`);
    const actor = { memberId: null, role: "client" as const, name: "" };
    return {
      ctx: mintCtx({ orgId: row.org_id, orgName: "", actor, now: systemClock().now(), door: doorOf(enter) }),
      pageId: row.page_id,
      caseId: row.case_id,
      keyId: row.key_id,
      language: row.language,
      expiresAt: new Date(row.expires_at),
      pair: row.pair,
    };
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
