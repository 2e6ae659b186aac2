import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { askForPapers } from "@/lib/handover/papers/ask-for-papers";
import { askCertificate } from "@/lib/handover/papers/commands/ask-certificate";
import { takePaper } from "@/lib/handover/papers/commands/take-paper";
import { listPapers } from "@/lib/handover/papers/queries";
import { signPaper } from "@/lib/handover/papers/sign-paper";
import type { PaperAsked, PaperKind } from "@/lib/handover/papers/types";
import { readCaseFolder } from "@/lib/operations/exports/read-case-folder";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { checkPacket } from "@/lib/packets/packets/parts/verifier/check-packet.mjs";
import { verdictOf } from "@/lib/packets/packets/parts/verifier/verdict.mjs";
import { readSignatureFacts } from "@/lib/packets/signatures/queries";
import { checkSignedFile } from "@/lib/platform/cms/check-signed-file";
import { deliveredPacket } from "@/tests/support/built-packet";
import { bySql } from "@/tests/support/by-sql";
import { secrets } from "@/tests/support/case-to-print";
import { scratchFolder } from "@/tests/support/files";
import { keptParts } from "@/tests/support/kept-parts";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { plantHandover } from "@/tests/support/plant-handover";
import { plantCertificate, plantLedger } from "@/tests/support/plant-papers";

let org: Org;
let worker: Person;
let officer: Person;
let handoverId: string;
let packetId: string;
let caseId: string;
const asked = (paper: PaperKind): PaperAsked => ({ packetId, handoverId, paper });

/** A job that waits in the queue for this handover or version. */
const waiting = async () =>
  (
    await bySql<{ paper: string }>(
      org.service(),
      sql`select data->>'paper' as paper from pgboss.job where name = 'handover.paper'
        and (data->>'handoverId' = ${handoverId} or data->>'packetId' = ${packetId}) order by 1`,
    )
  ).map(({ paper }) => paper);

async function papersOf(paper: PaperKind) {
  return (await listPapers(worker.ctx, packetId)).filter((row) => row.paper === paper);
}

async function take(paperId: string, file: "pdf" | "p7s" = "pdf") {
  return takePaper(worker.ctx, { paperId, file });
}

/** What the verifier that lies with the packet says of its folder with these files in it. */
async function judge(more: readonly { name: string; bytes: Uint8Array }[]) {
  const parts = (await keptParts(org.service(), packetId)).filter(({ part }) => part !== "annex" && part !== "sender");
  const files = [...parts, ...more].map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name));
  const report = await checkPacket(files);
  const lines = report.lines.map(({ what, said }: { what: string; said: string }) => `${what}: ${said}`);
  return { title: verdictOf(report)[1], text: lines.join("\n") };
}

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Thandi Example");
  officer = await org.person("liaison", "Lindiwe Example");
  ({ handoverId, id: packetId, caseId } = await deliveredPacket(org, worker, officer));
});

