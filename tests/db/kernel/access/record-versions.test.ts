import { sql } from "drizzle-orm";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { Clash } from "@/app/_ui/clash";
import { FormContext } from "@/app/_ui/form-context";
import { runForm } from "@/app/_ui/run-form";
import { clashField, pickPrefix } from "@/app/_ui/settle-clash";
import { amendCaseFields } from "@/lib/casework/cases/commands/amend-case-fields";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { describeCase } from "@/lib/casework/cases/commands/describe-case";
import { setSafeContact } from "@/lib/casework/clients/set-safe-contact";
import { versionOfValues } from "@/lib/casework/custom-values/rules";
import { amendIncident } from "@/lib/casework/incidents/amend-incident";
import { addNote } from "@/lib/casework/notes/add-note";
import { amendNote } from "@/lib/casework/notes/amend-note";
import { amendReference } from "@/lib/casework/references/commands/amend-reference";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { amendPlanEntry } from "@/lib/casework/safety/plans/amend-plan-entry";
import { addService } from "@/lib/casework/services/add-service";
import { amendService } from "@/lib/casework/services/amend-service";
import { amendAccount } from "@/lib/casework/subjects/commands/amend-account";
import { amendSubject } from "@/lib/casework/subjects/commands/amend-subject";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { amendIdentifier } from "@/lib/casework/subjects/identifiers/amend-identifier";
import { amendExhibit } from "@/lib/evidence/exhibits/commands/amend-exhibit";
import { amendLiaison } from "@/lib/handover/officers/amend-liaison";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { changeBody } from "@/lib/organisation/bodies/commands/change-body";
import { amendCustomField } from "@/lib/organisation/custom-fields/commands/amend-custom-field";
import { describeDesk } from "@/lib/organisation/members/commands/describe-desk";
import { newId } from "@/lib/platform/ids";
import { newStation, stationForm } from "@/tests/support/bodies";
import { account, incident, openSample, safeContact } from "@/tests/support/case-form";
import { about, addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

type Form = Record<string, string>;
type Writer = (ctx: Ctx, raw: unknown) => Promise<unknown>;
type Entry = {
  name: string;
  act: Writer;
  record: string;
  form: Form;
  field: string;
  words: [string, string];
  by: Ctx[];
};

let org: Org;
const table: Entry[] = [];

/** Every command that changes a record in place, with the field in which two people differ. */
const names = [
  "changeRisk",
  "setSafeContact",
  "amendReference",
  "amendIncident",
  "amendSubject",
  "amendAccount",
  "amendIdentifier",
  "amendExhibit",
  "amendLiaison",
  "describeDesk",
  "describeCase",
  "amendNote",
  "amendPlanEntry",
  "amendService",
  "amendCaseFields",
  "amendCustomField",
  "changeBody",
];

beforeAll(async () => {
  org = await makeOrg();
  const mine = await org.as("caseworker");
  const supervisor = await org.as("supervisor");
  const admins = [await org.as("admin"), (await org.person("admin")).ctx];
  const both = [mine, supervisor];
  const { id: caseId } = await openSample(mine);
  const ids = await withTransaction(mine, "read only", async ({ db }) => {
    const one = async (text: string) => (await db.execute<{ id: string }>(sql.raw(text)))[0]?.id ?? "";
    const of = (what: string) => one(`select id from app.${what} where case_id = '${caseId}'`);
    const client = await one(`select client_id as id from app.cases where id = '${caseId}'`);
    return { client, subject: await of("subjects"), account: await of("accounts"), incident: await of("incidents") };
  });
  const issued = { state: "issued", receivedVia: "sms", issuedOn: "2026-10-14" };
  const reference = (await recordReference(mine, { caseId, kind: "ic3", raw: "I2610150000000142", ...issued })).id;
  const phone = { caseId, kind: "phone", value: "+1 404 555 0133", confidence: "possible" };
  const identifier = (await addIdentifier(mine, { ...phone, subjectId: ids.subject, linkReason: "Seen" })).id;
  const exhibit = (await addExhibit(mine, caseId, seededBytes(100, 7))).exhibitId;
  const officer = await org.person("liaison");
  const known = { rank: "Sergeant", agency: "SAPS", unit: "Voorbeeldfontein", forceNumber: "0000001-1" };
  const office = { address: "Example Street 1", phone: "021 000 0100" };
  const { platform: _gone, ...owl } = account;
  const put = (
    name: string,
    act: Writer,
    record: string,
    form: Form,
    field: string,
    words: [string, string],
    by = both,
  ) => table.push({ name, act, record, form, field, words, by });
  put("changeRisk", changeRisk, caseId, { caseId, reason: "Talked it through" }, "risk", ["elevated", "standard"]);
  put("setSafeContact", setSafeContact, ids.client, { clientId: ids.client, ...safeContact }, "codeWord", [
    "red pot",
    "tin cup",
  ]);
  put("amendReference", amendReference, reference, { referenceId: reference }, "issuer", [
    "First office",
    "Second office",
  ]);
  put("amendIncident", amendIncident, ids.incident, { caseId, incidentId: ids.incident, ...incident }, "what", [
    "Said by one",
    "Said by the other",
  ]);
  put("amendSubject", amendSubject, ids.subject, { caseId, subjectId: ids.subject }, "allegedName", [
    "J. One",
    "J. Two",
  ]);
  put(
    "amendAccount",
    amendAccount,
    ids.account,
    { caseId, accountId: ids.account, keepConfirmed: "on", ...owl },
    "displayName",
    ["Owl one", "Owl two"],
  );
  put("amendIdentifier", amendIdentifier, identifier, { ...phone, identifierId: identifier }, "linkReason", [
    "On a bill",
    "On a wall",
  ]);
  put(
    "amendExhibit",
    amendExhibit,
    exhibit,
    { exhibitId: exhibit, method: about.method, howObtained: about.howObtained },
    "description",
    ["A threat, seen first", "A threat, seen again"],
  );
  put(
    "amendLiaison",
    amendLiaison,
    officer.memberId,
    { liaisonId: officer.memberId, name: "A. Officer", ...known, ...office },
    "unit",
    ["Unit one", "Unit two"],
    [supervisor, ...admins.slice(0, 1)],
  );
  const { id: told } = await openSample(mine);
  put("describeCase", describeCase, told, { caseId: told }, "matter", ["Threats by one account", "Threats by two"]);
  const { id: note } = await addNote(mine, {
    id: newId(),
    caseId,
    kind: "note",
    visibility: "working",
    words: "She phoned",
  });
  put("amendNote", amendNote, note, { noteId: note, kind: "note" }, "words", ["She phoned twice", "She wrote"]);
  const { id: entry } = await addPlanEntry(mine, { caseId, section: "people", what: "A sister" });
  put("amendPlanEntry", amendPlanEntry, entry, { caseId, entryId: entry }, "what", ["A brother", "An aunt"]);
  const service = { kind: "shelter", name: "Shelter (invented)" };
  const { id: listed } = await addService(mine, service);
  put("amendService", amendService, listed, { serviceId: listed, ...service }, "hours", ["By day", "Day and night"]);
  const ward = await addField(admins[0] as Ctx);
  const custom = `custom.${ward}`;
  put(
    "amendCaseFields",
    // As its action reads the form.
    (ctx, raw) => {
      const { [custom]: value, ...others } = raw as Form;
      return amendCaseFields(ctx, { ...others, custom: { [ward]: value } });
    },
    versionOfValues(told),
    { caseId: told },
    custom,
    ["Ward 7", "Ward 8"],
  );
  const field = { fieldId: ward, label: "Ward", audience: "all", required: "never", choices: "" };
  put("amendCustomField", amendCustomField, ward, field, "help", ["The number", "The name"], admins);
  const bodyRef = await newStation(admins[0] as Ctx, "Voorbeeld North");
  const station = { bodyRef, ...stationForm("Voorbeeld North") };
  put("changeBody", changeBody, bodyRef, station, "hours", ["By day", "Day and night"], admins);
  put(
    "describeDesk",
    describeDesk,
    org.id,
    { name: "Kestrel", deskEmail: "", deskPhone: "" },
    "name",
    ["Kestrel One", "Kestrel Two"],
    admins,
  );
});

function sent(entry: Entry, words: string, more: Form = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...entry.form, [entry.field]: words, ...more })) form.set(name, value);
  return form;
}

