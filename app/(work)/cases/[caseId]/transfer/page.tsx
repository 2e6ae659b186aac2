import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Chip } from "@/app/_ui/chip";
import { Select } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { Timeline } from "@/app/_ui/timeline";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { requireCtx } from "@/lib/auth/sessions/session";
import { offerLabels } from "@/lib/casework/transfers/labels";
import { listCaseOffers } from "@/lib/casework/transfers/queries";
import type { OfferView } from "@/lib/casework/transfers/types";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeZone } from "@/lib/law/office/rules";
import { awayWords } from "@/lib/organisation/absences/labels";
import { listAway } from "@/lib/organisation/absences/queries";
import { listStaff } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { offerCaseAction, requestTransferAction, takeBackOfferAction } from "./actions";

export const metadata: Metadata = { title: t("Transfer the case") };

export default async function TransferPage({ params }: PageProps<"/cases/[caseId]/transfer">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const { header } = await orNotFound(readCaseTop(ctx, caseId));
  const { offers, staff, away } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        offers: listCaseOffers(scoped, caseId),
        staff: listStaff(scoped),
        away: listAway(scoped).then((read) => new Map(read.map((absence) => [absence.memberId, absence]))),
      }),
    ),
  );
  const open = offers.find((offer) => offer.state === "open");
  const mayOffer = !header.closedAt && (ctx.actor.role === "supervisor" || header.ownerId === ctx.actor.memberId);
  const options = staff
    .filter((person) => person.id !== header.ownerId && person.id !== ctx.actor.memberId)
    .map(({ id, name }) => {
      const leave = away.get(id);
      return { value: id, label: leave ? `${name}, ${awayWords(leave)}` : name };
    });
  return (
    <>
      <PageHead guide="transfer-a-case" title={t("Transfer")} level={2}>
        {mayOffer || header.closedAt
          ? t("A transfer is offered and accepted. To give the case away at once, assign it.")
          : t("A transfer is offered and accepted. You do not own this case: ask for it here.")}
      </PageHead>
      {open ? <OpenOffer offer={open} mayTakeBack={mayOffer} /> : null}
      {!open && mayOffer ? <OfferForm caseId={caseId} options={options} /> : null}
      {!open && !mayOffer && !header.closedAt ? <RequestForm caseId={caseId} owner={header.ownerName} /> : null}
      {!open && header.closedAt ? <p className="muted">{t("A closed case is not transferred.")}</p> : null}
      <History offers={offers.filter((offer) => offer.state !== "open")} />
    </>
  );
}

function OpenOffer({ offer, mayTakeBack }: { offer: OfferView; mayTakeBack: boolean }) {
  return (
    <Panel
      id="offer"
      title={t("Offered to {offeredTo}", { offeredTo: offer.offeredTo })}
      end={<Chip kind="waiting">{offerLabels.open}</Chip>}
    >
      <p>{offer.reason}</p>
      <p className="muted">
        {t("By {offeredBy}, {offeredAt}. The owner stays until it is accepted.", {
          offeredBy: offer.offeredBy,
          offeredAt: formatInstant(offer.offeredAt, officeZone()),
        })}
      </p>
      {mayTakeBack ? (
        <ActionForm action={takeBackOfferAction} label={t("Take the offer back")} guard={false}>
          <input type="hidden" name="offerId" value={offer.id} />
          <SubmitFoot variant="secondary" icon="undo-2" pendingText={t("Taking it back")}>
            {t("Take the offer back")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
    </Panel>
  );
}

function OfferForm({ caseId, options }: { caseId: string; options: { value: string; label: string }[] }) {
  return (
    <Panel id="offer" title={t("Offer this case")}>
      <ActionForm action={offerCaseAction} label={t("Offer this case")}>
        <input type="hidden" name="caseId" value={caseId} />
        <Select name="memberId" label={t("Offer it to")} blank={t("Choose a person")} options={options} />
        <TextArea
          name="reason"
          label={t("Why")}
          hint={t("They read this, the pseudonym and the risk before they answer. They see the case once they accept.")}
          rows={3}
        />
        <SubmitFoot icon="arrow-right-left" pendingText={t("Offering the case")}>
          {t("Offer this case")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

/** Whoever works on a case without owning it asks: the owner has the request among their flags, and offers the case. */
function RequestForm({ caseId, owner }: { caseId: string; owner: string }) {
  return (
    <Panel id="request" title={t("Request a transfer")}>
      <p className="muted">
        {t("Only {owner} or a supervisor offers this case. Your request is a flag on it: they see it on My work.", {
          owner,
        })}
      </p>
      <ActionForm action={requestTransferAction} label={t("Request a transfer")}>
        <input type="hidden" name="caseId" value={caseId} />
        <TextArea
          name="message"
          label={t("What you ask, and why")}
          defaultValue={t("Please transfer this case to me. ")}
          maxLength={500}
          rows={3}
        />
        <SubmitFoot icon="flag" pendingText={t("Sending the request")}>
          {t("Request the transfer")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

function History({ offers }: { offers: readonly OfferView[] }) {
  if (offers.length === 0) return null;
  return (
    <Panel id="history" title={t("Earlier offers")}>
      <Timeline
        events={offers.map((offer) => ({
          key: offer.id,
          icon: "arrow-right-left",
          title: t("Offered to {offeredTo} by {offeredBy}. {offerLabels}.", {
            offeredTo: offer.offeredTo,
            offeredBy: offer.offeredBy,
            offerLabels: offerLabels[offer.state],
          }),
          detail: (
            <span className="event__words">
              {offer.reason}
              {offer.answer ? t(" Answer: {answer}", { answer: offer.answer }) : ""}
            </span>
          ),
          at: offer.offeredAt.toISOString(),
          when: formatInstant(offer.offeredAt, officeZone()),
        }))}
      />
    </Panel>
  );
}
