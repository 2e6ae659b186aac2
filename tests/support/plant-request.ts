import { eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { confirmIdentity } from "@/lib/privacy/data-subject-requests/commands/confirm-identity";
import { decideRequest } from "@/lib/privacy/data-subject-requests/commands/decide-request";
import { recordRequest } from "@/lib/privacy/data-subject-requests/commands/record-request";
import { caseForm } from "./case-form";
import type { Person } from "./org";

/** What the form sends; whom it is from is the caller's affair. */
export const requestForm = (over: Record<string, unknown> = {}) => ({
  kind: "access",
  fromWhom: "client",
  asked: "A copy of everything that is kept about me",
  receivedOn: "2026-01-05",
  ...over,
});

export const ticks = { notImpostor: "on", noTrace: "on", wayIsSafe: "on", othersOut: "on" };
export const sure = { way: "safe_contact", on: "2026-01-06", shown: "Asked back with the code word" };
export const decision = { decision: "grant", reason: "It is the client, and it is theirs", ...ticks };

export async function codeOf(person: Person, caseId: string): Promise<string> {
  const [row] = await withTransaction(person.ctx, "read only", ({ db }) =>
    db.select().from(cases).where(eq(cases.id, caseId)),
  );
  return row?.code ?? "";
}

export type Planted = { requestId: string; caseId: string; clientId: string };

/** A request on a case of its own; granted when asked for. */
export async function plantRequest(
  person: Person,
  over: Record<string, unknown> = {},
  { until }: { until?: "identified" | "granted" } = {},
): Promise<Planted> {
  const { id: caseId, clientId } = await openCase(person.ctx, caseForm());
  const caseCode = await codeOf(person, caseId);
  const { id: requestId } = await recordRequest(person.ctx, requestForm({ caseCode, ...over }));
  if (until) await confirmIdentity(person.ctx, { requestId, ...sure });
  if (until === "granted") await decideRequest(person.ctx, { requestId, ...decision });
  return { requestId, caseId, clientId };
}
