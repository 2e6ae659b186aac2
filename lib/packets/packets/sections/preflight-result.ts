import type { ChecklistLine } from "@/lib/law/jurisdictions/checklist-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { checklistFor } from "../preflight/preflight";
import { noScanWords, officersWords, receiverCovers } from "../preflight/releases";
import { tellsWhere } from "../snapshot/covered";
import { tellsOfClient } from "../snapshot/hints";
import type { PacketSnapshot, PreflightResult } from "../snapshot/snapshot";
import type { PacketKindKey } from "../types";
import { preflightLine } from "./facts";
import { sentenceOf, sourcesBeside } from "./pair-words";
import { cells, table } from "./section";
import { codeList, para, sourcesOf } from "./source-column";
import { formatDate, listed, onWall, spans, within } from "./words";

type Result = PreflightResult | undefined;

export function checked(snapshot: PacketSnapshot): Block {
  const { preflight } = snapshot;
  if (!preflight)
    return para("The checklist was not run for this version. Do not act on it before it is.", ["preflight record"]);
  const text = `Checked on ${onWall(preflight.checkedAt, snapshot.zones.home)} against the receiver’s checklist, version ${preflight.checklistVersion}. ${preflightLine(snapshot)}.`;
  return para(text, ["preflight record"]);
}

export function overrides(snapshot: PacketSnapshot): Block[] {
  const list = snapshot.preflight?.results.filter((result) => result.result === "fail" && result.override) ?? [];
  if (list.length === 0) return [];
  const boxed = list.flatMap((check) =>
    check.override
      ? [
          {
            as: "cell" as const,
            text: [
              strong(
                `${check.id} overridden by ${check.override.by}, ${onWall(check.override.at, snapshot.zones.home)}. `,
              ),
              `Reason as written: “${check.override.reason}”${alike(list, check)}`,
            ],
          },
        ]
      : [],
  );
  return [{ b: "box", rule: 1, lines: boxed }];
}

/** If one reason was given for several lines, nobody looked at each, so the page lists the lines it was given for. */
function alike(list: readonly PreflightResult[], check: PreflightResult): string {
  const others = list.filter(({ id, override }) => id !== check.id && override?.reason === check.override?.reason);
  return others.length > 0 ? ` The same reason was given for ${listed(others.map(({ id }) => id))}.` : "";
}

export function lines(snapshot: PacketSnapshot): Block[] {
  const results = new Map(snapshot.preflight?.results.map((result) => [result.id, result]) ?? []);
  const rows = checklistFor(snapshot).lines.map((line) => {
    const result = results.get(line.id);
    return cells(line.id, ruleText(line, result), sourceText(line), resultText(result), line.section);
  });
  return [
    table(
      [
        [13, "Line"],
        [76, "Rule"],
        [40, "Source and mark"],
        [24, "Result"],
        [17, "Section"],
      ] as const,
      rows,
      true,
    ),
  ];
}

/** Law sources by number with their marks; sources without a number, and our own rules, in words. */
function sourceText(line: ChecklistLine): Rich {
  if (line.law.length > 0) return codeList(line.law, " · ");
  return line.mark === "D" ? line.source : `${line.source} (${line.mark})`;
}

/** A line that did not pass gives the reason under its rule; a line a person checked gives it even if it passed. */
export function ruleText({ rule, check }: Pick<ChecklistLine, "rule" | "check">, result: Result): Rich {
  const isShown = result && (result.result !== "pass" || check === "nothing_protected");
  return isShown ? [rule, newLine, reasonText(result)] : rule;
}

/** Where covered words can still be read is for the approver only, not a signpost for readers. */
export function reasonText({ reason }: PreflightResult): string {
  if (tellsOfClient(reason)) return "A named person looked at each place; the places are kept with the case.";
  return tellsWhere(reason)
    ? "Words covered in one exhibit are printed elsewhere; the places are kept with the case."
    : reason;
}

function resultText(result: Result): Rich {
  if (!result) return "not run";
  if (result.result === "pass") return "pass";
  if (result.result === "na") return "not applicable";
  return [strong(result.override ? "fail, overridden" : "fail")];
}

/**
 * Which officers of each receiver a release permits on the date of this version, and nobody else. Why nobody of a
 * receiver may have it is for the sender.
 */
