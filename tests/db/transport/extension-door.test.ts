import { beforeAll, describe, expect, test } from "vitest";
import { PUT } from "@/app/api/capture/[id]/route";
import { POST as announce } from "@/app/api/capture/announce/route";
import { POST as look } from "@/app/api/capture/looks/route";
import { OPTIONS, POST as pair } from "@/app/api/capture/pair/route";
import { makePairing } from "@/lib/evidence/pairings/make-pairing";
import { newId } from "@/lib/platform/ids";
import { freshBytes } from "@/tests/support/files";
import { Browser } from "@/tests/support/next-request";
import { makeOrg, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { capturedPage, plantPairing } from "@/tests/support/plant-pairing";
import { plantTakedown } from "@/tests/support/plant-takedown";

const extension = `chrome-extension://${"b".repeat(32)}`;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  worker = await (await makeOrg()).person("caseworker");
  caseId = await plantCase(worker.ctx);
});

function request(headers: Record<string, string>, body: unknown, method = "POST"): Request {
  const sent = body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
  const length = String(typeof sent === "string" ? Buffer.byteLength(sent) : sent.byteLength);
  return new Request("http://localhost:3000/api/capture/x", {
    method,
    body: sent,
    headers: { ...headers, "content-length": length },
  });
}

const put = (headers: Record<string, string>, id: string, bytes: Uint8Array) =>
  PUT(request(headers, bytes, "PUT"), { params: Promise.resolve({ id }) });

describe("the routes of the browser extension", () => {
  test("answer to the origin of an extension, with its token and without any cookie", async () => {
    const { code } = await makePairing(worker.ctx, { caseId });
    const from = { origin: extension, "x-forwarded-for": newId() };
    const paired = await new Browser().during("/api/capture/pair", () => pair(request(from, { code })), "POST");
    expect(paired.status).toBe(201);
    expect(paired.headers.get("access-control-allow-origin")).toBe(extension);
    expect(paired.headers.get("access-control-allow-credentials")).toBeNull();
    expect(paired.headers.get("set-cookie")).toBeNull();
    const { token } = (await paired.json()) as { token: string };
    const mine = { origin: extension, authorization: `Bearer ${token}` };
    const bytes = freshBytes(60);
    const announced = await announce(request(mine, capturedPage({ text: bytes })));
    expect(announced.status).toBe(201);
    const { parts } = (await announced.json()) as { parts: { uploadId: string }[] };
    const uploadId = parts[0]?.uploadId ?? "";
    expect((await put(mine, uploadId, freshBytes(60))).status).toBe(422);
    expect((await put(mine, uploadId, bytes)).status).toBe(201);
    expect((await put(mine, uploadId, bytes)).status).toBe(200);
    expect((await put(mine, newId(), bytes)).status).toBe(404);
  });

  test("refuse every page and every request from nowhere, also with the token, before anything is read", async () => {
    const { token } = await plantPairing(worker.ctx, caseId);
    const authorization = `Bearer ${token}`;
    const origins = ["https://elsewhere.example", "null", "http://localhost:3000", `https://${"b".repeat(32)}`, ""];
    for (const origin of origins) {
      const headers = { authorization, ...(origin ? { origin } : {}) };
      for (const refused of [
        await announce(request(headers, capturedPage({ text: freshBytes(20) }))),
        await look(request(headers, { address: "https://social.example/p/1" })),
        await put(headers, newId(), freshBytes(20)),
        OPTIONS(request(headers, {})),
      ]) {
        expect(refused.status, origin).toBe(403);
        expect(refused.headers.get("access-control-allow-origin"), origin).toBeNull();
      }
    }
  });

  test("refuse an extension without its token, with a session's cookie or with a token that has ended", async () => {
    const { token, ctx } = await plantPairing(worker.ctx, caseId);
    const cookie = `authjs.session-token=${worker.token.toString("base64url")}`;
    const held: Record<string, string>[] = [
      { origin: extension },
      { origin: extension, cookie },
      { origin: extension, authorization: `Bearer ${"c".repeat(43)}` },
      { origin: extension, authorization: token },
    ];
    for (const headers of held) expect((await look(request(headers, { address: "https://x.com" }))).status).toBe(401);
    expect(ctx.pairing?.caseId).toBe(caseId);
  });

  test("say of the take-down list what stands at one address, and mark it when asked", async () => {
    const { token } = await plantPairing(worker.ctx, caseId);
    await plantTakedown(worker.ctx, caseId);
    const mine = { origin: extension, authorization: `Bearer ${token}` };
    const ask = async (body: object) => {
      const answer = await look(request(mine, body));
      return { status: answer.status, ...((await answer.json()) as { items?: { state: string }[] }) };
    };
    expect(await ask({ address: "https://social.example/nothing" })).toEqual({ status: 200, items: [] });
    expect(await ask({ address: "https://social.example/nothing", seen: "gone" })).toEqual({ status: 200, items: [] });
    expect(await ask({ address: "" })).toMatchObject({ status: 422 });
  });
});
