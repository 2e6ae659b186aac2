import "server-only";
import { z } from "zod";
import { readThisToken } from "@/lib/integrations/api-tokens/queries";
import { isMemberRole } from "@/lib/kernel/access/roles";
import type { ApiOperation } from "../types";
import { TokenAnswer } from "./answers";
import { readingOperation } from "./define";
import { caseOperations } from "./of-cases";
import { evidenceOperations } from "./of-evidence";
import { packetOperations } from "./of-packets";
import { rowOperations } from "./of-rows";

const readToken = readingOperation({
  path: "/me",
  id: "readToken",
  summary: "The token itself: in whose name it acts, what it may do and until when",
  scope: null,
  input: z.object({}),
  answer: TokenAnswer,
  async read(ctx) {
    const { memberId, name, role } = ctx.actor;
    const member = { id: memberId ?? "", name, role: isMemberRole(role) ? role : ("caseworker" as const) };
    return { ...(await readThisToken(ctx)), organisation: ctx.orgName, member };
  },
});

/** Every operation of `/api/v1`: what routes, describes and tests it. */
export const operations: readonly ApiOperation[] = [
  readToken,
  ...caseOperations,
  ...evidenceOperations,
  ...packetOperations,
  ...rowOperations,
];
