import { randomInt } from "node:crypto";
import { expect, test } from "@playwright/test";
import { clientOf, type Description, type Send } from "../support/api-client";
import { originOf } from "../support/e2e";
import { plantTeam } from "./support/own-team";

const origin = originOf("demo");
const send: Send = (path, init) => fetch(`${origin}${path}`, init);

test("an administrator makes a token, its member agrees, and a program works by the description until it is ended", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const open = await plantTeam(`Programs ${randomInt(1_000_000)}`);
  const worker = await open(browser, "caseworker");
  const admin = await open(browser, "admin");
  const main = admin.locator("main");

  await admin.goto("/admin/api");
  await expect(main).toContainText("No tokens");
  const form = main.getByRole("form", { name: "Make a token" });
  await form.getByLabel("What it is for").fill("Numbers of the hotline");
  await form.getByLabel("In whose name it acts").selectOption({ label: "caseworker Fictional, caseworker" });
  for (const scope of ["Read cases", "Open cases and change their risk", "Record references", "Upload evidence"])
    await form.getByRole("checkbox", { name: scope, exact: true }).check();
  await form
    .getByLabel("Until which day it works")
    .fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
  await form.getByRole("checkbox", { name: "Confirm it is you" }).check();
  await form.getByRole("button", { name: "Make a token" }).click();
  const shown = form.getByText(/cdt_[\w-]{43}/);
  await expect(shown).toBeVisible();
  const token = /cdt_[\w-]{43}/.exec((await shown.textContent()) ?? "")?.[0] ?? "";
  const description = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as Description;
  const api = clientOf(description, send, token);
  expect((await api.call("readToken")).status).toBe(401);

  await worker.goto("/account");
  const programs = worker.locator("#programs");
  await expect(programs).toContainText("Numbers of the hotline");
  await programs.getByRole("checkbox", { name: "Confirm it is you" }).check();
  await programs.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(programs.getByRole("button", { name: "End", exact: true })).toBeVisible();

  const pseudonym = `Hoopoe ${randomInt(1_000_000)}`;
  const id = crypto.randomUUID();
  const safe = {
    channel: "Signal",
    hours: "mornings",
    zone: "Africa/Johannesburg",
    voicemail: "no",
    deviceSeenBy: "Nobody",
    subjectLine: "Books",
  };
  const form1 = {
    id,
    client: { pseudonym, safeContact: safe },
    pair: "ZA-US",
    matter: "Unwanted messages",
    accounts: [],
    incidents: [],
  };
  expect((await api.call("openCase", form1, { headers: { "idempotency-key": id } })).status).toBe(201);
  expect(
    (await api.call("openCase", form1, { headers: { "idempotency-key": id } })).headers.get("idempotent-replayed"),
  ).toBe("true");
  const number = {
    caseId: id,
    kind: "cas",
    raw: `Voorbeeldfontein CAS ${randomInt(1, 900)}/4/2026`,
    receivedVia: "sms",
    keepAsTyped: true,
    seenDuplicate: true,
  };
  expect((await api.call("recordReference", number)).status).toBe(201);
  const bytes = new TextEncoder().encode(`A letter for ${pseudonym}`);
  const about = {
    caseId: id,
    fileName: "letter.txt",
    description: "A letter",
    method: "document",
    howObtained: "handed_over",
    size: bytes.byteLength,
  };
  const { body } = await api.call("announceUpload", about);
  expect((await api.call("putUpload", { uploadId: body.id }, { bytes })).body).toMatchObject({ label: "E-01" });
  expect((await api.call("listReleases", { caseId: id })).status).toBe(403);

  await worker.goto(`/cases/${id}/evidence`);
  await expect(worker.locator("main")).toContainText("A letter");
  const withCookies = await worker.request.get(`${origin}/api/v1/me`);
  expect(withCookies.status()).toBe(401);

  await admin.goto("/admin/api");
  await main.getByRole("button", { name: "End", exact: true }).click();
  await expect(main.locator("#tokens")).toContainText("Ended");
  expect((await api.call("readToken")).status).toBe(401);
});
