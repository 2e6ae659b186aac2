import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Chip } from "@/app/_ui/chip";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { textStates } from "@/lib/client/wording/labels";
import { listTexts } from "@/lib/client/wording/queries";
import { clientLanguages, languageNames } from "@/lib/client/wording/rules";
import type { TextView } from "@/lib/client/wording/types";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { confirmTextAction, returnTextAction, rewordTextAction } from "../../actions";

export const metadata: Metadata = { title: t("Text for clients") };

/** One text beside its English: a speaker confirms it, or the organisation puts it into its own words. */
export default async function TextPage({ params }: PageProps<"/admin/texts/[language]/[key]">) {
  const ctx = await requireCtx("people.read");
  const { language: asked, key } = await params;
  const language = clientLanguages.find((known) => known === asked && known !== "en");
  const view = language && (await listTexts(ctx, language)).find((text) => text.key === key);
  if (!view) notFound();
  const { english, ours, text, textSha256, isOwn, state, placeholders } = view;
  const hidden = (
    <>
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="key" value={key} />
    </>
  );
  return (
    <Page>
      <Breadcrumb
        items={[{ label: t("Texts for clients"), href: `/admin/texts?language=${language}&only=open` as Route }]}
      />
      <PageHead title={t("Text in {language}", { language: languageNames[language] })}>
        <Chip kind={state === "confirmed" ? "done" : "warning"}>{textStates[state]}</Chip>
      </PageHead>
      <Panel id="text" title={t("The text")}>
        <Facts
          items={[
            { name: languageNames.en, value: <span lang="en">{english}</span> },
            { name: languageNames[language], value: <span lang={language}>{text}</span> },
            ...(isOwn ? [{ name: t("Our text"), value: <span lang={language}>{ours}</span> }] : []),
            {
              name: t("Translated by"),
              value: isOwn ? t("Your organisation") : t("The makers of Crossdocket, who do not speak it as natives"),
            },
            ...(placeholders ? [{ name: t("Placeholders"), value: <span className="ref">{placeholders}</span> }] : []),
          ]}
        />
      </Panel>
      {state === "confirmed" ? null : (
        <Panel id="confirm" title={t("A speaker confirmed it")}>
          <ActionForm action={confirmTextAction} label={t("A speaker confirmed it")} prefix="confirm">
            {hidden}
            <input type="hidden" name="seen" value={textSha256} />
            <TextField
              name="speaker"
              label={t("Who speaks the language and read it")}
              hint={t("Somebody who knows both languages and is no client. The name stays in the history here")}
              required
            />
            <SubmitFoot pendingText={t("Saving")}>{t("Record the confirmation")}</SubmitFoot>
          </ActionForm>
        </Panel>
      )}
      <Panel id="words" title={t("Better words")}>
        <ActionForm key={textSha256} action={rewordTextAction} label={t("Better words")} prefix="words">
          {hidden}
          <TextArea
            name="words"
            label={t("The text in {language}", { language: languageNames[language] })}
            hint={
              placeholders
                ? t("These are filled in later and have to stay as they are: {placeholders}", { placeholders })
                : t("Plain text. It is shown as it is typed.")
            }
            defaultValue={text}
            rows={4}
            lang={language}
            required
          />
          <TextField
            name="speaker"
            label={t("Who speaks the language and confirmed these words")}
            hint={t("Leave it empty while nobody has")}
            optional
          />
          <SubmitFoot variant="secondary" pendingText={t("Saving")}>
            {t("Save the words")}
          </SubmitFoot>
        </ActionForm>
        {isOwn ? (
          <ActionForm action={returnTextAction} label={t("Back to our text")} prefix="return">
            {hidden}
            <SubmitFoot variant="secondary" pendingText={t("Putting it back")}>
              {t("Back to our text")}
            </SubmitFoot>
          </ActionForm>
        ) : null}
      </Panel>
      <History view={view} language={language} />
    </Page>
  );
}

function History({ view: { changes }, language }: { view: TextView; language: string }) {
  if (changes.length === 0) return null;
  return (
    <Panel id="history" title={t("History")}>
      {changes.map(({ id, words, speaker, savedBy, savedAt }) => (
        <Facts
          key={id}
          items={[
            { name: t("When"), value: t("{at}, by {by}", { at: formatInstant(savedAt, officeZone()), by: savedBy }) },
            { name: t("Words"), value: words === null ? t("Our text") : <span lang={language}>{words}</span> },
            { name: t("Confirmed by"), value: speaker ?? t("Nobody yet") },
          ]}
        />
      ))}
    </Panel>
  );
}
