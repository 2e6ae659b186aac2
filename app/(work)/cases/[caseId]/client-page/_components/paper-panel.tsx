import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts, Panel, RecordPanel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { signaturePath } from "@/lib/casework/consents/rules";
import { paperKindLabels, paperStates } from "@/lib/client/papers/labels";
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
        <Entry key={paper.id} paper={paper} zone={zone} />
      ))}
      {open ? (
        <div className="panel__body">
          <Disclosure icon="plus" label={t("Give her a paper")}>
            <ActionForm action={offerPaperAction} label={t("Give her a paper")} prefix="paper">
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

function Entry({ paper, zone }: { paper: OfferedPaper; zone: string }) {
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
