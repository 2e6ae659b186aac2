import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { closeDatabase } from "@/db/client";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { agreeContact } from "../../support/agree-contact";
import { bySql } from "../../support/by-sql";
import { newClient, openSample } from "../../support/case-form";
import { draft, makeCaseToPrint } from "../../support/case-to-print";
import { closeOwner } from "../../support/db";
import { makeOrg, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";
import { plantServed } from "../../support/plant-served";
import { prove, sessionBy } from "../../support/sessions";
import { naming, signRelease } from "../../support/sign-release";

// Run beside the server under test, on its database and data folder: two organisations of the test's own, with people, a
// client, a packet that an officer may have, and sessions. Prints ids and cookies, as JSON.
// `DATABASE_OWNER_URL=… node --import tsx plant-wrong-hands.ts`

const org = await makeOrg("Wheatear Advice Trust");
const worker = await org.person("caseworker", "Keeper Example");
const colleague = await org.person("caseworker", "Curious Example");
const supervisor = await org.person("supervisor", "Alone Example");
const otherSupervisor = await org.person("supervisor", "Other Example");
const meant = await org.person("liaison", "Lindiwe Example");
const namesake = await org.person("liaison", "Lindiwe Example");

const { id: hiddenCaseId, clientId } = await openSample(worker.ctx, { client: newClient("Wheatear") });

const { caseId, packetId } = await plantServed(org, worker);
const releaseId = await signRelease(worker.ctx, caseId, {
  recipient: "Sergeant Lindiwe Example, investigating officer, SAPS Voorbeeldfontein",
  ...naming(meant),
});

const code = "CD-26-0777";
await plantCase(worker.ctx, { code });
const { id: lookId } = await requestEmergencyAccess(colleague.ctx, { code, reason: "An emergency." });

const alertId = newId();
await bySql(
  org.service(),
  sql`insert into app.audit_alerts (id, org_id, rule, occasion, member_id, count, raised_at)
    values (${alertId}::uuid, ${org.id}::uuid, 'reveals_many', ${alertId}, ${supervisor.memberId}::uuid, 5, now())`,
);

// Its numbers begin again, so it has an organisation of its own.
const drafting = await makeOrg("Whinchat Advice Trust");
const author = await drafting.person("caseworker", "Author Example");
const printed = await makeCaseToPrint(drafting, author, { files: ["note.txt", "photo.jpg"] });
await agreeContact(drafting.service(), printed.caseId);
await draftPacket(author.ctx, { caseId: printed.caseId, ...draft, exhibits: { "E-01": "on", offered: "on" } });

async function cookieOf({ loginId }: Person, isProved = false): Promise<string> {
  const token = await sessionBy(loginId, "passkey");
  if (isProved) await prove(token, "passkey");
  const held = { st: token.toString("base64url"), dv: deviceFamily("node") };
  return `sid=${await encode({ token: held, secret: env().AUTH_SECRET })}`;
}

const cookies = {
  worker: await cookieOf(worker),
  workerProved: await cookieOf(worker, true),
  supervisor: await cookieOf(supervisor),
  supervisorProved: await cookieOf(supervisor, true),
  otherSupervisor: await cookieOf(otherSupervisor),
  colleague: await cookieOf(colleague),
  meant: await cookieOf(meant),
  namesake: await cookieOf(namesake),
  author: await cookieOf(author),
};
const officers = { meant: meant.memberId, namesake: namesake.memberId };
const ids = { clientId, hiddenCaseId, caseId, packetId, releaseId, lookId, alertId, draftedCaseId: printed.caseId };
process.stdout.write(JSON.stringify({ ids, officers, cookies }));
await closeOwner();
await closeDatabase();
