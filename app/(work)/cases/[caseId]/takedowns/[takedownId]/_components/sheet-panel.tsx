import type { Route } from "next";
import { CopyButton } from "@/app/_ui/copy-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { type Tab, Tabs } from "@/app/_ui/tabs";
import { sheetText } from "@/lib/documents/papers/sheet/rules";
import type { Sheet, SheetPiece } from "@/lib/documents/papers/types";
import type { TakedownPage } from "@/lib/escalation/takedowns/types";
import { t } from "@/lib/platform/language/translate";

type Props = {
  caseId: string;
  page: Pick<TakedownPage, "item" | "reportPage" | "victimRoute">;
  sheet: Sheet | null;
  /** Other texts for the same item. */
  tabs: readonly Tab[];
};

/** The text for the platform's form, to copy whole or field by field. It works without script: each text can be selected. */
export function SheetPanel({ caseId, page: { item, reportPage, victimRoute }, sheet, tabs }: Props) {
  const text = sheet ? sheetText(sheet.pieces) : "";
  return (
    <Panel
      id="text"
      title={t("Text for {platform}", { platform: item.platformName })}
      end={
        text ? (
          <CopyButton
            text={text}
            what={t("the text for {platform}", { platform: item.platformName })}
            label={t("Copy all")}
          />
        ) : null
      }
    >
      {tabs.length > 1 ? <Tabs label={t("Which text")} items={tabs} /> : null}
      <p>
        {t("Where to report: {route}", { route: victimRoute })}
        {reportPage ? (
          <>
            {" "}
            <bdi className="hash breakable">{reportPage}</bdi> <CopyButton text={reportPage} what={t("web address")} />
          </>
        ) : null}
      </p>
      {sheet?.draft ? (
        <p className="small muted">
          {rich("From your draft <link>{code}</link>.", {
            code: sheet.draft.code,
            link: (words) => (
              <PageLink href={`/cases/${caseId}/documents/${sheet.draft?.id}` as Route}>{words}</PageLink>
            ),
          })}
        </p>
      ) : null}
      {sheet ? (
        sheet.pieces.map((piece) => <Piece key={piece.id} piece={piece} />)
      ) : (
        <Notice title={t("There is no text for this here")} icon="info">
          {t("Draft it under Documents.")}
        </Notice>
      )}
    </Panel>
  );
}

function Piece({ piece: { label, text, asks, choices } }: { piece: SheetPiece }) {
  return (
    <section className="stack stack--s" aria-label={label ?? t("Text")}>
      {label ? <p className="strong">{label}</p> : null}
      {choices ? <p className="small muted">{t("The form offers: {value}", { value: choices.join(" · ") })}</p> : null}
      {text ? (
        <>
          <div className="paper__box">{text}</div>
          <div>
            <CopyButton text={text} what={label ?? t("this text")} />
          </div>
        </>
      ) : (
        <p className="small">
          <mark>{t("To be written on the form")}</mark> {asks}
        </p>
      )}
    </section>
  );
}
