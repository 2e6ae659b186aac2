/** @jsxImportSource preact */
import type { ClientLanguage } from "@/lib/client/wording/rules";
import { emergencyNumbers, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { regionNameIn } from "@/lib/platform/language/formats";
import type { Where } from "./frame";

/** The countries of which the law data knows where to phone. */
export const countries = (): { code: string; numbers: { value: string; href: string }[] }[] =>
  emergencyNumbers(newestPlaybooks()).map(({ code, contacts }) => ({
    code,
    numbers: contacts.map(({ value }) => ({ value, href: `tel:${value.replace(/[^+\d]/g, "")}` })),
  }));

/** In her language where its names are known; what she typed herself stays as it is. */
export function countryName(text: string, language: ClientLanguage): string {
  return /^[A-Z]{2}$/.test(text) ? regionNameIn(text, language) : text;
}

/** Where to phone in danger, before anything else: her own country first, the others below it. */
export function Emergency({ where: { say, language }, country = "" }: { where: Where; country?: string }) {
  const known = countries();
  const ordered = [...known.filter(({ code }) => code === country), ...known.filter(({ code }) => code !== country)];
  return (
    <div class="note bad">
      <strong>{say("noteEmergency")}</strong>
      <ul class="plain">
        {ordered.map(({ code, numbers }) => (
          <li key={code}>
            {countryName(code, language)}:{" "}
            {numbers.map(({ value, href }, at) => (
              <span key={value}>
                {at > 0 ? ", " : null}
                <a href={href}>{value}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
