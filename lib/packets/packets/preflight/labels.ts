import { t } from "@/lib/platform/language/translate";

const fieldNames: readonly (readonly [RegExp, string])[] = [
  [/^incidents\.\d+\.words$/, "the words"],
  [/^(incidents|exhibits)\.\d+\.(english|translations)\b/, "the translation"],
  [/^incidents\.\d+\.note$/, "what happened"],
  [/^incidents\.\d+\.url$/, t("the address of the page")],
  [/^events\.\d+\.what$/, "what happened"],
  [/^accounts\.\d+\.handles\b/, "the handle"],
  [/^accounts\.\d+\.displayNames\b/, t("the name shown")],
  [/^exhibits\.\d+\.title$/, "the description"],
  [/^exhibits\.\d+\.files\.\d+\.name$/, t("the name of a file")],
  [/^exhibits\.\d+\.transcript\b/, t("the words of the file")],
  [/^exhibits\.\d+\.collector$/, t("who captured it")],
  [/^exhibits\.\d+\.device$/, "the device"],
  [/^exhibits\.\d+\.sentActive$/, t("why its file travels")],
  [/^references\.\d+\.issuer$/, t("the office that gave the number")],
  [/^references\.\d+\.number$/, t("the number")],
  [/^references\.\d+\.station$/, t("the station")],
  [/^references\.\d+\.proof$/, t("what shows the number")],
  [/^references\.\d+\.answer$/, t("the answer")],
  [/^papers\.\d+\.text\.addressee\b/, t("to whom it is addressed")],
  [/^papers\.\d+\.text\b/, t("the text of the paper")],
  [/^papers\.\d+\.title\b/, t("the title of the paper")],
  [/^request\.purpose/, "the purpose"],
  [/^request\.urgency/, "the urgency"],
  [/^request\.secrecy/, t("the reason for secrecy")],
  [/^request\.certification/, "the certification"],
  [/^request\.items/, t("what is asked for")],
  [/^pairs\.\d+\.elements\.\d+\.facts$/, t("the facts of an element")],
  [/^pairs\.\d+\.elements\.\d+\.gap$/, t("the gap of an element")],
  [/^law\.rows\.\d+\.(facts|note|declined)\b/, t("the facts of an element")],
  [/^law\.rows\.\d+\.gap\b/, t("the gap of an element")],
  [/^law\.knowledge\b/, t("what the sender was told")],
  [/^law\.considered\b/, t("why an offence is not relied on")],
  [/^releases\.\d+\.items$/, t("what it lets out")],
  [/^preservation\.rows\.\d+\.types\b/, t("what is to be kept")],
  [/^zones\.other\.reason/, t("the reason for the other time zone")],
  [/^receivers\./, "the receiver"],
  [/^refusal\.office$/, t("the office of the refusal")],
  [/^refusal\.officer$/, t("the officer of the refusal")],
  [/^refusal\.words$/, t("the words of the refusal")],
  [/^refusal\.witnesses$/, t("the witnesses of the refusal")],
  [/^emergency\./, t("the text for an emergency")],
  [/^ncb\./, t("what is asked of the bureau")],
  [/^case\.stage/, t("the stage of the matter")],
  [/^case\.danger/, "the danger"],
  [/^case\.matter/, t("what the matter is")],
  [/^case\.subjectIdentity/, t("what is known of the subject")],
];

/** A field of a snapshot as people know it. @param path dotted keys: `incidents.1.words` */
export const fieldName = (path: string): string =>
  fieldNames.find(([pattern]) => pattern.test(path))?.[1] ?? t("another text");

/** The reason of a checklist line that was stored when some fields were named by their path. */
export const withFieldNames = (reason: string): string =>
  reason.replaceAll(/\b(the) field ([a-z]+(?:\.\w+)+)/gi, (_, start: string, path: string) => {
    const name = fieldName(path);
    return start === "The" ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
  });
