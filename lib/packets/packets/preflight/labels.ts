import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";

type Section = {
  /** The first keys of a path in the snapshot. */
  keys: readonly string[];
  name: string;
  /** The page below the case where its texts are written; null for what is written with the packet itself. */
  path: string | null;
  /** The codes of what it lists: `I-2`. */
  codes?: RegExp;
};

/** Where each text of a packet is written, so that a person who has to change one finds it. */
const sections: readonly Section[] = labelTable(() => [
  { keys: ["incidents", "events"], name: t("Incidents"), path: "/incidents", codes: /\b[IC]-\d+\b/ },
  { keys: ["exhibits", "kept"], name: t("Evidence"), path: "/evidence", codes: /\bE-\d+\b/ },
  { keys: ["papers", "statements", "statement"], name: t("Documents"), path: "/documents", codes: /\bD-\d+\b/ },
  { keys: ["accounts"], name: t("Subjects"), path: "/subjects", codes: /\bA\d+\b/ },
  { keys: ["references"], name: t("References"), path: "/references", codes: /\bR-\d+\b/ },
  { keys: ["charges", "dropped", "pairs", "law", "statutes"], name: t("Charges"), path: "/charges" },
  { keys: ["refusal"], name: t("Refusals"), path: "/refusals" },
  { keys: ["releases", "covers"], name: t("Releases"), path: "/releases", codes: /\bREL-\d+\b/ },
  { keys: ["preservation"], name: t("Deadlines"), path: "/deadlines#kept" },
  { keys: ["case", "zones"], name: t("Owner and risk"), path: "/settings" },
]);

const written: Section = labelTable(() => ({ keys: [], name: t("what was written for the packet"), path: null }));

/** The section of a packet in which a text stands. @param path dotted keys: `law.considered.0.why` */
function sectionOf(path: string): Section {
  const [key = ""] = path.split(".");
  return sections.find(({ keys }) => keys.includes(key)) ?? written;
}

/** The pages of the case that a message about a packet names, by the name of a section or by a code. */
export const sectionsNamed = (message: string): { name: string; path: string }[] =>
  sections.flatMap(({ name, path, codes }) =>
    path !== null && (message.includes(name) || codes?.test(message)) ? [{ name, path }] : [],
  );

const fieldNames: readonly (readonly [RegExp, string])[] = labelTable(() => [
  [/^incidents\.\d+\.words$/, "the words"],
  [/^(incidents|exhibits)\.\d+\.(english|translations)\b/, "the translation"],
  [/^exhibits\.\d+\.spoken\b/, "the transcript"],
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
]);

/** A field of a snapshot as people know it. @param path dotted keys: `incidents.1.words` */
export const fieldName = (path: string): string =>
  fieldNames.find(([pattern]) => pattern.test(path))?.[1] ??
  t("a text in: {section}", { section: sectionOf(path).name });

/** The reason of a checklist line that was stored when some fields were named by their path. */
export const withFieldNames = (reason: string): string =>
  reason.replaceAll(/\b(the) field ([a-z]+(?:\.\w+)+)/gi, (_, start: string, path: string) => {
    const name = fieldName(path);
    return start === "The" ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
  });
