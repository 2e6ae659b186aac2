import "server-only";
import { env } from "@/lib/platform/env";
import { type Carried, carriedFor } from "./rules";

const names: Record<Carried, string> = { search: "sought", client: "sought-client", list: "sought-list" };

/** Holds what was typed, sealed. `__Host-` over https, so that nothing but this very host can have set it. */
export function soughtCookie(to: Carried = "search") {
  const secure = env().APP_ORIGIN.startsWith("https:");
  const options = { httpOnly: true, sameSite: "strict", path: "/", secure, maxAge: carriedFor[to] } as const;
  return { name: secure ? `__Host-${names[to]}` : names[to], options };
}
