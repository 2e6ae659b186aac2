import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { choicesOfList, productLists } from "@/lib/casework/choice-lists/labels";
import { readChoiceList } from "@/lib/casework/choice-lists/queries";
import type { ChoiceListDesk } from "@/lib/casework/choice-lists/types";
import { officeZone } from "@/lib/law/office/rules";
import { choiceLists } from "@/lib/organisation/choices/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { discardChoicesAction, publishChoicesAction, saveChoiceAction } from "../actions";
import { ChoiceEntry } from "./_components/choice-entry";
import { WordFields } from "./_components/word-fields";

export const metadata: Metadata = { title: t("List of choices") };

/** One list: its choices, what does not count yet beside the form as it will be, and its history. */
export default async function ListPage({ params }: PageProps<"/admin/lists/[list]">) {
  const ctx = await requireCtx("fields.write");
  const { list: asked } = await params;
  const list = choiceLists.find((known) => known === asked);
  if (!list) notFound();
  const desk = await readChoiceList(ctx, list);
  const { name, about } = productLists[list];
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Lists of choices"), href: "/admin/lists" }]} />
      <PageHead title={name}>{about}</PageHead>
      {desk.draft ? <DraftPanel desk={desk} draft={desk.draft} /> : null}
      <Disclosure icon="plus" label={t("Add a choice")} id="add">
        <Panel label={t("Add a choice")}>
          <ActionForm action={saveChoiceAction} label={t("Add a choice")} prefix="add">
            <input type="hidden" name="list" value={list} />
            <WordFields />
            <Select
              name="nearest"
              label={t("Counts as")}
              hint={t("Rules, reports and packets count it as this. It cannot be changed later")}
              options={choicesOfList(list).map(({ key, label }) => ({ value: key, label }))}
              blank={t("Choose")}
            />
            <SubmitFoot icon="save" pendingText={t("Drafting the choice")}>
              {t("Draft the choice")}
            </SubmitFoot>
          </ActionForm>
        </Panel>
      </Disclosure>
      <Panel id="choices" title={t("Choices")} padded={false}>
        {desk.choices.map((choice, at) => (
          <ChoiceEntry
            key={choice.choice}
            list={list}
            choice={choice}
            isFirst={at === 0}
            isLast={at === desk.choices.length - 1}
          />
        ))}
      </Panel>
      <History desk={desk} />
    </Page>
  );
}

type DraftProps = { desk: ChoiceListDesk; draft: NonNullable<ChoiceListDesk["draft"]> };

/** What would change, the form as it will be, and the two ways out. */
function DraftPanel({ desk: { list, choices }, draft }: DraftProps) {
  const options = choices.filter(({ isHidden }) => !isHidden).map(({ value, label }) => ({ value, label }));
  return (
    <Panel id="draft" title={t("Preview of the draft")}>
      <ul className="stack stack--s">
        {draft.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
      <fieldset className="stack" aria-label={t("Preview of the form")}>
        <Select
          name="preview"
          label={productLists[list].name}
          hint={t("Only to look at: nothing that you choose here is saved.")}
          options={options}
          blank={t("Choose")}
        />
      </fieldset>
      <div className="row">
        <ActionForm action={publishChoicesAction} label={t("Publish the draft")} guard={false}>
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="seen" value={draft.seen} />
          <SubmitButton icon="check" pendingText={t("Publishing")}>
            {t("Publish")}
          </SubmitButton>
        </ActionForm>
        <ActionForm action={discardChoicesAction} label={t("Throw the draft away")} guard={false}>
          <input type="hidden" name="list" value={list} />
          <SubmitButton variant="secondary" icon="trash-2" pendingText={t("Throwing it away")}>
            {t("Throw the draft away")}
          </SubmitButton>
        </ActionForm>
      </div>
    </Panel>
  );
}

function History({ desk: { changes } }: { desk: ChoiceListDesk }) {
  return (
    <Panel id="history" title={t("History")}>
      {changes.length === 0 ? <p className="muted">{t("Nothing was changed: the list is as it came.")}</p> : null}
      <ul className="stack stack--s">
        {changes.map(({ id, by, at, differences }) => (
          <li key={id}>
            {t("{by}, {at}.", { by, at: formatInstant(at, officeZone()) })} {differences.join(" ")}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
