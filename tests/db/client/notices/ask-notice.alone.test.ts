import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agreeSending } from "@/lib/casework/clients/agree-sending";
import { askNotice } from "@/lib/client/notices/ask-notice";
import { readNotices } from "@/lib/client/notices/queries";
import { sendNotice } from "@/lib/client/notices/send-notice";
import { endPage } from "@/lib/client/pages/end-page";
import { readCasePage } from "@/lib/client/pages/queries";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { turnPagesOn } from "@/tests/support/plant-client-page";
import { always, plantReachable } from "@/tests/support/plant-notice";
import { type Gateway, startGateway } from "@/tests/support/sms-gateway";
import { type MailServer, startMailServer } from "@/tests/support/smtp";

let org: Org;
let worker: Person;
let gateway: Gateway;
let mail: MailServer;

beforeAll(async () => {
  gateway = await startGateway();
  mail = await startMailServer();
  process.env.SMTP_URL = mail.url;
  process.env.CLIENT_MAIL_FROM = "info@post.example";
  process.env.SMS_URL = gateway.url;
  process.env.SMS_TOKEN = "a token";
  process.env.SMS_TO_FIELD = "msisdn";
  process.env.SMS_EXTRA = '{"from":"Info"}';
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

afterAll(async () => {
  await gateway.stop();
  await mail.stop();
});

/** The worker at an hour of its own. */
const worksAt = (now: Date) => jobCtx(org.id, { now: () => now });
const ten = new Date("2026-11-30T10:00:00Z");
const last = async (caseId: string) => (await readNotices(worker.ctx, caseId)).notices[0];

describe("a message to a client", () => {
  test("is one neutral sentence in her language, to her number and nothing else", async () => {
    const { caseId, ctx } = await plantReachable(worker);
    const { id: noticeId } = await askNotice(ctx, { caseId, channel: "sms" });
    expect(await sendNotice(worksAt(ten), { noticeId })).toBe("sent");
    expect(gateway.taken.at(-1)).toEqual({
      body: { from: "Info", msisdn: "+27 82 555 0101", text: "Kukhona okusha okukulindele. Bheka uma kuphephile." },
      authorization: "Bearer a token",
      key: noticeId,
    });
    expect(await sendNotice(worksAt(ten), { noticeId })).toBe("held");
    expect(await last(caseId)).toMatchObject({ sentAt: ten, refused: null });
    expect(await org.auditOf(noticeId)).toEqual(["client_notice.asked", "client_notice.claimed", "client_notice.sent"]);
  });

  test("by mail comes from a neutral sender, under a word that says nothing", async () => {
    const { caseId, ctx } = await plantReachable(worker);
    const { id: noticeId } = await askNotice(ctx, { caseId, channel: "email" });
    await sendNotice(worksAt(ten), { noticeId });
    const got = mail.received.at(-1);
    expect(got?.mail.from?.text).toBe("info@post.example");
    expect(got?.mail.subject).toBe("Ulwazi");
    expect(got?.raw).not.toContain("Crossdocket");
  });

  test("waits for her next safe hours", async () => {
    const { caseId, clientId, ctx } = await plantReachable(worker);
    await agreeSending(ctx, { clientId, sms: "on", tuesday: "on", from: "09:00", until: "15:00" });
    const { id: noticeId, waits } = await askNotice(ctx, { caseId, channel: "sms" });
    expect(waits).toBe(true);
    expect(await last(caseId)).toMatchObject({ notBefore: new Date("2026-12-01T07:00:00Z") });
    expect(await sendNotice(worksAt(ten), { noticeId })).toBe("held");
    expect(await sendNotice(worksAt(new Date("2026-12-01T07:00:01Z")), { noticeId })).toBe("sent");
  });

  test("does not leave when something changed meanwhile, and says what", async () => {
    const { caseId, clientId, ctx } = await plantReachable(worker);
    const before = gateway.taken.length;
    const ended = await askNotice(ctx, { caseId, channel: "sms" });
    await agreeSending(ctx, { clientId, ...always, sms: "" });
    expect(await sendNotice(worksAt(ten), { noticeId: ended.id })).toBe("held");
    expect(await last(caseId)).toMatchObject({ refused: "not_agreed", sentAt: null });
    await agreeSending(ctx, { clientId, ...always });
    const late = await askNotice(ctx, { caseId, channel: "sms" });
    await agreeSending(ctx, { clientId, ...always, from: "13:00", until: "13:30" });
    expect(await sendNotice(worksAt(ten), { noticeId: late.id })).toBe("held");
    expect(await last(caseId)).toMatchObject({ refused: "not_safe_now" });
    await agreeSending(ctx, { clientId, ...always });
    const closed = await askNotice(ctx, { caseId, channel: "sms" });
    const { page } = await readCasePage(worker.ctx, caseId);
    await endPage(worker.ctx, { pageId: page?.id });
    expect(await sendNotice(worksAt(ten), { noticeId: closed.id })).toBe("held");
    expect(await last(caseId)).toMatchObject({ refused: "no_page" });
    await expect(askNotice(ctx, { caseId, channel: "sms" })).rejects.toMatchObject({
      fields: { channel: expect.anything() },
    });
    expect(gateway.taken).toHaveLength(before);
  });

  test("that the gateway did not take is tried again, and asked again first", async () => {
    const { caseId, ctx } = await plantReachable(worker);
    const { id: noticeId } = await askNotice(ctx, { caseId, channel: "sms" });
    gateway.answer = 503;
    await expect(sendNotice(worksAt(ten), { noticeId })).rejects.toThrow("The gateway did not take it (503).");
    gateway.answer = 202;
    expect(await sendNotice(worksAt(ten), { noticeId })).toBe("sent");
  });
});