describe("a paper about a handover", () => {
  test("is asked for when the packet is handed over, and no receipt before the officer acknowledged", async () => {
    expect(await waiting()).toEqual(["certificate", "slip"]);
    expect(await listPapers(worker.ctx, packetId)).toEqual([]);
    await expect(signPaper(org.service(), asked("receipt"))).rejects.toMatchObject({ code: "conflict" });
    await expect(signPaper(worker.ctx, asked("certificate"))).rejects.toMatchObject({ code: "forbidden" });
    await signPaper(org.service(), { packetId, paper: "slip" });
  });

  test("is signed with the key of the packet, hashed into the log, and made once", async () => {
    await signPaper(org.service(), asked("certificate"));
    await signPaper(org.service(), asked("certificate"));
    const [certificate, ...more] = await papersOf("certificate");
    expect(more).toEqual([]);
    const { name, bytes } = await take(certificate?.id ?? "");
    expect(name).toMatch(/^CD-.*-P1-v1-handover-1\.pdf$/);
    const at = await scratchFolder();
    try {
      const path = join(at.path, name);
      writeFileSync(path, bytes);
      const { fingerprint = "" } = (await readSignatureFacts(worker.ctx)) ?? {};
      expect(certificate?.signer).toBe(fingerprint);
      expect(await checkSignedFile(path, { fingerprint })).toMatchObject({ holds: true });
    } finally {
      await at.remove();
    }
    const text = (await flatPagesOf(bytes)).join(" ");
    expect(text).toContain("Sergeant Lindiwe Example, force number 0000001-1");
    expect(text).toContain("Handed over by Thandi Example");
    expect(text).toMatch(/Handed over \d+ \w+ 20\d\d, \d\d:\d\d \S+ · /);
    expect(text).toContain("First opened None recorded");
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    const log = await bySql<{ detail: Record<string, unknown> }>(
      org.service(),
      sql`select detail from audit.entries where action = 'handover.paper_signed' and subject_id = ${handoverId}`,
    );
    expect(log.map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ paper: "certificate", sha256: certificate?.sha256, fingerprint: certificate?.signer }),
    ]);
  });

  test("says after an acknowledgement who received it and when, and a certificate to date has the same chain", async () => {
    await openHandover(officer.ctx, { handoverId });
    await acknowledgeHandover(officer.ctx, { handoverId, note: `Of ${secrets.name}` });
    expect(await waiting()).toEqual(["certificate", "receipt", "slip"]);
    await signPaper(org.service(), asked("receipt"));
    await askCertificate(worker.ctx, { handoverId });
    const last = (await bySql<{ id: string }>(
      org.service(),
      sql`select id from app.handover_events where handover_id = ${handoverId} order by at desc, id desc limit 1`,
    )) as [{ id: string }];
    await signPaper(org.service(), { ...asked("certificate"), throughId: last[0].id });
    await expect(askCertificate(worker.ctx, { handoverId })).rejects.toMatchObject({ code: "conflict" });
    const textOf = async (id = "") => (await flatPagesOf((await take(id)).bytes)).join(" ");
    const receipt = await textOf((await papersOf("receipt"))[0]?.id);
    expect(receipt).toContain("Received by Sergeant Lindiwe Example, force number 0000001-1");
    expect(receipt).toMatch(/Receipt acknowledged \d+ \w+ 20\d\d, \d\d:\d\d \S+ · /);
    expect(receipt).not.toContain(secrets.name);
    const [first, second] = await papersOf("certificate");
    const chainOf = (words: string) =>
      /Last value in full: ([0-9a-f ]{64,})/.exec(words)?.[1]?.replaceAll(" ", "") ?? "";
    const before = chainOf(await textOf(first?.id));
    expect(before).toMatch(/^[0-9a-f]{64}/);
    const later = await textOf(second?.id);
    expect(chainOf(later)).not.toBe(before);
    expect(later).toContain(before.slice(0, 8));
    expect(later).not.toContain(secrets.name);
  });

  test("is checked by the verifier of the packet: whole, altered, of another packet", async () => {
    const papers = await listPapers(worker.ctx, packetId);
    expect(papers.map(({ paper }) => paper).toSorted()).toEqual(["certificate", "certificate", "receipt", "slip"]);
    const files = await Promise.all(papers.flatMap(({ id }) => [take(id), take(id, "p7s")]));
    const whole = await judge(files);
    expect(whole.title).toBe("Everything matches. Ask whether it still stands");
    expect(whole.text.match(/It belongs to this packet/g)).toHaveLength(4);
    expect(whole.text.match(/It fits the paper, and the same key made it/g)).toHaveLength(4);

    const folder: string[] = [];
    for await (const { name } of readCaseFolder(org.service(), caseId)) folder.push(name);
    expect(folder.filter((name) => name.includes("/papers/")).map((name) => name.split("/").at(-1))).toEqual(
      files.map(({ name }) => name),
    );

    const receipt = await take((await papersOf("receipt"))[0]?.id ?? "");
    const altered = Buffer.from(receipt.bytes);
    altered[1000] = (altered[1000] ?? 0) ^ 1;
    const named = await judge([{ name: receipt.name, bytes: altered }]);
    expect(named.title).toBe("The packet matches. Do not use a paper that lies beside it");
    expect(named.text).toContain(`Receipt, ${receipt.name}: The signature is over something else`);

    const foreign = await plantCertificate({ org, worker, officer });
    const other = await judge([await take(foreign.paperId)]);
    expect(other.title).toBe("The packet matches. Do not use a paper that lies beside it");
    expect(other.text).toContain("It belongs to another packet");
  });

  test("that is missing is asked for by the round, and one made after the withdrawal says so", async () => {
    const planted = await plantHandover({ org, worker, officer });
    await plantLedger({ org }, planted);
    const missing = { packetId: planted.packetId, handoverId: planted.handoverId, paper: "certificate" as const };
    expect(await askForPapers(org.service())).toBeGreaterThan(0);
    const [job] = await bySql<{ paper: string }>(
      org.service(),
      sql`select data->>'paper' as paper from pgboss.job
        where name = 'handover.paper' and data->>'handoverId' = ${planted.handoverId}`,
    );
    expect(job).toEqual({ paper: "certificate" });

    // One that is made after the withdrawal says so, and what it certifies all the same.
    const packetOf = { packetId: planted.packetId, reason: "The ask was too broad." };
    await withdrawPacket(await org.confirmed("supervisor"), packetOf);
    await signPaper(org.service(), missing);
    const [late] = await listPapers(worker.ctx, planted.packetId);
    const text = (await flatPagesOf((await take(late?.id ?? "")).bytes)).join(" ");
    expect(text).toContain(
      "This version has been withdrawn; do not act on it. The handover took place as stated here.",
    );
  });
});
