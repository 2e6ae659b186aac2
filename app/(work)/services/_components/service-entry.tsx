import { Chip } from "@/app/_ui/chip";
import { Clash } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Service } from "@/lib/casework/services/types";
import type { ChoicesNow } from "@/lib/organisation/choices/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { amendServiceAction, retireServiceAction } from "../actions";
import { ServiceFields, serviceFields } from "./service-fields";

/** One service of the directory, with the forms that correct it and take it out of use. */
export function ServiceEntry({ service, kinds }: { service: Service; kinds: ChoicesNow }) {
  return (
    <Panel
      id={`service-${service.id}`}
      title={service.name}
      end={
        service.retiredAt ? <Chip kind="plain">{t("Out of use")}</Chip> : <Chip kind="plain">{service.kindText}</Chip>
      }
      padded
    >
      <Facts items={factsOf(service)} />
      {service.retiredAt ? null : (
        <div className="row">
          <Disclosure icon="pencil" label={t("Correct or confirm")}>
            <ActionForm action={amendServiceAction} label={t("Correct {name}", { name: service.name })}>
              <input type="hidden" name="serviceId" value={service.id} />
              <Clash record={service.id} fields={serviceFields} />
              <ServiceFields service={service} kinds={kinds} />
              <SubmitFoot variant="secondary" icon="save" pendingText={t("Saving")}>
                {t("Save, checked today")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
          <Disclosure icon="ban" label={t("Take out of use")}>
            <ActionForm action={retireServiceAction} label={t("Take {name} out of use", { name: service.name })}>
              <input type="hidden" name="serviceId" value={service.id} />
              <p>{t("Referrals that name it stay. Nobody can be referred there any more.")}</p>
              <SubmitFoot variant="secondary" icon="ban" pendingText={t("Saving")}>
                {t("Take out of use")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}

function factsOf(service: Service) {
  const known = [
    { name: t("Kind"), value: service.kindText },
    { name: t("Phone"), value: service.phone },
    { name: t("E-mail"), value: service.email },
    { name: t("Area"), value: service.area },
    { name: t("Hours"), value: service.hours },
    { name: t("Note"), value: service.note },
    {
      name: t("Checked"),
      value: t("{day}, first entered by {name}", { day: formatDate(service.checkedOn), name: service.addedBy }),
    },
  ];
  return known.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}
