import "server-only";
import { isLoopback } from "@/lib/auth/sessions/session";
import { env } from "@/lib/platform/env";

/** For which address a passkey is made, and from which page alone it may be used. */
export type Place = { rpId: string; origin: string };

/**
 * The address of the product. Only where that is this very machine, the name that the browser used for it: `localhost`
 * works, a number such as 127.0.0.1 does not, because browsers make no passkeys for numbers.
 * @param host the Host header of the request
 */
export function passkeyPlace(host: string | null): Place {
  const home = new URL(env().APP_ORIGIN);
  const here = isLoopback(home.host) && isLoopback(host) ? new URL(`${home.protocol}//${host}`) : home;
  return { rpId: here.hostname, origin: here.origin };
}
