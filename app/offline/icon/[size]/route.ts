import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ofFiles } from "@/lib/platform/network/headers";

const icons = new Map(
  ["192", "512"].map((size) => [size, readFileSync(join(process.cwd(), `app/offline/_icons/${size}.png`))]),
);

/** The picture on the home screen: that of app/icon.svg, on a ground. */
export async function GET(_request: Request, { params }: RouteContext<"/offline/icon/[size]">): Promise<Response> {
  const bytes = icons.get((await params).size);
  if (!bytes) return new Response(null, { status: 404, headers: ofFiles() });
  return new Response(new Uint8Array(bytes), { headers: { ...ofFiles(), "content-type": "image/png" } });
}
