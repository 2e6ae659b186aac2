import { beforeAll, describe, expect, test } from "vitest";
import { receiveEnquiry } from "@/app/p/_page/receive-enquiry";
import { ctxForEnquiryForm } from "@/lib/auth/enquiries/ctx-for-enquiry-form";
import { keysOfForm } from "@/lib/auth/enquiries/enquiry-keys";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { writeEnquiry } from "@/lib/client/enquiries/commands/write-enquiry";
import { listEnquiries, readEnquiry } from "@/lib/client/enquiries/queries";
import { newId, newToken } from "@/lib/platform/ids";
import { caseForm } from "@/tests/support/case-form";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantEnquiry, turnEnquiriesOn, write } from "@/tests/support/plant-enquiry";

let org: Org;
let worker: Person;
let address: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  address = await turnEnquiriesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });

describe("an enquiry", () => {
  test("is taken with one answer and nothing else; with none it is not", async () => {
    expect(await write(address, { name: "", what: "Help me" })).toMatchObject({ state: "sent" });
    expect(await write(address, { name: "", what: "", danger: "yes" })).toMatchObject({ state: "sent" });
    expect(await write(address, { name: " ", what: "", danger: "" })).toMatchObject({ state: "empty" });
  });

  test("sent twice is one enquiry with the same code", async () => {
    const sent = { address, formSecret: newToken(), network: "192.0.2.44", browser: newToken() };
    const once = await receiveEnquiry({ ...sent, fields: { what: "Once" } });
    expect(await receiveEnquiry({ ...sent, fields: { what: "Once" } })).toEqual(once);
    expect(once).toMatchObject({ state: "sent", code: expect.stringMatching(/^[0-9A-Z]{12}$/) });
    const twice = (await listEnquiries(now(), "open")).filter(({ id }) => id === keysOfForm(sent.formSecret).id);
    expect(twice).toHaveLength(1);
  });

  test("of text that is huge or strange is cut and kept, and no script and no link in it is anything but text", async () => {
    const what = `<script>alert(1)</script> https://attacker.example/ \u202Eabc\u0000 \uD800 ${"x".repeat(300_000)}`;
    const { enquiryId } = await plantEnquiry(address, { what, danger: "perhaps", language: "tlh", channel: "pigeon" });
    const { words } = await readEnquiry(now(), enquiryId);
    expect(words.what).toHaveLength(10_000);
    expect(words.what).toMatch(/^<script>alert\(1\)<\/script> https:\/\/attacker\.example\/ \u202Eabc \uFFFD x+$/);
    expect(words).toMatchObject({ danger: "unknown", language: "en", channel: "" });
  });

  test("of whoever is known here is answered like any other, and looks nobody up", async () => {
    const known = caseForm();
    await openCase(now(), known);
    const before = await entries();
    const of = (name: string, contact: string) => write(address, { name, contact });
    const client = await of("Example Client", "+27 82 000 0199");
    const stranger = await of("Nobody", "+27 82 000 0000");
    expect(Object.keys(client)).toEqual(Object.keys(stranger));
    expect({ ...client, code: "", browser: null }).toEqual({ ...stranger, code: "", browser: null });
    expect((await entries()).slice(before.length)).toEqual(
      ["received", "opened", "received", "opened"].map((what) => `enquiry.${what}`),
    );
  });

  test("with a field filled in that people do not see is listed apart and not lost", async () => {
    const { enquiryId } = await plantEnquiry(address, { website: "https://spam.example" });
    const line = (await listEnquiries(now(), "open")).find(({ id }) => id === enquiryId);
    expect(line).toMatchObject({ apart: "hidden_field" });
  });

  test("is written only as the enquiry for which the form was opened, and begins open", async () => {
    const form = await ctxForEnquiryForm(address, newId());
    if (!form) throw new Error("The form is closed.");
    const other = { id: newId(), receiptHash: newToken(), apart: null, what: "Somebody else's" };
    await expect(writeEnquiry(form.ctx, other)).rejects.toMatchObject({ code: "forbidden" });
  });
});

const entries = async () =>
  (
    await owner().begin(async (tx) => {
      await tx`select ctx.put(${org.id}::uuid, null, 'service')`;
      return tx<{ action: string }[]>`select action from audit.entries order by seq`;
    })
  ).map(({ action }) => action);
