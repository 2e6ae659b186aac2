import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ofPages } from "@/lib/platform/network/headers";

const script = readFile(join(process.cwd(), "app/p/_page/client-script.mjs"), "utf8");

/** The script of the client's page: sending files in pieces, signing with a finger, and leaving. All works without it. */
export async function GET(): Promise<Response> {
  return new Response(await script, { headers: { ...ofPages(), "content-type": "text/javascript; charset=utf-8" } });
}
