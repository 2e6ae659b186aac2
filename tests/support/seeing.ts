import type { Command } from "@/lib/kernel/access/command";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";

type Raw = Record<string, unknown>;

/** The same command, sent from a form that was rendered a moment before: with the version of its record as it stands. */
export function seeing<T>(act: Command<T>, recordOf: string | ((orgId: string) => string)) {
  return async (ctx: Parameters<Command<T>>[0], raw: Raw): Promise<T> => {
    const record = typeof recordOf === "string" ? raw[recordOf] : recordOf(ctx.orgId);
    const known = typeof record === "string" && /^[0-9a-f-]{36}$/.test(record) ? record : null;
    const version = known ? ((await readRecordVersions(ctx, [known]))[known] ?? 0) : 0;
    return act(ctx, { version, ...raw });
  };
}
