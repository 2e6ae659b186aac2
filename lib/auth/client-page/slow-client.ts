import "server-only";
import { takeEach } from "@/lib/auth/attempts/budgets";

/** A burst, then a steady rate for one page. Our own defaults, kind D: a person never comes near them. */
const budgets = {
  write: { burst: 60, perSecond: 1 / 30 },
  announce: { burst: 600, perSecond: 1 },
  send: { burst: 3000, perSecond: 5 },
} as const;

/** Whether a client may do this now; false when her page did it too often. */
export async function slowClient(pageId: string, what: keyof typeof budgets): Promise<boolean> {
  return takeEach([{ of: `client-page|${pageId}|${what}`, ...budgets[what] }]);
}
