import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Chip } from "@/app/_ui/chip";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { riskLabels } from "@/lib/casework/cases/labels";
import { offerLabels } from "@/lib/casework/transfers/labels";
import { readOffer } from "@/lib/casework/transfers/queries";
import type { OfferView } from "@/lib/casework/transfers/types";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { acceptOfferAction, rejectOfferAction } from "./actions";

export const metadata: Metadata = { title: t("Case offered to you") };

export default async function OfferPage({ params }: PageProps<"/offers/[offerId]">) {
  const ctx = await requireCtx("case.write");
  const offer = await orNotFound(readOffer(ctx, (await params).offerId));
  const asked = offer.state === "open" && offer.offeredToId === ctx.actor.memberId;
  return (
    <Page>
      <PageHead title={`${offer.pseudonym}, ${offer.code}`}>
        {t("{offeredBy} asks {value} to take this case over.", {
          offeredBy: offer.offeredBy,
          value: asked ? t("you") : offer.offeredTo,
        })}
      </PageHead>
      <Panel id="offer" title={t("The offer")} end={<StateChip offer={offer} />}>
        <Facts
          items={[
            { name: t("Risk"), value: riskLabels[offer.risk] },
            { name: t("Offered"), value: formatInstant(offer.offeredAt, officeZone()) },
            { name: t("Why"), value: offer.reason },
            ...(offer.answer ? [{ name: t("Answer"), value: offer.answer }] : []),
          ]}
        />
      </Panel>
      {asked ? <Answer offerId={offer.id} /> : null}
    </Page>
  );
}

function StateChip({ offer }: { offer: OfferView }) {
  return <Chip kind={offer.state === "open" ? "waiting" : "plain"}>{offerLabels[offer.state]}</Chip>;
}

function Answer({ offerId }: { offerId: string }) {
  return (
    <div className="cols cols--2">
      <Panel id="accept" title={t("Accept")}>
        <p className="muted">
          {t(
            "You become the owner. Its ladder and its deadlines stay as they are. The previous owner can still see it.",
          )}
        </p>
        <ActionForm action={acceptOfferAction} label={t("Accept the case")} guard={false}>
          <input type="hidden" name="offerId" value={offerId} />
          <SubmitFoot icon="check" pendingText={t("Accepting the case")}>
            {t("Accept the case")}
          </SubmitFoot>
        </ActionForm>
      </Panel>
      <Panel id="reject" title={t("Reject")}>
        <ActionForm action={rejectOfferAction} label={t("Reject the case")}>
          <input type="hidden" name="offerId" value={offerId} />
          <TextArea name="reason" label={t("Why not")} hint={t("The person who offered it sees this.")} rows={2} />
          <SubmitFoot variant="secondary" icon="x" pendingText={t("Rejecting the case")}>
            {t("Reject the case")}
          </SubmitFoot>
        </ActionForm>
      </Panel>
    </div>
  );
}
