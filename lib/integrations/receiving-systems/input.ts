import { z } from "zod";
import { readAddress } from "@/lib/integrations/webhooks/rules";
import { requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { sealedFacts, sentFacts } from "./types";

const systemId = z.uuid(t("The system is missing."));

const address = requiredText(t("Type the address, beginning with https://"), 1000).transform((typed, context) => {
  const url = readAddress(typed);
  if (url && url.pathname === "/" && url.search === "") return url.origin;
  const message = t(
    "Type the https address of the host alone, such as https://primero.example.org, without a port, a path or a password.",
  );
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const theirField = z
  .string()
  .trim()
  .max(100, t("Use at most {max} characters.", { max: 100 }))
  .regex(/^[a-z0-9_]*$/, t("Type the name of the field as the other system has it, such as registration_date."))
  .default("");

const fieldsOf = <Name extends string, Field extends z.ZodType>(names: readonly Name[], field: Field) =>
  z.object(Object.fromEntries(names.map((name) => [name, field])) as Record<Name, Field>);

/** Empty fields are left out. What is sealed here is mapped only with its own tick. */
export const AddReceivingSystem = z
  .object({
    serviceId: z.uuid(t("Choose a service.")),
    address,
    userName: requiredText(t("Type the name of the account there."), 200),
    // Not `password`: that field of a form is the own one of whoever confirms.
    systemPassword: requiredText(t("Type the password of the account there."), 200),
    mapping: fieldsOf(sentFacts, theirField),
    sealedSeen: fieldsOf(sealedFacts, ticked).default({ purpose: false, passedOn: false }),
  })
  .superRefine(({ mapping, sealedSeen }, context) => {
    const say = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const named = Object.values(mapping).filter((name) => name !== "");
    if (named.length === 0) say(["mapping", "code"], t("Name at least one field."));
    for (const fact of sentFacts)
      if (mapping[fact] === "id" || named.filter((name) => name !== "" && name === mapping[fact]).length > 1)
        say(["mapping", fact], t("Each field takes one fact, and id is ours."));
    for (const fact of sealedFacts)
      if (mapping[fact] !== "" && !sealedSeen[fact])
        say(["sealedSeen", fact], t("Confirm that this may leave, or leave its field empty."));
  });

export const OneReceivingSystem = z.object({ systemId });