export function covered(snapshot: PacketSnapshot, reader: "receiver" | "sender" = "receiver"): Block[] {
  if (snapshot.receivers.length === 0) return [para("No receiver is recorded for this version.", ["packet record"])];
  const covers = receiverCovers(snapshot);
  const officers = covers.flatMap((cover) => cover.officers);
  const lines = covers.map(
    (cover) => `${cover.receiver}: ${withoutRelease(cover, reader) ?? officersWords(cover.officers)}.`,
  );
  const open = covers.filter((cover) => cover.officers.length > 0).length;
  const bare = snapshot.exhibits.filter(({ code }) => officers.every((officer) => officer.exhibits.includes(code)));
  const left =
    bare.length > 0
      ? ` No valid release covers ${listed(spans(bare.map((exhibit) => exhibit.code)))}.`
      : snapshot.exhibits.length > 0 && open > 0
        ? ` Each exhibit is covered${open < covers.length ? " for those with a release" : ""}.`
        : "";
  const nobodyElse = open > 0 ? " A release covers the officers whom it names and nobody else of their office." : "";
  return [
    para(
      `${lines.join(" ")}${left}${nobodyElse}`,
      sourcesOf([...new Set(officers.flatMap((officer) => officer.releases))], "case record"),
    ),
  ];
}

const withoutRelease = ({ without }: { without: string | null }, reader: "receiver" | "sender"): string | null =>
  without && reader === "receiver" ? "the client has released nothing to it yet" : without;

/** Each ground once, with the releases that name it. */
function describeGrounds(releases: PacketSnapshot["releases"]): string[] {
  const grounds = [...new Set(releases.map((release) => release.crossBorderBasis ?? ""))];
  return grounds.map((ground) => {
    const named = releases.filter((release) => release.crossBorderBasis === ground).map((release) => release.code);
    return `${listed(spans(named))}, ${within(ground)}`;
  });
}

/** Where what the client signed can be seen; a packet of before scans were filed says nothing of it. */
function scans(all: PacketSnapshot["releases"]): Block[] {
  const without = all.filter(({ scan }) => scan === null);
  const away = all.filter(({ scan }) => scan?.exhibit === null);
  const inside = all.flatMap(({ code, scan }) => (scan?.exhibit ? [{ code, exhibit: scan.exhibit }] : []));
  const named = (list: readonly { code: string }[]) => listed(spans(list.map(({ code }) => code)));
  const lines = [
    ...inside.map(({ code, exhibit }) => `The signed paper of ${code} is ${exhibit}.`),
    ...(away.length > 0
      ? [`The signed paper of ${named(away)} is with the organisation and does not travel with this packet.`]
      : []),
    ...(without.length > 0 ? [noScanWords(without)] : []),
  ];
  if (lines.length === 0) return [];
  const messages = [...inside, ...away, ...without].map(({ code }) => code);
  return [para(lines.join(" "), sourcesOf([...messages, ...inside.map(({ exhibit }) => exhibit)], "case record"))];
}

/** Kinds that stay in the country: a ground for transfer abroad has no place in them. */
const atHome: readonly PacketKindKey[] = ["docket_pack", "refusal_complaint"];

export function releases(snapshot: PacketSnapshot): Block[] {
  const rows = snapshot.releases.map((release) =>
    cells(
      release.code,
      release.receiver,
      release.items,
      formatDate(release.signedOn),
      release.revokedOn
        ? `revoked ${formatDate(release.revokedOn)}`
        : release.expiresOn
          ? formatDate(release.expiresOn)
          : "no date set",
    ),
  );
  const columns = [
    [18, "Release"],
    [62, "Receiver"],
    [42, "Items"],
    [24, "Signed"],
    [24, "Expires"],
  ] as const;
  const grounds = snapshot.releases.filter((release) => release.crossBorderBasis);
  const ground =
    grounds.length > 0
      ? `Ground for transfer abroad: ${describeGrounds(grounds).join("; ")}.`
      : "No ground for transfer abroad is recorded.";
  const revoked = sentenceOf(snapshot, "releaseGround");
  return [
    { b: "h3", title: "Releases checked" },
    ...(rows.length > 0
      ? [{ ...table(columns, rows), anchor: "releases" } as Block]
      : [para("No release is recorded.", ["case record"])]),
    ...scans(snapshot.releases),
    ...covered(snapshot, "sender"),
    ...(atHome.includes(snapshot.packet.kind)
      ? []
      : [
          para(
            [ground, revoked?.text].filter(Boolean).join(" "),
            sourcesBeside(
              grounds.map((item) => item.code),
              revoked?.sources ?? [],
            ),
          ),
        ]),
  ];
}
