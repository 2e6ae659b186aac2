import type { Route } from "next";
import type { DeadlinesAsked } from "@/lib/escalation/reminders/types";
import type { ClockKind } from "@/lib/law/jurisdictions/types";

type Params = Record<string, string | string[] | undefined>;

export type Asked = DeadlinesAsked & { month: string | null; after: string | undefined };

const kinds: readonly string[] = ["L", "P", "D"];
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** What the address asks for. Who has no team is shown their own; what is not known is left out. */
export function readAsked(params: Params, mayTeam: boolean): Asked {
  const kind = one(params.kind);
  return {
    whose: mayTeam && params.whose === "team" ? "team" : "mine",
    kind: kind && kinds.includes(kind) ? (kind as ClockKind) : null,
    month: one(params.month) ?? null,
    after: one(params.after),
  };
}

/** The address of a view, in one fixed order and without what is usual. */
export function hrefOf({ whose, kind, month, after }: Partial<Asked>): Route {
  const query = new URLSearchParams();
  if (month) query.set("month", month);
  if (whose === "team") query.set("whose", whose);
  if (kind) query.set("kind", kind);
  if (after) query.set("after", after);
  const text = query.toString();
  return (text ? `/deadlines?${text}` : "/deadlines") as Route;
}
