import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { takeEach } from "@/lib/auth/attempts/budgets";
import { hashReceiptCode } from "@/lib/kernel/access/hash-receipt-code";
import { noteAttempt } from "@/lib/platform/attempts";
import { codeBudget } from "./rules";

type Tried = "open" | "wrong" | "slow";

/**
 * Tries a receipt code, and opens its enquiry in this browser. One that never was, one that was erased and one that is
 * closed answer the same. @param network of the request, null if unknown
 */
export async function openEnquiry(code: string, browser: Buffer, network: string | null): Promise<Tried> {
  if (!(await takeEach([{ of: `enquiry-code|${network ?? "unknown"}`, ...codeBudget }]))) return "slow";
  const opened = await startVisit(code, browser);
  if (!opened) noteAttempt("unknown_token");
  return opened ? "open" : "wrong";
}

/** The same for the browser that has just sent it. */
export async function startVisit(code: string, browser: Buffer): Promise<boolean> {
  const [row] = await ask<{ open: boolean }>(
    sql`select ctx.open_enquiry(${hashReceiptCode(code)}, ${browser}) as open`,
  );
  return row?.open ?? false;
}
