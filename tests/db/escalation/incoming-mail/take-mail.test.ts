import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { takeMail } from "@/lib/escalation/incoming-mail/commands/take-mail";
import { listMails, readMail } from "@/lib/escalation/incoming-mail/queries";
import { factsOf, mostInAnHour } from "@/lib/escalation/incoming-mail/rules";
import { readLetterDesk } from "@/lib/escalation/letters/queries";
import { newFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { mailOf, office } from "@/tests/support/mail-text";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { newestMail, plantReplyAddress, take } from "@/tests/support/plant-incoming-mail";
import { plantStop } from "@/tests/support/plant-stop";

let org: Org;
let worker: Ctx;
let boss: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  boss = await org.as("supervisor");
});

async function open(senders = office) {
  const caseId = await plantCase(worker);
  const { address, tag } = await plantReplyAddress(worker, caseId, senders);
  return { caseId, address, tag };
}

const newest = async (ctx = worker) => readMail(ctx, await newestMail(ctx));
const held = async (raw: Buffer) => {
  expect(await take(raw)).toBe("held");
  return (await newest()).reasons;
};

describe("a mail to a reply address", () => {
  test("from the office, confirmed by our server, is put on the register by itself", async () => {
    const { caseId, address } = await open();
    expect(await take(mailOf({ to: address, subject: "About the docket" }))).toBe("filed");
    const desk = await readLetterDesk(worker, caseId, { direction: "in", page: 1 });
    expect(desk.letters).toMatchObject([{ code: "IN-1", party: office, answers: "nothing", channel: "email" }]);
    expect(desk.letters[0]?.summary).toContain("About the docket");
    expect(desk.letters[0]?.summary).toContain("Filed by itself");
    expect(await newest()).toMatchObject({ byItself: true, state: "filed", reasons: [] });
  });

  test("is found by the mark in the subject where the server knows no plus-addresses", async () => {
    const { tag } = await open();
    const raw = mailOf({ to: "inbox@post.example", subject: `Re: your letter ${tag.toUpperCase()}` });
    expect(await take(raw)).toBe("filed");
    expect((await newest()).subject).toBe("Re: your letter");
  });

  test("is taken once, however often it is offered", async () => {
    const { caseId, address } = await open();
    const raw = mailOf({ to: address });
    expect(await Promise.all([take(raw), take(raw), take(raw)])).toEqual(["filed", "filed", "filed"]);
    expect(await take(raw)).toBe("filed");
    const rows = await bySql(worker, sql`select id from app.incoming_mails where case_id = ${caseId}`);
    expect(rows).toHaveLength(1);
    expect((await readLetterDesk(worker, caseId, { direction: "in", page: 1 })).counts.in).toBe(1);
  });

  test("that somebody else wrote, or whose sender nobody confirmed, waits and says why", async () => {
    const { address } = await open();
    expect(await held(mailOf({ to: address, from: "he@harasser.example" }))).toContain("other_sender");
    expect(await held(mailOf({ to: address, checks: "" }))).toEqual(["not_checked"]);
    const failed = "mx.post.example; dmarc=fail header.from=saps.example";
    expect(await held(mailOf({ to: address, checks: failed }))).toEqual(["not_proven"]);
    const ofAnother = "mx.attacker.example; dmarc=pass header.from=saps.example";
    expect(await held(mailOf({ to: address, checks: ofAnother }))).toEqual(["not_checked"]);
    const smuggled = 'mx.post.example; spf=pass smtp.mailfrom="; dmarc=pass header.from=saps.example;"@evil.example';
    expect(await held(mailOf({ to: address, checks: smuggled }))).toEqual(["not_proven"]);
    const twoOfThem = "desk@saps.example, he@harasser.example";
    expect(await held(mailOf({ to: address, from: twoOfThem }))).toContain("several_senders");
  });

  test("that a machine wrote, or that comes from ourselves, is listed apart and answered by nobody", async () => {
    const { address } = await open(`${office}, inbox@post.example`);
    const sent = () => bySql(jobCtx(org.id), sql`select id from app.mails`);
    const before = await sent();
    for (const header of ["Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <all.saps.example>"])
      expect(await held(mailOf({ to: address, headers: [header] }))).toContain("automatic");
    expect(await held(mailOf({ to: address, from: "inbox@post.example" }))).toContain("own");
    expect((await newest()).apart).toBe("automatic");
    expect(await sent()).toEqual(before);
  });

  test("that names two addresses belongs to no case, and supervisors alone see it", async () => {
    const [one, two] = [await open(), await open()];
    expect(await take(mailOf({ to: `${one.address}, ${two.address}` }))).toBe("held");
    const loose = await newestMail(boss);
    await expect(readMail(worker, loose)).rejects.toThrow("No such mail");
    expect(await readMail(boss, loose)).toMatchObject({ case: null, reasons: ["several_tokens"] });
  });

  test("of another organisation is seen by that one alone", async () => {
    const other = await makeOrg();
    const theirs = await other.as("caseworker");
    const { address } = await plantReplyAddress(theirs, await plantCase(theirs));
    const before = (await listMails(boss)).length;
    expect(await take(mailOf({ to: address }))).toBe("filed");
    expect(await listMails(boss)).toHaveLength(before);
    await expect(readMail(boss, await newestMail(theirs))).rejects.toThrow("No such mail");
  });

  test("that names no address of ours is nobody's where there are several organisations", async () => {
    expect(await take(mailOf({ to: "inbox@post.example" }))).toBe("refused");
    expect(await take(mailOf({ to: "inbox+23456789bcdfghjkmnpqrstvwxy@post.example" }))).toBe("refused");
  });

  test("keeps no bytes where the case takes no files, and keeps its text", async () => {
    const { caseId, address } = await open();
    await plantStop(worker, caseId);
    expect(await take(mailOf({ to: address, attachment: Buffer.from("%PDF-1.4 secret") }))).toBe("bare");
    const mail = await newest();
    expect(mail).toMatchObject({ kept: false, reasons: ["stopped"] });
    expect(mail.facts.text).toContain("The docket is open.");
  });

  test("keeps no bytes where the case stopped taking files while the mail came in", async () => {
    const { caseId } = await open();
    await plantStop(worker, caseId);
    const [address] = await bySql<{ id: string }>(
      jobCtx(org.id),
      sql`select id from app.reply_addresses where case_id = ${caseId}`,
    );
    const { keyId, wrapped } = newFiles(jobCtx(org.id));
    const marks = { fingerprint: randomBytes(32), messageHash: null, senderHash: null, addressId: address?.id ?? null };
    const seen = { size: 9, sha256: "0".repeat(64), facts: JSON.stringify(factsOf(null)), reasons: [], apart: null };
    const taken = takeMail(jobCtx(org.id), {
      id: newId(),
      key: { keyId, wrapped },
      ...marks,
      ...seen,
      fileId: newId(),
    });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
    const rows = await bySql(worker, sql`select id from app.incoming_mails where case_id = ${caseId}`);
    expect(rows).toHaveLength(0);
  });

  test("one of very many is listed apart and not lost", async () => {
    const flooded = await makeOrg();
    const theirs = await flooded.as("caseworker");
    const { address } = await plantReplyAddress(theirs, await plantCase(theirs));
    await take(mailOf({ to: address }));
    expect((await newest(theirs)).apart).toBeNull();
    // As many more of it as one hour may bring.
    await bySql(
      jobCtx(flooded.id),
      sql`insert into app.incoming_mails (id, org_id, key_id, case_id, address_id, fingerprint, sender_hash, received_at,
          size, sha256, facts, reasons, state)
        select gen_random_uuid(), org_id, key_id, case_id, address_id, sha256(fingerprint || int4send(n)), sender_hash,
          received_at, size, sha256, facts, reasons, 'held'
        from app.incoming_mails, generate_series(2, ${mostInAnHour}::int) n`,
    );
    expect(await take(mailOf({ to: address }))).toBe("held");
    expect(await newest(theirs)).toMatchObject({ reasons: ["flood"], apart: "flood" });
  });

  test("of hostile shape is text and a list, whatever it says of itself", async () => {
    const { address } = await open();
    const html =
      '<p>Hello</p><script>alert(1)</script><img src="https://tracker.example/a.png"><a href="javascript:x">b</a>';
    await take(mailOf({ to: address, html, checks: "", subject: "=?utf-8?q?A=0D=0ABcc:_x@y.example?=" }));
    const { facts, subject } = await newest();
    expect(facts.text).not.toContain("tracker.example/a.png>");
    expect(facts.text).not.toContain("<img");
    expect(subject).not.toMatch(/[\r\n]/);
    expect(
      await held(Buffer.concat([mailOf({ to: address, checks: "" }), Buffer.alloc(2_000_000, "\r\nX: y")])),
    ).toEqual(["not_checked"]);
  });
});
