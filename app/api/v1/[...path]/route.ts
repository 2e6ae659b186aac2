import { inert } from "@/app/api/evidence/answers";
import { ctxFromApiToken } from "@/lib/auth/api-tokens/ctx-from-api-token";
import type { OpenApiToken } from "@/lib/auth/api-tokens/types";
import { takeCounted, takeEach } from "@/lib/auth/attempts/budgets";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { contentDisposition, maxExhibitBytes } from "@/lib/evidence/exhibits/rules";
import { requireScope } from "@/lib/integrations/api/access";
import { findOperation } from "@/lib/integrations/api/find-operation";
import { ApiRefusal } from "@/lib/integrations/api/operations/problems";
import { runOperation } from "@/lib/integrations/api/run-operation";
import type { ApiOperation, Asked } from "@/lib/integrations/api/types";
import { env } from "@/lib/platform/env";
import { networkOf } from "@/lib/platform/network/network";
import { answer, refusalOf, refuseAs } from "../answers";

type Context = RouteContext<"/api/v1/[...path]">;

/** For one token: a burst, then so many a second. Our own default, kind D. */
const pace = { burst: 300, perSecond: 5 };
const maxBodyBytes = 256 * 1024;

/**
 * Every operation of the API. Only the `Authorization` header opens it: a cookie is never read, so no page of another
 * site can make a browser act here.
 */
async function handle(request: Request, { params }: Context): Promise<Response> {
  const open = await openToken(request);
  if (!open) return refuseStranger(request);
  const left = await takeCounted({ of: `api|${open.token.id}`, ...pace });
  const limits = limitsOf(left);
  if (left === null) return refuseAs("too_often", { ...limits, "retry-after": "1" });
  const response = await act(request, (await params).path, open);
  for (const [name, value] of Object.entries(limits)) response.headers.set(name, value);
  return response;
}

export const GET = handle;
export const POST = handle;
export const PUT = handle;
export const PATCH = handle;
export const DELETE = handle;

/** Without its own HEAD, Next would run GET for it. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { ...inert, allow: "GET, POST, PUT" } });
}

const networkFrom = (request: Request) => networkOf(request.headers.get("x-forwarded-for"), env().TRUSTED_HOPS);

const openToken = (request: Request): Promise<OpenApiToken | null> =>
  ctxFromApiToken(request.headers.get("authorization"), networkFrom(request));

async function refuseStranger(request: Request): Promise<Response> {
  const network = networkFrom(request);
  const within = !network || (await takeEach([{ of: `api|${network}`, burst: 60, perSecond: 1 }]));
  if (!within) return refuseAs("too_often", { "retry-after": "60" });
  return refuseAs("unauthenticated", { "www-authenticate": "Bearer" });
}

/** Fields of draft-ietf-httpapi-ratelimit-headers. */
function limitsOf(left: number | null): Record<string, string> {
  const { burst, perSecond } = pace;
  const until = Math.ceil((burst - (left ?? 0)) / perSecond);
  return {
    "ratelimit-policy": `"token";q=${burst};w=${burst / perSecond}`,
    ratelimit: `"token";r=${left ?? 0};t=${until}`,
  };
}

async function act(request: Request, path: readonly string[], open: OpenApiToken): Promise<Response> {
  const found = findOperation(request.method, path);
  if ("allowed" in found) {
    return found.allowed.length > 0
      ? refuseAs("method", { allow: found.allowed.join(", ") })
      : refuseAs("no_operation");
  }
  const { operation, params } = found;
  let asked: Asked = params;
  try {
    await requireScope(open.ctx, open.token.scopes, operation, params);
    asked = { ...(await sentWith(request, operation)), ...params };
    return await perform(request, { operation, asked, open });
  } catch (error) {
    return refusalOf(error, asked, !operation.input.safeParse(asked).success);
  }
}

type Performed = { operation: ApiOperation; asked: Asked; open: OpenApiToken };

async function perform(request: Request, { operation, asked, open }: Performed): Promise<Response> {
  const { ctx } = open;
  if (operation.kind === "upload") return receive(request, { operation, asked, open });
  if (operation.kind === "download") {
    const { name, mime, size, stream } = await operation.give(ctx, asked);
    const headers = { ...inert, "content-type": mime, "content-length": String(size) };
    return new Response(whileSignedIn(ctx, stream), {
      headers: { ...headers, "content-disposition": contentDisposition(name) },
    });
  }
  const { status, body, repeated } = await runOperation(ctx, operation, { asked, key: keyOf(request) });
  return answer(status, body, repeated ? { "idempotent-replayed": "true" } : {});
}

async function receive(request: Request, { operation, asked, open }: Performed): Promise<Response> {
  if (operation.kind !== "upload") throw new ApiRefusal("method");
  const size = lengthOf(request, maxExhibitBytes);
  const body = whileSignedIn(open.ctx, request.body ?? new Blob([]).stream());
  const again = async () => (await openToken(request))?.ctx ?? null;
  const taken = await operation.take(open.ctx, asked, { size, body, signal: request.signal, again });
  return answer(taken.repeated ? 200 : 201, taken.body);
}

/** @throws ApiRefusal key */
function keyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key)) throw new ApiRefusal("key");
  return key;
}

/** @throws ApiRefusal length; too_large */
function lengthOf(request: Request, most: number): number {
  const length = request.headers.get("content-length");
  if (length === null || !/^\d{1,15}$/.test(length)) throw new ApiRefusal("length");
  if (Number(length) > most) throw new ApiRefusal("too_large");
  return Number(length);
}

/** The fields of the query or of the body. @throws ApiRefusal length; too_large; media; malformed */
async function sentWith(request: Request, { kind }: ApiOperation): Promise<Asked> {
  if (kind !== "writing") return Object.fromEntries(new URL(request.url).searchParams);
  lengthOf(request, maxBodyBytes);
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) throw new ApiRefusal("media");
  const sent: unknown = await request.json().catch(() => null);
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) throw new ApiRefusal("malformed");
  return sent as Asked;
}
