import type { LadderView } from "@/lib/escalation/ladder/types";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { packetKinds } from "../labels";
import type { KindNeed, KindStep, PacketKindKey } from "../types";
import { stepsFor } from "./steps";

type Given = {
  /** What the case has of each; `CaseRecord` has more. */
  record: {
    incidents: readonly unknown[];
    accounts: readonly { platformId: string | null }[];
    charges: readonly unknown[];
    exhibits: readonly unknown[];
  };
  roles: ReadonlySet<string>;
  refusals: number;
  /** Whether an authority at home stands behind a request; null where the law data of the pair requires none. */
  authority: boolean | null;
  /** Fields of the organisation's own that it wants answered before any packet. */
  own: readonly KindNeed[];
};
type Need = KindNeed & { of: readonly PacketKindKey[] };

const all = Object.keys(packetKinds) as PacketKindKey[];

/** Which of a packet kind's requirements the case has. */
export function needsOf(kind: PacketKindKey, { record, roles, refusals, authority, own }: Given): KindNeed[] {
  const needs: Need[] = [
    { of: ["refusal_complaint"], text: t("A refusal is logged"), met: refusals > 0, path: "refusals" },
    { of: all.slice(0, 4), text: t("What happened is recorded"), met: record.incidents.length > 0, path: "incidents" },
    {
      of: ["mla_dossier", "interpol_briefing", "preservation_briefing"],
      text: t("An account has its permanent ID"),
      met: record.accounts.some((row) => row.platformId),
      path: "subjects",
    },
    {
      of: ["mla_dossier", "interpol_briefing"],
      text: t("An offence is named"),
      met: record.charges.length > 0,
      path: "charges",
    },
    {
      of: ["mla_dossier", "docket_pack"],
      text: t("An exhibit is kept"),
      met: record.exhibits.length > 0,
      path: "evidence",
    },
    {
      of: authority === null ? [] : ["mla_dossier"],
      text: t("An authority at home has the matter"),
      met: authority === true,
      path: "references",
    },
    {
      of: all,
      text: t("A valid release names an officer of a receiver"),
      met: packetKinds[kind].receivers.some((role) => roles.has(role)),
      path: "releases",
    },
  ];
  const ours = needs.filter((need) => need.of.includes(kind)).map(({ text, met, path }) => ({ text, met, path }));
  return [...ours, ...own];
}

/** The position of a kind in the ladder of the case, and what unlocks that step. */
export function ladderPlaces(kind: PacketKindKey, playbook: Playbook, ladder: LadderView): KindStep[] {
  const keys = new Set(stepsFor(kind, playbook).map((step) => step.key));
  return ladder.levels.flatMap((level) =>
    level.rows
      .flatMap((row) => [row.home, row.there])
      .flatMap((step) =>
        step && keys.has(step.key)
          ? [
              {
                key: step.key,
                title: step.title,
                level: level.number,
                levelName: level.name,
                word: step.word,
                opens: [...step.whyNotYet],
              },
            ]
          : [],
      ),
  );
}
