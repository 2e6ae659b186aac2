import { inert } from "@/app/api/evidence/answers";
import type { PageImage } from "@/lib/platform/sandbox/types";

/** A page that was drawn, for a browser to show and not to keep. */
export function pagePicture({ bytes }: PageImage): Response {
  return new Response(Buffer.from(bytes), {
    headers: { ...inert, "content-type": "image/jpeg", "content-length": String(bytes.byteLength) },
  });
}
