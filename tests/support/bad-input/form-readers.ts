import * as fc from "fast-check";
import { clashField, settleClash } from "@/app/_ui/settle-clash";
import { logFilters, logRules } from "@/app/(admin)/admin/audit/_components/log-rules";
import { requireTick } from "@/app/(admin)/admin/require-tick";
import { readAsked as readChat, writeAsked } from "@/app/(work)/cases/[caseId]/evidence/chats/address";
import {
  listAddress as evidenceAddress,
  readState as readEvidence,
} from "@/app/(work)/cases/[caseId]/evidence/list-view";
import {
  listAddress as incidentAddress,
  readState as readIncidents,
} from "@/app/(work)/cases/[caseId]/incidents/list-address";
import { boardAddress, readBoard } from "@/app/(work)/cases/[caseId]/subjects/board-address";
import { mappingForm } from "@/app/(work)/cases/import/mapping-form";
import { nestedForm, rowCount, typedValues, withRows } from "@/app/(work)/cases/nested-form";
import { readAsked as readDeadlines } from "@/app/(work)/deadlines/asked";
import { readAsked as readReport } from "@/app/(work)/reports/asked";
import { readDraft, readEdits } from "@/lib/documents/papers/input";
import { pastedForm } from "@/lib/escalation/messages/rules";
import { queryOf as listQuery, listRules, listView } from "@/lib/oversight/case-list/address/rules";
import { readUnfinished } from "@/lib/packets/packets/drafting/read-unfinished";
import { draftFields, nestFields } from "@/lib/packets/packets/input";
import { AppError } from "@/lib/platform/errors";
import { readListState } from "@/lib/platform/list-state";
import { badName, badText } from "./values";

/** What turns the fields of a form, or the words of an address, into something else. */
export type FormReader = { name: string; read: (form: FormData) => unknown };

type Params = Record<string, string | string[] | undefined>;

/** As Next hands an address on: a name that comes twice is a list. */
function paramsOf(form: FormData): Params {
  const all = [...new Set([...form.keys()])].map((name) => [name, form.getAll(name).map(String)] as const);
  return Object.fromEntries(all.map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
}

const owners = [{ id: "019a0000-0000-7000-8000-000000000001", name: "Owner" }];
const lists = listRules(owners);

export const formReaders: readonly FormReader[] = [
  { name: "nestedForm", read: nestedForm },
  { name: "typedValues", read: typedValues },
  { name: "withRows", read: (form) => rows(typedValues(form)) },
  { name: "mappingForm", read: mappingForm },
  { name: "nestFields", read: (form) => readUnfinished(nestFields(form)) },
  { name: "draftFields", read: (form) => drafted(form) },
  { name: "readEdits", read: readEdits },
  { name: "readDraft", read: readDraft },
  { name: "pastedForm", read: (form) => pastedForm(Object.fromEntries(form)) },
  { name: "settleClash", read: settleClash },
  { name: "requireTick", read: (form) => ticked(form) },
  {
    name: "readListState",
    read: (form) => [
      listView(readListState(paramsOf(form), lists)),
      listQuery(readListState(paramsOf(form), lists), lists),
    ],
  },
  { name: "logFilters", read: (form) => logFilters(readListState(paramsOf(form), logRules([]))) },
  { name: "readAsked", read: (form) => writeAsked("/x", readChat(paramsOf(form))) },
  { name: "readState", read: (form) => evidenceAddress("x", readEvidence(paramsOf(form))) },
  { name: "readState", read: (form) => incidentAddress("x", readIncidents(paramsOf(form))) },
  { name: "readBoard", read: (form) => boardAddress("x", readBoard(paramsOf(form))) },
  { name: "readAsked", read: (form) => readDeadlines(paramsOf(form), true) },
  { name: "readAsked", read: (form) => readReport(paramsOf(form), { owners, pairs: ["ZA-US"], today: "2026-11-24" }) },
];

function rows(values: Record<string, string>): unknown {
  const acts = ["add accounts", "remove accounts 0", values.act ?? "", "add __proto__", "remove constructor 1"];
  return acts.map((act) => [withRows(values, act), rowCount(values, act)]);
}

function drafted(form: FormData): unknown {
  try {
    return readUnfinished(draftFields(form));
  } catch (error) {
    if (error instanceof AppError) return error.fields;
    throw error;
  }
}

function ticked(form: FormData): unknown {
  try {
    return requireTick(form, "seen", "Tick it.");
  } catch (error) {
    if (error instanceof AppError) return error.fields;
    throw error;
  }
}

/** Names that some reader looks for. */
const known = fc.constantFrom(
  "q",
  "sort",
  "after",
  "before",
  "due",
  "from",
  "to",
  "since",
  "page",
  "find",
  "marker",
  "kind",
  "whose",
  "month",
  "period",
  "member",
  "pair",
  "counted",
  "accounts.0.platform",
  "accounts.1.handle",
  "incidents.0.what",
  "rows.accounts",
  "client.name",
  "asks.A1.ranges.traffic.from",
  "help.interview.ask",
  "asks.A1.subscriber",
  "exhibits.E-01",
  "what.subscriber",
  "text.p1",
  "pick.p1",
  "intent",
  "column.0",
  "column.1",
  "fixed.risk",
  "word.0",
  "meant.0",
  "word.1",
  "offered",
  "exhibits",
  "keep-0",
  "kind-0",
  "raw-0",
  clashField,
  "clash.pick.note",
  "clash.pick.constructor",
  "clash.pick.__proto__",
  "act",
  "drawn",
  "$ACTION_REF_1",
  "show",
);

const clash = fc
  .tuple(badName, badText)
  .map(
    ([name, text]) => `{"by":"a","at":"b","version":2,"theirs":{${JSON.stringify(name)}:[${JSON.stringify(text)}]}}`,
  );

const value = fc.oneof(
  { arbitrary: badText, weight: 8 },
  { arbitrary: clash, weight: 1 },
  { arbitrary: fc.constant("theirs"), weight: 1 },
);

/** A form with up to a dozen fields, some of them files. */
export const badForm: fc.Arbitrary<FormData> = fc
  .array(fc.tuple(fc.oneof({ arbitrary: known, weight: 3 }, { arbitrary: badName, weight: 2 }), value, fc.nat(30)), {
    maxLength: 12,
  })
  .map((fields) => {
    const form = new FormData();
    for (const [name, text, luck] of fields) form.append(name, luck === 0 ? new File([text], "a.txt") : text);
    return form;
  });
