import { manifestJsonSchema } from "@/lib/packets/packets/parts/manifest-json-schema";

export const dynamic = "force-static";

/** The published schema of a packet's manifest. It contains nothing of any case, so no sign-in is needed. */
export function GET(): Response {
  return new Response(`${JSON.stringify(manifestJsonSchema(), null, 2)}\n`, {
    headers: { "content-type": "application/schema+json; charset=utf-8" },
  });
}
