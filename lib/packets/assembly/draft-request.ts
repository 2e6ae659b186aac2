import { fixedText } from "@/lib/packets/fixed-text";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import type { Block, Field } from "@/lib/platform/pdf/blocks";
import { actSentence, acts, codes, docketOf, docketText, referencesOf, shownBy } from "./facts";
import { cells, heading, type Section, subheading, table } from "./section";
import { codeList, fixedPara, para, sourcesOf } from "./source-column";
import { civilDate, formatDate, spans } from "./words";

/** Section 2, first half: who may adopt the request, the matter with its facts, the offences. */
export const draftRequest: Section = {
  id: "request",
  build: ({ snapshot }) => [
    ...heading("2", "Draft request, for the prosecutor’s use", "request", "Draft request"),
    fixedPara("F5", "L3"),
    ...authority(snapshot),
    ...matter(snapshot),
    ...offences(snapshot),
  ],
};

function authority(snapshot: PacketSnapshot): Block[] {
  const docket = docketOf(snapshot);
  const officer = referencesOf(snapshot, "officer").find((one) => one.state === "issued");
  const station = docket?.station ?? docket?.issuer;
  const text = station
    ? `The matter is investigated by the South African Police Service, ${station}. The requesting authority is for the prosecutor to complete.`
    : "No docket is recorded. The investigating and the requesting authority are for the officer and the prosecutor to complete.";
  const named = (label: string, value: string | null | undefined): Field => (value ? { label, value } : { label });
  return [
    subheading("2.1", "Authority conducting the matter"),
    para(text, sourcesOf([docket?.code, officer?.code, "L1", "L4", "L5"])),
    para("A letter of request goes through the Director-General; in urgent matters it may go directly.", ["L6"]),
    {
      b: "fields",
      rows: [
        [{ label: "Requesting authority" }, { label: "Prosecutor, name and office" }],
        [{ label: "Official e-mail" }, { label: "Telephone" }],
        [named("Investigating officer", officer?.number), { label: "Force number" }],
      ],
    },
    { b: "note", text: "Legal basis: treaty TIAS 13061 / ICCMA s 2(2) letter of request. Strike out one." },
  ];
}

function matter(snapshot: PacketSnapshot): Block[] {
  const { home } = snapshot.zones;
  const list = acts(snapshot);
  return [
    subheading("2.2", "The matter and its stage"),
    docketPara(snapshot),
    stagePara(snapshot),
    screenPara(snapshot),
    { b: "h3", title: "Facts" },
    ...(list.length === 0 ? [para("No incident is recorded in this case.", ["case record"])] : []),
    ...list.map((incident) => para(actSentence(snapshot, incident), sourcesOf([incident.code, ...shownBy(incident)]))),
    ...snapshot.events
      .filter((event) => event.knowledge)
      .map((event) =>
        para(
          `${event.code}. ${formatDate(civilDate(event.at, home))}: ${event.what}`,
          sourcesOf([event.code, ...event.sources]),
        ),
      ),
    ...snapshot.case.harm.map((one) => para(one.text, sourcesOf(one.sources))),
  ];
}

function docketPara(snapshot: PacketSnapshot): Block {
  const docket = docketOf(snapshot);
  const sworn = snapshot.statements.map(
    (one) => `${one.what} sworn on ${formatDate(one.swornOn)} at ${one.place} (${one.code}).`,
  );
  if (!docket) {
    const text = ["The CAS number is not yet issued, or is not known to this organisation.", ...sworn].join(" ");
    return para(
      text,
      sourcesOf([...codes(referencesOf(snapshot, "cas")), ...codes(snapshot.statements)], "case record"),
    );
  }
  const issued = docket.issuedOn ? `, registered on ${formatDate(docket.issuedOn)}` : "";
  return para(
    [`Docket ${docketText(docket)}${issued}.`, ...sworn].join(" "),
    sourcesOf([docket.code, ...codes(snapshot.statements)]),
  );
}

function stagePara(snapshot: PacketSnapshot): Block {
  const { stage } = snapshot.case;
  if (stage) return para(stage.text, sourcesOf(stage.sources));
  return para(
    "The stage of the matter on the day of this version is not recorded. It is for the officer or the prosecutor to state.",
    ["case record"],
  );
}

function screenPara(snapshot: PacketSnapshot): Block {
  const sources = sourcesOf([...spans(codes(acts(snapshot))), "L33"]);
  const { screened } = snapshot.case;
  if (screened === true) return para("Nothing in the facts held is military or political.", sources);
  if (screened === false)
    return para(
      "The screening found something that may be military or political. The prosecutor should weigh it.",
      sources,
    );
  return para("The facts were not yet screened for anything military or political.", sources);
}

const slot =
  "Text of the provision on the date of the offence, to be inserted by the prosecutor from the official text, or attached";

function offences(snapshot: PacketSnapshot): Block[] {
  const statement = snapshot.statements[0]?.code;
  return [
    subheading("2.3", "Offences under South African law"),
    ...snapshot.charges.flatMap((charge): Block[] => [
      para(chargeText(snapshot, charge), sourcesOf(charge.sources)),
      { b: "freeLines", count: 2, label: slot },
    ]),
    ...(snapshot.charges.length === 0
      ? [
          para("No offence is proposed in this version. The lines are for the prosecutor.", ["case record"]),
          { b: "freeLines" as const, count: 3, label: "Offence, provision, maximum penalty and text" },
        ]
      : []),
    para(
      "South African courts have jurisdiction, among other grounds, when the offence affects a person in South Africa.",
      sourcesOf(["L8", statement]),
    ),
    para(fixedText.F8.text, ["F8", "L11"]),
    ...dropped(snapshot),
  ];
}

function chargeText(snapshot: PacketSnapshot, charge: PacketSnapshot["charges"][number]): string {
  const first = acts(snapshot)[0];
  const force = charge.inForceFrom
    ? `In force since ${formatDate(charge.inForceFrom)}${first && charge.inForceFrom <= civilDate(first.at, snapshot.zones.home) ? ", before the first act" : ""}.`
    : "";
  return [`${charge.provision}. Maximum: ${charge.maximum}.`, force, charge.note ?? ""].filter(Boolean).join(" ");
}

function dropped(snapshot: PacketSnapshot): Block[] {
  if (snapshot.dropped.length === 0) return [];
  const rows = snapshot.dropped.map((one) => cells(one.provision, one.reason, codeList([one.source], "")));
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
