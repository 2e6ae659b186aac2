import type { MadeIncidents } from "@/lib/evidence/chats/commands/make-incidents";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

const named = 12;

/** `Message 12 is I-7 now, message 13 is I-8.` */
export function madeWords({ made, known }: MadeIncidents): string {
  const shown = made.slice(0, named).map(({ seq, code }) => t("message {seq} is {code}", { seq, code }));
  const rest =
    made.length > named
      ? t(", and {plural} up to {code}", {
          plural: plural(made.length - named, "more", "more"),
          code: made.at(-1)?.code,
        })
      : "";
  const before =
    known.length > 0 ? t(" Made before: {value}.", { value: known.map(({ code }) => code).join(", ") }) : "";
  const words = `${shown.join(", ")}${rest}.${before}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
