import "server-only";
import { sql } from "drizzle-orm";
import { doorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { env } from "@/lib/platform/env";
import { type Clock, systemClock } from "@/lib/platform/time/clock";

/** A job's context: one organisation, the role `service`, opened with the worker's own token. Tests pass a clock. */
export function jobCtx(orgId: string, clock: Clock = systemClock()): Ctx {
  return mintCtx({
    orgId,
    orgName: "",
    actor: { memberId: null, role: "service", name: "Crossdocket" },
    now: clock.now(),
    door: doorOf(sql`ctx.enter_service(${env().SERVICE_TOKEN}, ${orgId}::uuid)`),
  });
}
