import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inertPolicy, ofFiles } from "@/lib/platform/network/headers";

const icons = new Map(
  ["192", "512"].map((size) => [size, readFileSync(join(process.cwd(), `app/offline/_icons/${size}.png`))]),
);

const closed = { ...ofFiles(), "content-security-policy": inertPolicy };

/** The picture on the home screen: that of app/icon.svg, on a ground. */
export async function GET(_request: Request, { params }: RouteContext<"/offline/icon/[size]">): Promise<Response> {
  const bytes = icons.get((await params).size);
  if (!bytes) return new Response(null, { status: 404, headers: closed });
  return new Response(new Uint8Array(bytes), { headers: { ...closed, "content-type": "image/png" } });
}
