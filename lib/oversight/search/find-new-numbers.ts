import "server-only";
import { readMessage } from "@/lib/escalation/messages/queries";
import type { ReadMessage } from "@/lib/escalation/messages/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { longestQuery } from "./rules";

/**
 * The official numbers of a typed or pasted text that can be recorded, with the cases that wait for such a number; null
 * when it has none. A number that a case has already is offered only where that case was not found.
 */
export const findNewNumbers = query(
  "case.write",
  async (ctx: TxCtx, typed: string, isFound: boolean): Promise<ReadMessage | null> => {
    const message = typed.trim().slice(0, longestQuery);
    if (message.length < 6 || !/\d/.test(message)) return null;
    const read = await readMessage(ctx, { message, caseId: "" });
    const isNew = read.numbers.some(
      ({ standing }) => standing === "good" || standing === "odd" || (standing === "known" && !isFound),
    );
    return isNew ? read : null;
  },
);
