import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { makeFeedAction, revokeFeedAction } from "../actions";
import { FeedOnce } from "./feed-once";

type Props = { feed: { id: string; made: string } | null };

/** The address that a calendar program reads without signing in. */
export function FeedPanel({ feed }: Props) {
  return (
    <Panel id="calendar" title={t("Calendar feed")}>
      <p className="read">
        {t(
          "A calendar program can show your deadlines from an address of your own. It gets the date, the case number and the kind of deadline: no names, no steps, no text from a case. Anyone who has the address can see this without signing in, so protect it like a password.",
        )}
      </p>
      <p>{feed ? t("You have an address, made on {made}.", { made: feed.made }) : t("You have no address.")}</p>
      <ActionForm action={makeFeedAction} label={t("Make a calendar address")} guard={false} announceSaved={false}>
        <FeedOnce />
        {feed ? <p className="muted">{t("A new address closes the one you have.")}</p> : null}
        <div className="row">
          <SubmitButton variant="secondary" pendingText={t("Making the address")}>
            {feed ? t("Make a new address") : t("Make an address")}
          </SubmitButton>
        </div>
      </ActionForm>
      {feed ? (
        <ActionForm action={revokeFeedAction} label={t("Close the calendar address")} guard={false}>
          <input type="hidden" name="feedId" value={feed.id} />
          <div className="row">
            <SubmitButton variant="danger" pendingText={t("Closing the address")}>
              {t("Close the address")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </Panel>
  );
}