const send = (entry: Entry, who: number, form: FormData) =>
  runForm(form, async () => {
    const by = entry.by[who];
    if (!by) throw new Error("Nobody writes.");
    await entry.act(by, Object.fromEntries(form));
    return "Saved";
  });

function find(name: string): Entry {
  const entry = table.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`${name} is not in the table.`);
  return entry;
}

describe.each(names)("two people in %s", (name) => {
  test("keep both wordings on screen, and nothing is written until one chose", async () => {
    const entry = find(name);
    const [first = "", second = ""] = entry.words;
    const version = async () => (await readRecordVersions(entry.by[0] as Ctx, [entry.record]))[entry.record] ?? 0;
    expect(await send(entry, 0, sent(entry, first, { version: "0" }))).toMatchObject({ status: "saved" });
    for (const late of [sent(entry, second, { version: "0" }), sent(entry, second)]) {
      const state = await send(entry, 1, late);
      expect(state).toMatchObject({ status: "failed", twoVersions: { version: 1, by: entry.by[0]?.actor.name } });
      expect(state.twoVersions?.theirs[entry.field]).toEqual([first]);
      const facts = { state, pending: false, sent: null, prefix: "x" };
      const fields = { [entry.field]: { name: entry.field, label: "The field" } };
      const clash = createElement(Clash, { record: entry.record, fields });
      const screen = renderToStaticMarkup(createElement(FormContext, { value: facts }, clash));
      expect(screen).toContain(`>${first}<`);
      expect(screen).toContain(`>${second}<`);
      expect(screen).toContain('name="version" value="1"');
    }
    expect(await version()).toBe(1);
    expect(await send(entry, 1, sent(entry, second, { version: "1" }))).toMatchObject({ status: "saved" });
    expect(await version()).toBe(2);
  });

  test("who takes theirs writes theirs, whatever the field still says", async () => {
    const entry = find(name);
    const [first = "", second = ""] = entry.words;
    const late = await send(entry, 0, sent(entry, first, { version: "1" }));
    const { mine: _mine, ...theirs } = late.twoVersions ?? { mine: {} };
    const picked = { version: "2", [clashField]: JSON.stringify(theirs), [`${pickPrefix}${entry.field}`]: "theirs" };
    const form = sent(entry, first, picked);
    const seen = await send(entry, 0, form);
    expect(form.get(entry.field)).toBe(second);
    // Where a command refuses a change that changes nothing, both wordings stay in sight.
    if (seen.status === "failed") expect(seen.twoVersions?.theirs[entry.field]).toEqual([second]);
  });

  test("of two at the same moment, one is written", async () => {
    const entry = find(name);
    const version = String((await readRecordVersions(entry.by[0] as Ctx, [entry.record]))[entry.record] ?? 0);
    const [first, second] = name === "changeRisk" ? ["high", "elevated"] : entry.words.map((words) => `${words} too`);
    const both = await Promise.all([
      send(entry, 0, sent(entry, first ?? "", { version })),
      send(entry, 1, sent(entry, second ?? "", { version })),
    ]);
    expect(both.map((state) => state.status).toSorted()).toEqual(["failed", "saved"]);
    expect(both.filter((state) => state.twoVersions)).toHaveLength(1);
  });
});

test("the table has every command that bumps a record version", async () => {
  const { globSync, readFileSync } = await import("node:fs");
  const files = globSync("lib/**/*.ts").filter((file) => /await bumpRecordVersion\(/.test(readFileSync(file, "utf8")));
  // The risk is decided on another form than the one that shows it: this makes that one say that it changed.
  const elsewhere = ["lib/casework/safety/risk/decide-risk.ts"];
  expect(files.filter((file) => !elsewhere.includes(file))).toHaveLength(names.length);
});

test("a stranger's organisation neither sees nor bumps a record version", async () => {
  const other = await (await makeOrg()).as("supervisor");
  const { record } = find("changeRisk");
  expect(await readRecordVersions(other, [record])).toEqual({});
});
