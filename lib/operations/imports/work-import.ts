import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { importCtx } from "@/lib/kernel/jobs/import-ctx";
import { AppError } from "@/lib/platform/errors";
import { NotConfined } from "@/lib/platform/sandbox/confinement";
import { findImport } from "./access";
import { bringInRows } from "./commands/bring-in-rows";
import { checkRows } from "./commands/check-rows";
import { readList } from "./read-list";

/**
 * The job of a list in any state: reads it, checks its rows, or turns them into cases. A second run continues where the
 * first ended; one without a request does nothing.
 */
export async function workImport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const list = await readWork(ctx, importId);
  if (list.state === "reading") await orOver(() => readList(ctx, list));
  if (list.state === "checking") await orOver(() => repeat(() => checkRows(ctx, { importId })));
  if (list.state === "running") {
    await orOver(() =>
      repeat(async () => {
        // Checked for each batch: losing the role, or a stop, takes effect at once.
        const person = await importCtx(ctx.orgId, importId);
        return person ? bringInRows(person, { importId }) : { more: false };
      }),
    );
  }
}

const readWork = query("case.read", (ctx, importId: string) => findImport(ctx, importId));

async function repeat(batch: () => Promise<{ more: boolean }>): Promise<void> {
  while ((await batch()).more);
}

/** Stopped, or done by another worker meanwhile: nothing is left to do here. */
async function orOver(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof NotConfined) throw error;
    if (!(error instanceof AppError) || (error.code !== "conflict" && error.code !== "unauthenticated")) throw error;
  }
}
