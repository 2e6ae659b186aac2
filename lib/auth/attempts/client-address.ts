import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/platform/env";
import { networkOf } from "@/lib/platform/network/network";

/** The network that a request comes from, for rate limiting; null if it is this machine or unknown. */
export async function clientNetwork(): Promise<string | null> {
  return networkOf((await headers()).get("x-forwarded-for"), env().TRUSTED_HOPS);
}
