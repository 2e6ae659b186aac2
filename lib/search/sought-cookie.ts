import "server-only";
import { env } from "@/lib/platform/env";

/** Holds what was typed for a minute, sealed. `__Host-` over https, so that nothing but this very host can have set it. */
export function soughtCookie() {
  const secure = env().APP_ORIGIN.startsWith("https:");
  const options = { httpOnly: true, sameSite: "strict", path: "/", secure, maxAge: 60 } as const;
  return { name: secure ? "__Host-sought" : "sought", options };
}
