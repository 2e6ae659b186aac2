import "server-only";
import { eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { confirmIdentity } from "@/lib/privacy/data-subject-requests/commands/confirm-identity";
import { decideRequest } from "@/lib/privacy/data-subject-requests/commands/decide-request";
import { noteAnswer } from "@/lib/privacy/data-subject-requests/commands/note-answer";
import { recordRequest } from "@/lib/privacy/data-subject-requests/commands/record-request";
import { dayAgo, daysAgo } from "./days";
import type { Cast } from "./load-people";

const reviewed = { notImpostor: "on", noTrace: "on", wayIsSafe: "on", othersOut: "on" };

/**
 * A client who requested their data and got it, somebody who must not learn that there is a case, and a pending
 * request.
 */
export async function loadRequests({ supervisor, thandi }: Cast, opened: Map<string, string>): Promise<void> {
  const caseCode = await codeOf(supervisor.ctx, opened.get("Sandpiper") ?? "");
  const came = { kind: "access", caseCode };
  const { id: own } = await recordRequest(daysAgo(thandi.ctx, 12), {
    ...came,
    fromWhom: "client",
    receivedOn: dayAgo(thandi.ctx, 12),
    asked: "What do you keep about me, and who has looked at it?",
  });
  const sure = { way: "safe_contact", on: dayAgo(thandi.ctx, 11), shown: "Asked back with the code word" };
  await confirmIdentity(daysAgo(thandi.ctx, 11), { requestId: own, ...sure });
  const grant = {
    decision: "grant",
    reason: "It is the client, and it is about her alone",
    ...reviewed,
    confirms: "on",
  };
  await decideRequest(daysAgo(supervisor.ctx, 10), { requestId: own, ...grant });
  await noteAnswer(daysAgo(thandi.ctx, 9), {
    requestId: own,
    on: dayAgo(thandi.ctx, 9),
    way: "Read through together at the office",
  });
  const { id: theirs } = await recordRequest(daysAgo(thandi.ctx, 6), {
    ...came,
    fromWhom: "subject",
    receivedOn: dayAgo(thandi.ctx, 6),
    who: "Signs as Casey Placeholder",
    asked: "Send me everything that this woman told you about me. I have a right to it.",
  });
  const refuse = { decision: "refuse", reason: "Whoever a case is about learns nothing from us", ...reviewed };
  await decideRequest(daysAgo(supervisor.ctx, 5), { requestId: theirs, ...refuse });
  await noteAnswer(daysAgo(thandi.ctx, 5), {
    requestId: theirs,
    on: dayAgo(thandi.ctx, 5),
    way: "The neutral letter, by post",
  });
  await recordRequest(daysAgo(thandi.ctx, 2), {
    kind: "objection",
    fromWhom: "other",
    receivedOn: dayAgo(thandi.ctx, 2),
    dueOn: dayAgo(thandi.ctx, -12),
    who: "Signs as the school of a child",
    asked: "Do not write to our office about any pupil.",
  });
}

async function codeOf(ctx: Ctx, caseId: string): Promise<string> {
  const [row] = await withTransaction(ctx, "read only", ({ db }) =>
    db.select({ code: cases.code }).from(cases).where(eq(cases.id, caseId)),
  );
  return row?.code ?? "";
}
