import { beforeAll, expect, test } from "vitest";
import { fileAsExhibit } from "@/lib/escalation/incoming-mail/file-as-exhibit";
import { readMail } from "@/lib/escalation/incoming-mail/queries";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantMail } from "@/tests/support/plant-incoming-mail";

let worker: Ctx;

beforeAll(async () => {
  worker = await (await makeOrg()).as("caseworker");
});

const letter = Buffer.from("%PDF-1.4\nthe letter of the station");

test("a mail and its attachment become exhibits with their own hashes, once each, and the ledgers say from where", async () => {
  const caseId = await plantCase(worker);
  const mailId = await plantMail(worker, caseId, { checks: "", attachment: letter });
  const message = await fileAsExhibit(worker, { mailId, part: "message" });
  const file = await fileAsExhibit(worker, { mailId, part: "0" });
  expect([message.label, file.label]).toEqual(["E-01", "E-02"]);
  const mail = await readMail(worker, mailId);
  expect(mail).toMatchObject({
    state: "filed",
    exhibit: { label: "E-01" },
    attachmentExhibits: { 0: { label: "E-02" } },
  });
  expect(mail.facts.attachments[0]?.sha256).toBe(sha256(letter).toString("hex"));
  const lines = JSON.stringify(await readExhibit(worker, caseId, file.exhibitId));
  expect(lines).toContain(`Attached to a mail that came in, kept as it was received, with the hash ${mail.sha256}`);
  await expect(fileAsExhibit(worker, { mailId, part: "0" })).rejects.toThrow("evidence already");
  await expect(fileAsExhibit(worker, { mailId, part: "7" })).rejects.toThrow("No such attachment");
});
