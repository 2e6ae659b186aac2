import type { Block, Field } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import { factsOf } from "../facts/compute-facts";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { actLine, acts, codes, docketOf, docketReferences, docketText, officerText, shownBy } from "./facts";
import { label, wordingPara } from "./pair-words";
import { cells, heading, type Section, subheading, table } from "./section";
import { codeList, para, sourcesOf } from "./source-column";
import { swornCodes, swornText } from "./statements";
import { civilDate, formatDate, spans, within } from "./words";

/** Section 2, first half: who may adopt the request, the matter with its facts, the offences. */
export const draftRequest: Section = {
  id: "request",
  build: ({ snapshot }) => [
    ...heading("2", "Draft request, for the prosecutor’s use", "request", "Draft request"),
    ...wordingPara(snapshot, "F5"),
    ...authority(snapshot),
    ...matter(snapshot),
    ...offences(snapshot),
  ],
};

function authority(snapshot: PacketSnapshot): Block[] {
  const docket = docketOf(snapshot);
  const { officer } = snapshot;
  const office = docket?.station ?? docket?.issuer;
  const at = { codes: [docket?.code, officer?.release] };
  const named = (text: string, value: string | null | undefined): Field =>
    value ? { label: text, value } : { label: text };
  return [
    subheading("2.1", "Authority conducting the matter"),
    ...(office
      ? wordingPara(snapshot, "authorityKnown", { ...at, fills: { office } })
      : wordingPara(snapshot, "authorityUnknown", at)),
    ...wordingPara(snapshot, "authorityPath"),
    {
      b: "fields",
      rows: [
        [{ label: label(snapshot, "fieldAuthority") }, { label: label(snapshot, "fieldProsecutor") }],
        [{ label: "Official e-mail" }, { label: "Telephone" }],
        [
          named(label(snapshot, "fieldOfficer"), officerText(snapshot)),
          named(label(snapshot, "fieldServiceNumber"), officer?.forceNumber),
        ],
      ],
    },
    { b: "note", text: label(snapshot, "legalBasis") },
  ];
}

function matter(snapshot: PacketSnapshot): Block[] {
  const list = acts(snapshot);
  return [
    subheading("2.2", "The matter and its stage"),
    ...docketParas(snapshot),
    stagePara(snapshot),
    ...screenParas(snapshot),
    { b: "h3", title: "Facts" },
    ...(list.length === 0 ? [para("No incident is recorded in this case.", ["case record"])] : []),
    ...list.map((incident) => para(actLine(snapshot, incident), sourcesOf([incident.code, ...shownBy(incident)]))),
    ...knowledge(snapshot),
    ...snapshot.case.harm.map((statement) => para(statement.text, sourcesOf(statement.sources))),
  ];
}

/** What the sender had been told. A case without such a fact says so: a threat case may depend on it. */
function knowledge(snapshot: PacketSnapshot): Block[] {
  const known = factsOf(snapshot).knowledge;
  if (known.length === 0 && acts(snapshot).length > 0) {
    return [
      para("No fact is recorded that shows what the sender knew: told to stop, blocked, answered, come back.", [
        "case record",
      ]),
    ];
  }
  return known.map((event) =>
    para(
      [strong(`${event.code}. `), `${formatDate(civilDate(event.at, snapshot.zones.home))}: ${event.text}`],
      sourcesOf([event.code, ...event.sources]),
    ),
  );
}

function docketParas(snapshot: PacketSnapshot): Block[] {
  const docket = docketOf(snapshot);
  const sworn = swornCodes(snapshot);
  const swear = swornText(snapshot);
  const swornPara = swear ? [para(swear, sourcesOf(sworn))] : [];
  if (!docket) {
    const open = codes(docketReferences(snapshot));
    return [...wordingPara(snapshot, "docketMissing", { codes: open }), ...swornPara];
  }
  const issued = docket.issuedOn ? `, registered on ${formatDate(docket.issuedOn)}` : "";
  const fills = { docket: docketText(docket), issued };
  return [...wordingPara(snapshot, "docketKnown", { codes: [docket.code], fills }), ...swornPara];
}

function stagePara(snapshot: PacketSnapshot): Block {
  const { stage } = snapshot.case;
  if (stage) return para(stage.text, sourcesOf(stage.sources));
  return para(
    "The stage of the matter on the day of this version is not recorded. It is for the officer or the prosecutor to state.",
    ["case record"],
  );
}

function screenParas(snapshot: PacketSnapshot): Block[] {
  const { screened } = snapshot.case;
  const key = screened === true ? "screenClear" : screened === false ? "screenFound" : "screenOpen";
  return wordingPara(snapshot, key, { codes: spans(codes(acts(snapshot))) });
}

const slot =
  "Text of the provision on the date of the offence, to be inserted by the prosecutor from the official text, or attached";

function offences(snapshot: PacketSnapshot): Block[] {
  return [
    subheading("2.3", label(snapshot, "offencesTitle")),
    ...snapshot.charges.flatMap((charge): Block[] => [
      para([strong(`${charge.provision}. `), chargeText(snapshot, charge)], sourcesOf(charge.sources)),
      { b: "freeLines", count: 2, label: slot },
    ]),
    ...(snapshot.charges.length === 0
      ? [
          para("No offence is proposed in this version. The lines are for the prosecutor.", ["case record"]),
          { b: "freeLines" as const, count: 3, label: "Offence, provision, maximum penalty and text" },
        ]
      : []),
    ...wordingPara(snapshot, "jurisdiction", { codes: [] }),
    ...wordingPara(snapshot, "jurisdictionThere"),
    ...wordingPara(snapshot, "F8"),
    ...dropped(snapshot),
  ];
}

function chargeText(snapshot: PacketSnapshot, charge: PacketSnapshot["charges"][number]): string {
  const first = acts(snapshot)[0];
  const force = charge.inForceFrom
    ? `In force since ${formatDate(charge.inForceFrom)}${first && charge.inForceFrom <= civilDate(first.at, snapshot.zones.home) ? ", before the first act" : ""}.`
    : "Since when it is in force is not recorded.";
  return [`Maximum: ${within(charge.maximum)}.`, force, charge.note ?? ""].filter(Boolean).join(" ");
}

function dropped(snapshot: PacketSnapshot): Block[] {
  if (snapshot.dropped.length === 0) return [];
  const rows = snapshot.dropped.map((offence) =>
    cells(offence.provision, offence.reason, codeList([offence.source], "")),
  );
  return [
    { b: "h3", title: "Considered and not relied on" },
    table(
      [
        [54, "Provision"],
        [90, "Reason, on the facts held"],
        [26, "Source"],
      ] as const,
      rows,
    ),
  ];
}
