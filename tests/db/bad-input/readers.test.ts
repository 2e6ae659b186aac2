import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { logFilters, logRules } from "@/app/(admin)/admin/audit/_components/log-rules";
import { ask } from "@/db/client";
import { hashRecoveryCode } from "@/lib/auth/codes/recovery-codes";
import { lookAtFirstLink } from "@/lib/auth/first-contact/look-at-first-link";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { takeChallenge } from "@/lib/auth/passkeys/challenges";
import { ctxFromFeed } from "@/lib/auth/sessions/ctx-from-feed";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { heldToken, isSameOrigin } from "@/lib/auth/sessions/session";
import { acceptInvitation, readInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { claimSetup, setupTokenIsLive } from "@/lib/auth/sign-in/claim-setup";
import { checkSignIn } from "@/lib/auth/sign-in/sign-in";
import { listDeadlines } from "@/lib/escalation/reminders/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { listAuditEntries } from "@/lib/oversight/audit-log/queries";
import { listRules, listView } from "@/lib/oversight/case-list/address/rules";
import { listCases } from "@/lib/oversight/case-list/queries";
import { carryText } from "@/lib/oversight/search/carry-text";
import { findCases } from "@/lib/oversight/search/queries";
import { checkPacketNumber } from "@/lib/packets/packets/check-packet-number";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newToken } from "@/lib/platform/ids";
import { readListState } from "@/lib/platform/list-state";
import { badText } from "../../support/bad-input/values";
import { makeOrg } from "../../support/org";

let supervisor: Ctx;
beforeAll(async () => {
  supervisor = await (await makeOrg()).as("supervisor");
});

const from = { network: null, device: null, family: "Firefox on Linux" };
const bytes = (text: string) => Buffer.from(text, "base64url");
const texts = (count: number) => fc.sample(badText, { seed: 20_261_126, numRuns: count });
const odd = "a\u0000b";

/** Secrets that a stranger sends: none of them opens anything, and none is a fault. */
const secrets: Record<string, (text: string) => Promise<unknown>> = {
  readInvitation,
  setupTokenIsLive: async (text) => (await setupTokenIsLive(text)) || null,
  ctxFromFeed: (text) => ctxFromFeed(bytes(text)),
  ctxFromToken: (text) => ctxFromToken(bytes(text)),
  heldToken: (text) => heldToken({ st: text, dv: text }, "Firefox on Linux"),
  "heldToken of this browser": async (text) => {
    const token = await heldToken({ st: text, dv: "a" }, "a");
    return token && ctxFromToken(token);
  },
  takeChallenge: (text) =>
    takeChallenge(Buffer.from(`{"challenge":${JSON.stringify(text)}}`).toString("base64url"), "sign_in", null),
  "takeChallenge of anything": (text) => takeChallenge(text, "sign_in", null),
  carryText: async (text) => carryText(supervisor).open(text),
  lookAtFirstLink: async (text) => {
    const look = await lookAtFirstLink({ secret: sha256(text), browser: bytes(text) });
    return look === "ask" ? null : look;
  },
};

describe("what a stranger sends", () => {
  for (const [name, read] of Object.entries(secrets)) {
    test(`${name} finds nothing, and never breaks`, async () => {
      for (const text of texts(60)) expect(await read(text), JSON.stringify(text)).toBeNull();
    });
  }

  test("a recovery code, a header and an origin may be anything", () => {
    for (const text of texts(300)) {
      expect(hashRecoveryCode("a", text)).toHaveLength(16);
      expect(isSameOrigin({ get: (name) => (name === "host" ? "localhost:3000" : text) })).toBe(false);
    }
  });

  test("a character that no database keeps is refused at its field", async () => {
    const password = "a long pass phrase of mine";
    const fieldOf = (act: Promise<unknown>) =>
      act.then(
        () => "done",
        (e: unknown) => (e instanceof AppError ? Object.keys(e.fields) : e),
      );
    expect(await fieldOf(checkSignIn({ email: odd, password }, from))).toEqual(["email"]);
    expect(await fieldOf(acceptInvitation({ token: "x", name: odd, password }))).toEqual(["name"]);
    const setup = { token: "x", organisation: odd, name: odd, email: "a@b.example", password };
    expect(await fieldOf(claimSetup(setup))).toEqual(["organisation", "name"]);
    expect(await fieldOf(checkPacketNumber({ number: odd, word: "0000-0000" }))).toEqual(["number"]);
    expect(await fieldOf(redeemFirstLink({ secret: newToken(), browser: newToken() }, { code: odd }))).toEqual([
      "code",
    ]);
  });

  test("the database itself says no to it in words of ours, wherever a text comes through", async () => {
    await expect(findCases(supervisor, odd)).rejects.toMatchObject({ code: "invalid" });
    await expect(ask(sql`select ${odd}::text`)).rejects.toThrow("22021");
  });
});

describe("addresses of lists", () => {
  test("ask for something or for nothing, and never break", async () => {
    const rules = listRules([]);
    const log = logRules([]);
    for (const text of texts(80)) {
      const params = {
        q: text,
        step: text,
        since: text,
        from: text,
        to: text,
        after: text,
        before: text,
        counted: text,
      };
      await listCases(supervisor, listView(readListState(params, rules)));
      await listAuditEntries(supervisor, logFilters(readListState({ from: text, until: text, case: text }, log)));
      await listDeadlines(supervisor, { whose: "team", kind: null, after: text });
    }
  });
});
