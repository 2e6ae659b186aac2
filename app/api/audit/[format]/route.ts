import type { NextRequest } from "next/server";
import { logFilters, logRules } from "@/app/(admin)/admin/audit/_components/log-rules";
import { answering, closed, notByHead, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { exportLog } from "@/lib/oversight/audit-log/export-log";
import { listPeople } from "@/lib/oversight/audit-log/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { readListState } from "@/lib/platform/list-state";

const types = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" } as const;

/** The log under the filters of the page's own address, as CSV or JSON lines. Logged, and inert in the browser. */
export function GET(request: NextRequest, { params }: RouteContext<"/api/audit/[format]">): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const { format } = await params;
    const people = (await listPeople(ctx)).map(({ id }) => id);
    const asked = request.nextUrl.searchParams;
    const given = Object.fromEntries([...asked.keys()].map((key) => [key, asked.getAll(key)]));
    const filters = logFilters(readListState(given, logRules(people)));
    const { bytes, name } = await exportLog(ctx, { format, filters });
    return new Response(Buffer.from(bytes), {
      headers: {
        ...closed,
        "content-type": types[format as keyof typeof types],
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  });
}

export const HEAD = notByHead;
