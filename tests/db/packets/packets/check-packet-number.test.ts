import { beforeAll, describe, expect, test, vi } from "vitest";
import * as client from "@/db/client";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { checkPacketNumber } from "@/lib/packets/packets/check-packet-number";
import { checkWord } from "@/lib/packets/packets/check-word";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { returnPacket } from "@/lib/packets/packets/commands/return-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { approvedPacket, readyPacket, reasonsFor } from "@/tests/support/built-packet";
import { draft } from "@/tests/support/case-to-print";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

/** Codes of this file’s own: other tests number their cases alike in other organisations of the same database. */
async function renamed(packetId: string): Promise<string> {
  const code = `CD-99-${packetId.slice(-6).toUpperCase()}-P1`;
  await owner()`update auth.packet_numbers set code = ${code} where packet_id = ${packetId}`;
  return code;
}

describe("checkPacketNumber", () => {
  test("gives hash and days of an approved version, however the number is typed, and nothing else", async () => {
    const { id } = await approvedPacket(org, worker);
    const code = await renamed(id);
    const { fileSha256, decidedAt } = await getPacket(worker.ctx, id);
    const found = await checkPacketNumber({
      number: ` ${code.toLowerCase()} `,
      word: ` ${checkWord(id).toLowerCase()} `,
    });
    expect(found.number).toBe(code);
    expect(found.versions).toEqual([
      {
        version: 1,
        sha256: fileSha256,
        withdrawnAt: null,
        replacedBy: null,
        approvedAt: decidedAt?.toISOString(),
        builtAt: expect.any(String),
      },
    ]);
  });

  test("says when it was withdrawn, and by which version it was replaced", async () => {
    const { id, caseId } = await approvedPacket(org, worker);
    const code = await renamed(id);
    const next = await draftPacket(worker.ctx, { caseId, ...draft });
    await assemblePacket(org.service(), { packetId: next.id });
    await owner()`update auth.packet_numbers set code = ${code} where packet_id = ${next.id}`;
    expect((await checkPacketNumber({ number: code, word: checkWord(id) })).versions).toMatchObject([
      { version: 1, replacedBy: null },
    ]);
    const overrides = await reasonsFor(worker, next.id);
    await approvePacket(await org.confirmed("supervisor"), { packetId: next.id, overrides });
    await assemblePacket(org.service(), { packetId: next.id });
    await withdrawPacket(worker.ctx, { packetId: id, reason: "A wrong account is named in it." });
    expect((await checkPacketNumber({ number: code, word: checkWord(id) })).versions).toMatchObject([
      { version: 2, withdrawnAt: null, replacedBy: null },
      { version: 1, withdrawnAt: expect.any(String), replacedBy: 2 },
    ]);
  });

  test("knows nothing of a packet that nobody approved, also when it was returned and then withdrawn", async () => {
    const { id } = await readyPacket(org, worker);
    const code = await renamed(id);
    expect((await checkPacketNumber({ number: code, word: checkWord(id) })).versions).toEqual([]);
    await returnPacket(await org.as("supervisor"), { packetId: id, reason: "The account id is missing." });
    await withdrawPacket(worker.ctx, { packetId: id, reason: "Never mind." });
    expect((await checkPacketNumber({ number: code, word: checkWord(id) })).versions).toEqual([]);
  });

  test("a number without its check word is answered like one that nobody has", async () => {
    const { id } = await approvedPacket(org, worker);
    const code = await renamed(id);
    const other = await approvedPacket(org, worker);
    const { fileSha256 } = await getPacket(worker.ctx, id);
    const nobody = { number: code, versions: [] };
    for (const word of [
      "0000-0000",
      "0",
      checkWord(other.id),
      (fileSha256 ?? "").slice(0, 7),
      id,
      "%",
      "f".repeat(64),
    ]) {
      expect(await checkPacketNumber({ number: code, word }), word).toEqual(nobody);
    }
    await expect(checkPacketNumber({ number: code })).rejects.toMatchObject({
      fields: { word: expect.any(String) },
    });
    // Who holds a packet from before reads it off the file.
    for (const word of [(fileSha256 ?? "").slice(0, 8), fileSha256 ?? "", checkWord(id).replace("-", "")]) {
      expect((await checkPacketNumber({ number: code, word })).versions, word).toHaveLength(1);
    }
  });

  test("an unknown number takes as long as a known one", async () => {
    const code = await renamed((await approvedPacket(org, worker)).id);
    const found = vi.spyOn(client, "ask");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      for (const number of [code, "CD-00-0000-P1"]) {
        const answered = vi.fn();
        const answer = checkPacketNumber({ number, word: "0000-0000" }).then(answered);
        // The database has said what it knows; what is left of the time is waited for all the same, and no longer.
        expect(found).toHaveBeenCalled();
        await found.mock.results.at(-1)?.value;
        await vi.advanceTimersByTimeAsync(349);
        expect(answered).not.toHaveBeenCalled();
        await vi.advanceTimersByTimeAsync(1);
        await answer;
      }
    } finally {
      vi.useRealTimers();
      found.mockRestore();
    }
  });

  test("names the field: nothing typed, a whole letter typed", async () => {
    for (const number of ["", "x".repeat(61), undefined]) {
      const attempt = checkPacketNumber({ number, word: "0000-0000" });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { number: expect.any(String) } });
    }
  });
});
