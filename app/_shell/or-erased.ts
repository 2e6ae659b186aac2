import type { Route } from "next";
import { redirect } from "next/navigation";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { readTombstone } from "@/lib/privacy/erasures/queries";

/** People who worked on an erased case are told that it was erased; for everybody else it never existed. */
export async function orErased<T>(ctx: Ctx, id: string, read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    const gone = error instanceof AppError && error.code === "not_found";
    if (gone && (await readTombstone(ctx, id))) redirect(`/erased?record=${id}` as Route);
    throw error;
  }
}
