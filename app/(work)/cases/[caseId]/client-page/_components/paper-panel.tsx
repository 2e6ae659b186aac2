import type { Route } from "next";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel, RecordPanel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { signaturePath } from "@/lib/casework/consents/rules";
import { paperKindLabels, paperStates, recordLabels, refusedLabels } from "@/lib/client/papers/labels";
import { type OfferedPaper, type PaperState, paperKinds } from "@/lib/client/papers/types";
import { type ClientLanguage, clientLanguages, languageNames } from "@/lib/client/wording/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { endPaperAction, offerPaperAction } from "../actions";

type Props = {
  caseId: string;
  language: ClientLanguage;
  papers: readonly OfferedPaper[];
  zone: string;
  open: boolean;
};

const chips: Record<PaperState, ChipKind> = {
  open: "waiting",
  signed: "done",
  declined: "warning",
  corrected: "warning",
  withdrawn: "overdue",
  ended: "plain",
};

/** What the client reads and signs on her phone. */
export function PaperPanel({ caseId, language, papers, zone, open }: Props) {
  return (
    <Panel id="papers" title={t("Papers for her to read and sign")} padded={false}>
      {papers.length === 0 ? (
        <div className="panel__body">
          <p className="muted">
            {t("Give her consent, a release or an authority to sign, or her statement to read back and correct.")}
          </p>
        </div>
      ) : null}
      {papers.map((paper) => (
        <Entry key={paper.id} caseId={caseId} paper={paper} zone={zone} />
      ))}
      {open ? (
        <div className="panel__body">
          <nav className="stack stack--s" aria-label={t("Papers from the records of this case")}>
            <p className="strong">{t("From the records of this case, in her language")}</p>
            <div className="row">
              {(Object.keys(recordLabels) as (keyof typeof recordLabels)[]).map((what) => (
                <LinkButton
                  key={what}
                  variant="secondary"
                  small
                  href={`/cases/${caseId}/client-page/offer?what=${what}` as Route}
                >
                  {recordLabels[what]}
                </LinkButton>
              ))}
            </div>
          </nav>
          <Disclosure icon="plus" label={t("Write a paper yourself")}>
            <ActionForm action={offerPaperAction} label={t("Write a paper yourself")} prefix="paper">
              <input type="hidden" name="caseId" value={caseId} />
              <Select
                name="kind"
                label={t("What it is")}
                options={paperKinds.map((value) => ({ value, label: paperKindLabels[value] }))}
                blank={t("Choose what it is")}
                short
              />
              <Select
                name="language"
                label={t("Language that it is written in")}
                options={clientLanguages.map((value) => ({ value, label: languageNames[value] }))}
                defaultValue={language}
                short
              />
              <TextField
                name="title"
                label={t("Title")}
                hint={t("Neutral words: a title can be read over a shoulder.")}
              />
              <TextArea
                name="text"
                label={t("Text")}
                hint={t("An empty line begins a new paragraph. She signs exactly this text; its hash is kept.")}
                rows={10}
              />
              <SubmitFoot variant="secondary" icon="file-text" pendingText={t("Putting it on her page")}>
                {t("Put it on her page")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
        </div>
      ) : null}
    </Panel>
  );
}

function Entry({ caseId, paper, zone }: { caseId: string; paper: OfferedPaper; zone: string }) {
  const { text, state, answered } = paper;
  return (
    <RecordPanel
      label={text.title}
      title={text.title}
      end={<Chip kind={chips[state]}>{paperStates[state]}</Chip>}
      id={`paper-${paper.id}`}
    >
      <Facts
        items={[
          { name: t("What it is"), value: `${paperKindLabels[paper.kind]}, ${languageNames[paper.language]}` },
          {
            name: t("Given"),
            value: t("{at}, by {by}", { at: formatInstant(paper.offeredAt, zone), by: paper.offeredBy }),
          },
          { name: t("SHA-256 of the text"), value: <span className="ref">{paper.textSha256}</span> },
          ...(paper.answeredAt ? [{ name: t("Answered"), value: formatInstant(paper.answeredAt, zone) }] : []),
          ...(paper.withdrawnAt ? [{ name: t("Taken back"), value: formatInstant(paper.withdrawnAt, zone) }] : []),
          ...(answered?.name ? [{ name: t("Name as she typed it"), value: answered.name }] : []),
          ...(answered?.words ? [{ name: t("What is wrong, in her words"), value: answered.words }] : []),
        ]}
      />
      <Outcome caseId={caseId} paper={paper} />
      {answered?.strokes ? (
        <svg className="signature__box" viewBox="0 0 1000 400" role="img" aria-label={t("Her signature")}>
          <path className="signature__line" d={signaturePath(answered.strokes)} />
        </svg>
      ) : null}
      <Disclosure label={t("Text that she read")}>
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph} lang={paper.language}>
            {paragraph}
          </p>
        ))}
      </Disclosure>
      {paper.english && paper.language !== "en" ? (
        <Disclosure label={t("The same in English")}>
          {paper.english.paragraphs.map((paragraph) => (
            <p key={paragraph} lang="en">
              {paragraph}
            </p>
          ))}
        </Disclosure>
      ) : null}
      {state === "open" ? (
        <ActionForm action={endPaperAction} label={t("Stop asking for {title}", { title: text.title })}>
          <input type="hidden" name="paperId" value={paper.id} />
          <div className="row">
            <SubmitButton variant="quiet" icon="x" pendingText={t("Ending it")}>
              {t("Stop asking for it")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </RecordPanel>
  );
}

const pages: Partial<Record<OfferedPaper["kind"], string>> = {
  consent: "consent",
  release: "releases",
  authority: "releases#authority",
};

/** What her signature became in the case, or why it became nothing. */
function Outcome({ caseId, paper }: { caseId: string; paper: OfferedPaper }) {
  const { kind, state, fromRecord, recordedId, refused } = paper;
  const page = pages[kind];
  if (refused) {
    return (
      <Notice kind="warning" title={t("Signed, but not recorded")}>
        {refusedLabels[refused]}
      </Notice>
    );
  }
  if (!fromRecord || !page || (state !== "signed" && state !== "withdrawn")) return null;
  const href = `/cases/${caseId}/${page}` as Route;
  if (!recordedId) return <p className="muted">{t("It is recorded in the case within a minute.")}</p>;
  return (
    <p>
      {state === "signed"
        ? rich("<link>Recorded in the case</link>.", { link: (words) => <PageLink href={href}>{words}</PageLink> })
        : rich("<link>Ended in the case</link>, with all that follows.", {
            link: (words) => <PageLink href={href}>{words}</PageLink>,
          })}
    </p>
  );
}
