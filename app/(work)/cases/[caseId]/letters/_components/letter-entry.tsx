import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, RecordPanel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import { letterChannelLabels, letterEffects, proofLabels } from "@/lib/escalation/letters/labels";
import type { LetterView } from "@/lib/escalation/letters/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { ProveForm, WithdrawForm } from "./letter-forms";

type Props = { caseId: string; letter: LetterView; zone: string; closed: boolean };

/** One letter of the register: who, when, how, what it says, what it did, and what shows that it arrived. */
export function LetterEntry({ caseId, letter, zone, closed }: Props) {
  const { code, direction, party, day, withdrawn } = letter;
  const title =
    direction === "in" ? t("{code} from {party}", { code, party }) : t("{code} to {party}", { code, party });
  return (
    <RecordPanel
      label={title}
      id={code}
      title={title}
      end={
        withdrawn ? (
          <Chip kind="plain">{t("Taken off the register")}</Chip>
        ) : (
          <span className="nowrap">{formatDate(day)}</span>
        )
      }
    >
      <p className="measure prewrap">{letter.summary}</p>
      <Facts items={factsOf(caseId, letter, zone)} />
      {withdrawn || closed ? null : (
        <UnlessFrozen what={code}>
          {direction === "out" ? (
            <Disclosure label={letter.proof ? t("Change the proof of sending") : t("Add proof of sending")}>
              <ProveForm letterId={letter.id} code={code} />
            </Disclosure>
          ) : null}
          <Disclosure label={t("Take it off the register")}>
            <WithdrawForm letterId={letter.id} code={code} />
          </Disclosure>
        </UnlessFrozen>
      )}
    </RecordPanel>
  );
}

function factsOf(caseId: string, letter: LetterView, zone: string) {
  const { step, scan, proof, made, reference, withdrawn } = letter;
  const known = (name: string, value: string | null) => (value ? [{ name, value }] : []);
  const link = (href: string, words: string) => <PageLink href={href as Route}>{words}</PageLink>;
  return [
    {
      name: letter.direction === "in" ? t("How it came") : t("How it went"),
      value: letterChannelLabels[letter.channel],
    },
    ...known(t("Date on the letter"), letter.writtenOn && formatDate(letter.writtenOn)),
    ...(step ? [{ name: t("Step"), value: link(`/cases/${caseId}${step.path}`, step.title) }] : []),
    ...(letter.answers === "nothing" ? [] : [{ name: t("Answer"), value: letterEffects[letter.answers] }]),
    ...(reference
      ? [{ name: t("Official number"), value: link(`/cases/${caseId}/references/${reference.id}`, reference.display) }]
      : []),
    ...known(t("Their reference"), letter.theirReference),
    ...known(t("Our reference"), letter.ourReference),
    ...(made ? [{ name: t("What it is"), value: link(made.href, made.label) }] : []),
    ...(scan ? [{ name: t("Scan"), value: link(`/cases/${caseId}/evidence/${scan.id}`, scan.code) }] : []),
    ...(letter.direction === "out"
      ? [
          {
            name: t("Proof of sending"),
            value: proof ? [proofLabels[proof.kind], proof.text].filter(Boolean).join(": ") : t("None yet"),
          },
        ]
      : []),
    {
      name: t("Recorded"),
      value: t("{by}, {at}", { by: letter.recordedBy, at: formatInstant(letter.recordedAt, zone) }),
    },
    ...(withdrawn ? [{ name: t("Taken off because"), value: withdrawn.reason }] : []),
  ];
}
