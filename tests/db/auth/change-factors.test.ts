import { beforeAll, describe, expect, test } from "vitest";
import { makeRecoveryCodes } from "@/lib/auth/codes/recovery-codes";
import { removeTotp } from "@/lib/auth/codes/remove-totp";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { removePasskey } from "@/lib/auth/passkeys/remove-passkey";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { acceptInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { newId } from "@/lib/platform/ids";
import { giveApp, givePasskey, prove, sessionBy } from "../../support/factors";
import { makeOrg, type Org } from "../../support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

/** Somebody with one passkey, in a session that it opened. */
async function withPasskey() {
  const { loginId, memberId } = await org.person("liaison");
  await givePasskey(await sessionBy(loginId, "invitation"));
  const session = await sessionBy(loginId, "passkey");
  const ids = async () => (await listPasskeys(session)).map((passkey) => passkey.id);
  return { loginId, memberId, session, ids };
}

const forbidden = { code: "forbidden" };

describe("changing factors", () => {
  test("wants a passkey once the person has one: a code is not enough, nor is a proof that is old", async () => {
    const { loginId, session, ids } = await withPasskey();
    const [id] = await ids();
    const coded = await sessionBy(loginId, "password+totp");
    await prove(coded, "totp");
    for (const token of [session, coded]) {
      await expect(givePasskey(token)).rejects.toMatchObject(forbidden);
      await expect(giveApp(token)).rejects.toMatchObject(forbidden);
      await expect(removePasskey(token, id)).rejects.toMatchObject(forbidden);
      await expect(removeTotp(token)).rejects.toMatchObject(forbidden);
      await expect(makeRecoveryCodes(token)).rejects.toMatchObject(forbidden);
    }
    await prove(session, "passkey");
    await givePasskey(session);
    expect(await ids()).toHaveLength(2);
    expect(await ctxFromToken(coded)).toBeNull();
  });

  test("the first passkey comes after a fresh code", async () => {
    const { loginId } = await org.person("caseworker");
    await giveApp(await sessionBy(loginId, "invitation"));
    const session = await sessionBy(loginId, "password+totp");
    await expect(givePasskey(session)).rejects.toMatchObject(forbidden);
    await prove(session, "totp");
    await givePasskey(session);
    expect(await requireStanding(session)).toMatchObject({ passkeys: 1, mayAdd: false });
  });

  test("removing one ends the sessions elsewhere and is in the log", async () => {
    const { loginId, memberId, session, ids } = await withPasskey();
    await prove(session, "passkey");
    await givePasskey(session);
    const elsewhere = await sessionBy(loginId, "passkey");
    const [first] = await ids();
    await removePasskey(session, first);
    expect(await ids()).toHaveLength(1);
    expect(await ctxFromToken(elsewhere)).toBeNull();
    expect(await ctxFromToken(session)).not.toBeNull();
    expect(await org.auditOf(memberId)).toContain("factor.passkey_removed");
    await expect(removePasskey(session, first)).rejects.toMatchObject({ code: "not_found" });
  });

  test("the last way in stays, also when two are removed at once", async () => {
    const { session, ids } = await withPasskey();
    await prove(session, "passkey");
    await expect(removePasskey(session, (await ids())[0])).rejects.toMatchObject({ code: "conflict" });
    await givePasskey(session);
    const both = await Promise.allSettled((await ids()).map((id) => removePasskey(session, id)));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await ids()).toHaveLength(1);
    await giveApp(session);
    await removePasskey(session, (await ids())[0]);
    await expect(removeTotp(session)).rejects.toMatchObject({ code: "conflict" });
  });

  test("somebody else's passkey is not there, and text that is no id neither", async () => {
    const mine = await withPasskey();
    const other = await withPasskey();
    await prove(mine.session, "passkey");
    for (const id of [(await other.ids())[0], newId(), "7", undefined]) {
      await expect(removePasskey(mine.session, id)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await other.ids()).toHaveLength(1);
  });
});

const lostDevice = { lost: "device", madeSure: "in_person" } as const;

describe("a lost device", () => {
  test("an administrator's link removes every factor and session when it is used, and it is in the log", async () => {
    const { loginId, memberId, session } = await withPasskey();
    await prove(session, "passkey");
    await giveApp(session);
    await makeRecoveryCodes(session);
    const { token } = await renewAccess(await org.confirmed("admin"), { memberId, ...lostDevice });
    expect(await requireStanding(session)).toMatchObject({ passkeys: 1, codesLeft: 10 });
    await acceptInvitation({ token, name: "Liaison person", password: "four new fictional words" });
    await expect(requireStanding(session)).rejects.toMatchObject({ code: "unauthenticated" });
    const fresh = await sessionBy(loginId, "invitation");
    expect(await requireStanding(fresh)).toMatchObject({ passkeys: 0, totpAt: null, codesLeft: 0, mayAdd: true });
    expect(await ctxFromToken(fresh)).toBeNull();
    expect(await org.auditOf(memberId)).toEqual(
      expect.arrayContaining(["factor.all_removed", "member.access_renewed"]),
    );
  });

  test("nobody renews their own", async () => {
    const admin = await org.confirmed("admin");
    await expect(renewAccess(admin, { memberId: admin.actor.memberId, ...lostDevice })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
