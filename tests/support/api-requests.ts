import * as route from "@/app/api/v1/[...path]/route";
import { GET } from "@/app/api/v1/openapi.json/route";
import { type ApiClient, clientOf, type Description, type Send } from "./api-client";

/** Requests straight to the route, as its server hands them to it. */
export const send: Send = (path, { method, headers, body }) => {
  const request = new Request(`http://localhost:3000${path}`, { method, headers, ...(body ? { body } : {}) });
  const segments = new URL(request.url).pathname.split("/").slice(3).map(decodeURIComponent);
  const act = (route as unknown as Record<string, typeof route.GET>)[method];
  if (!act) throw new Error(`The route has no ${method}.`);
  return act(request, { params: Promise.resolve({ path: segments }) });
};

const readDescription = async (): Promise<Description> => (await GET().json()) as Description;

export const clientWith = async (token: string | null): Promise<ApiClient> =>
  clientOf(await readDescription(), send, token);
