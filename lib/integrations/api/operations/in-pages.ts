import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { pageAfter } from "../rules";
import { noteCase } from "./note-case";
import { ApiRefusal } from "./problems";

type Asked = { caseId: string; limit: number; cursor?: string };

/** One page of a list of a case, with the entry of the log that its page makes. @throws ApiRefusal cursor */
export async function inPages<Row>(ctx: Ctx, asked: Asked, read: Promise<readonly Row[]>, idOf: (row: Row) => string) {
  const all = await read;
  await noteCase(ctx, asked.caseId);
  const page = pageAfter(all, asked, idOf);
  if (!page) throw new ApiRefusal("cursor");
  return page;
}
