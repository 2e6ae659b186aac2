import { describe, expect, test } from "vitest";
import { POST } from "@/app/api/connectors/route";
import { listEnquiries, readEnquiry } from "@/lib/client/enquiries/queries";
import { mostBytes } from "@/lib/integrations/connectors/rules";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantConnector } from "@/tests/support/plant-connector";

const send = async (secret: string, body: unknown, network = "198.51.100.7") => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { authorization: `Bearer ${secret}`, "x-forwarded-for": network };
  const answer = await POST(
    new Request("https://desk.example/api/connectors", { method: "POST", headers, body: text }),
  );
  return { status: answer.status, said: await answer.text() };
};

/** A submission as KoboToolbox sends it by its REST service in JSON (kobotoolbox/kpi, read on 2026-12-01). */
const submission = (over: Record<string, unknown> = {}) => ({
  _id: 41,
  _uuid: newId(),
  "formhub/uuid": "0a1b",
  "meta/instanceID": "uuid:0a1b",
  _submission_time: "2026-12-01T09:00:00",
  start: "2026-12-01T08:50:00.000+02:00",
  "contact/phone": "+27 82 555 0123",
  what_happened: "He writes every night from a new account.",
  danger: "yes",
  "place/province": "Gauteng",
  _attachments: [],
  ...over,
});

const taken = async (org: Org) => {
  const worker = await org.as("caseworker");
  const lines = await listEnquiries(worker, "open");
  return Promise.all(lines.map(({ id }) => readEnquiry(worker, id)));
};

describe("a submission", () => {
  test("becomes an enquiry that a caseworker reads, once however often it is sent, and never a case", async () => {
    const org = await makeOrg();
    const { secret } = await plantConnector(org);
    const one = submission();
    expect(await send(secret, one)).toEqual({ status: 204, said: "" });
    expect(await send(secret, one)).toEqual({ status: 204, said: "" });
    const [enquiry, ...more] = await taken(org);
    expect(more).toEqual([]);
    expect(enquiry).toMatchObject({ state: "open", danger: "yes", case: null });
    expect(enquiry?.words).toMatchObject({
      what: "He writes every night from a new account.\n\nplace/province: Gauteng",
      contact: "+27 82 555 0123",
      channel: "",
    });
  });

  test("of Primero is a case in data", async () => {
    const org = await makeOrg();
    const { secret } = await plantConnector(org, { kind: "primero", mapping: { name: "name", what: "notes_section" } });
    const data = { id: newId(), age: 16, sex: "female", name: "Edwine Example", notes_section: "Messages at night" };
    expect(await send(secret, { data })).toMatchObject({ status: 204 });
    const [enquiry] = await taken(org);
    expect(enquiry?.words).toMatchObject({ name: "Edwine Example" });
    expect(enquiry?.words.what).toContain("age: 16");
  });
});

test("what is not taken is refused alike, without a reason", async () => {
  const org = await makeOrg();
  const { secret } = await plantConnector(org);
  const abroad = await plantConnector(await makeOrg());
  const mixed = Buffer.from(secret, "base64url");
  Buffer.from(abroad.secret, "base64url").copy(mixed, 0, 0, 16);
  const { turnOff, secret: off } = await plantConnector(org);
  await turnOff();
  const refused = { status: 403, said: "" };
  expect(await send("", submission())).toEqual(refused);
  expect(await send(mixed.toString("base64url"), submission())).toEqual(refused);
  expect(await send(off, submission())).toEqual(refused);
  expect(await send(secret, "{")).toEqual(refused);
  expect(await send(secret, [])).toEqual(refused);
  expect(await send(secret, submission({ what_happened: "x".repeat(mostBytes) }))).toEqual(refused);
  expect(await taken(org)).toEqual([]);
});

test("one network that sends without end is refused, and another is not", async () => {
  const { secret } = await plantConnector(await makeOrg());
  const network = `203.0.113.${1 + Math.floor(Date.now() % 250)}`;
  const answers: number[] = [];
  for (let at = 0; at < 70; at += 1) answers.push((await send("none", {}, network)).status);
  expect(new Set(answers)).toEqual(new Set([403]));
  expect((await send(secret, submission(), network)).status).toBe(403);
  expect((await send(secret, submission(), "192.0.2.9")).status).toBe(204);
});
