import type { Route } from "next";
import { type Choice, Select } from "@/app/_ui/choice";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { Pager } from "@/app/_ui/pager";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { pickedMax, searchCap } from "@/lib/evidence/chats/rules";
import type { MessagePage } from "@/lib/evidence/chats/types";
import { t } from "@/lib/platform/language/translate";
import { pageSize } from "@/lib/platform/paging";
import { formatCount } from "@/lib/platform/text/format";
import { makeIncidentsAction } from "../../actions";
import { MessageRow } from "./message-row";
import { PickRange } from "./pick-range";

type Props = {
  caseId: string;
  importId: string;
  found: MessagePage;
  home: string;
  there: string;
  natures: readonly Choice[];
  markerWords: Readonly<Record<string, string>>;
  folded: boolean;
  mayPick: boolean;
  previous: Route | undefined;
  next: Route | undefined;
};

/** The messages of one page, and what becomes of those that are ticked. */
export function MessageList(props: Props) {
  const { caseId, importId, found, natures, mayPick, previous, next, ...row } = props;
  if (found.messages.length === 0) {
    return (
      <>
        <SearchLimit found={found} />
        <EmptyState icon="message-square" title={t("No messages match")}>
          {t("Remove a filter, or search for another word.")}
        </EmptyState>
      </>
    );
  }
  const first = (found.page - 1) * pageSize;
  return (
    <>
      <SearchLimit found={found} />
      <ActionForm action={makeIncidentsAction} label={t("Make incidents of messages")} className="msgform">
        <input type="hidden" name="importId" value={importId} />
        <PickRange>
          <ol className="msgs">
            {found.messages.map((message) => (
              <MessageRow key={message.id} message={message} caseId={caseId} mayPick={mayPick} {...row} />
            ))}
          </ol>
        </PickRange>
        {mayPick ? (
          <div className="msgform__foot">
            <Select
              name="nature"
              label={t("What the ticked messages are")}
              hint={t(
                "Chosen once for all of them, at most {pickedMax}. Each becomes an incident with its time and words",
                { pickedMax },
              )}
              options={natures}
              defaultValue="unwanted_contact"
            />
            <SubmitFoot icon="flag" pendingText={t("Making incidents")}>
              {t("Make incidents")}
            </SubmitFoot>
          </div>
        ) : null}
      </ActionForm>
      <Pager previous={previous} next={next}>
        {t("{formatCount} to {formatCount2} of {total}, in the order of the export", {
          formatCount: formatCount(first + 1),
          formatCount2: formatCount(first + found.messages.length),
          total: formatCount(found.total),
        })}
      </Pager>
    </>
  );
}

function SearchLimit({ found }: { found: MessagePage }) {
  if (!found.more) return null;
  return (
    <p className="muted msgform__foot" role="status">
      {t("Only the first {searchCap} matching messages were searched. Choose days or a sender to search further.", {
        searchCap: formatCount(searchCap),
      })}
    </p>
  );
}
