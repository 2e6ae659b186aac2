/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { type Channel, channels, dangers, readers } from "@/lib/client/enquiries/types";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { clientLanguages, languageNames } from "@/lib/client/wording/rules";
import { countries, countryName, Emergency } from "./emergency";
import { drawPage, type Where } from "./frame";

export type Typed = Record<string, string>;

type Form = {
  where: Where;
  phone: string | null;
  /** Of this one form. */
  secret: string;
  typed: Typed;
  error: WordingKey | null;
};

/** WhatsApp is called so everywhere. */
const channelWords = { none: "chNone", sms: "chSms", call: "chCall", whatsapp: null, email: "chEmail" } as const;
const readerWords = { nobody: "readNobody", somebody: "readSomebody", unknown: "unknown" } as const;

/** Where somebody writes who has no case. Where to phone comes first; nothing has to be filled in. */
export function drawNoteForm({ where, phone, secret, typed, error }: Form): string {
  const { say, language, path } = where;
  const field = { where, typed };
  return drawPage({
    where,
    heading: say("noteTitle"),
    isOpen: true,
    children: (
      <>
        <Emergency where={where} country={typed.country} />
        {phone ? <p>{say("notePhone", { phone })}</p> : null}
        <p>{say("noteIntro")}</p>
        <p>
          <a href={where.to("/p/code")}>{say("noteBefore")}</a>
        </p>
        <form method="post" autocomplete="off" action={`${path}?l=${language}`}>
          <input type="hidden" name="form" value={secret} />
          <Choices {...field} name="danger" label={say("askDanger")}>
            {dangers.map((value) => (
              <Choice key={value} name="danger" value={value} typed={typed} label={say(value)} />
            ))}
          </Choices>
          <Line {...field} name="name" ask="askName" help="askNameHint" most={160} />
          <label for="what">{say("askWhat")}</label>
          <p class="hint" id="what-hint">
            {say("askWhatHint")}
          </p>
          {error ? (
            <p class="error" id="what-error" role="alert">
              {say(error)}
            </p>
          ) : null}
          <textarea id="what" name="what" maxLength={10_000} aria-describedby={error ? "what-error" : "what-hint"}>
            {typed.what ?? ""}
          </textarea>
          <Country {...field} name="country" label={say("askCountry")} />
          <Country {...field} name="otherCountry" label={say("askOtherCountry")} />
          <Choices {...field} name="channel" label={say("askChannel")}>
            {channels.map((value) => (
              <Choice key={value} name="channel" value={value} typed={typed} label={channelLabel(where, value)} />
            ))}
          </Choices>
          <Line {...field} name="contact" ask="askContact" most={254} />
          <Line {...field} name="hours" ask="askHours" most={300} />
          <Line {...field} name="avoid" ask="askAvoid" most={600} />
          <Choices {...field} name="readBy" label={say("askReadBy")}>
            {readers.map((value) => (
              <Choice key={value} name="readBy" value={value} typed={typed} label={say(readerWords[value])} />
            ))}
          </Choices>
          <Choices {...field} name="language" label={say("askLanguage")}>
            {clientLanguages.map((value) => (
              <Choice
                key={value}
                name="language"
                value={value}
                typed={{ ...typed, language: typed.language ?? language }}
                label={languageNames[value]}
              />
            ))}
          </Choices>
          <div class="away" aria-hidden="true">
            <input name="website" type="text" tabIndex={-1} autocomplete="off" />
          </div>
          <div class="row">
            <button type="submit">{say("send")}</button>
          </div>
        </form>
        <p class="quiet-text">{say("private")}</p>
      </>
    ),
  });
}

function channelLabel({ say }: Where, channel: Channel): string {
  const key = channelWords[channel];
  return key ? say(key) : "WhatsApp";
}

type Field = { where: Where; typed: Typed; name: string };

function Line({ where: { say }, typed, name, ask, help, most }: Field & Words) {
  return (
    <>
      <label for={name}>{say(ask)}</label>
      {help ? (
        <p class="hint" id={`${name}-hint`}>
          {say(help)}
        </p>
      ) : null}
      <input
        id={name}
        name={name}
        type="text"
        maxLength={most}
        value={typed[name] ?? ""}
        autocomplete="off"
        aria-describedby={help ? `${name}-hint` : undefined}
      />
    </>
  );
}

type Words = { ask: WordingKey; help?: WordingKey; most: number };

function Choices({ label, children }: Field & { label: string; children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}

function Choice({ name, value, typed, label }: { name: string; value: string; typed: Typed; label: string }) {
  return (
    <label class="check">
      <input type="radio" name={name} value={value} checked={typed[name] === value} />
      {label}
    </label>
  );
}

/** One of the countries that we know, or another; unknown is an answer. */
function Country({ where, typed, name, label }: Field & { label: string }) {
  const { say, language } = where;
  const other = `${name}Typed`;
  return (
    <Choices where={where} typed={typed} name={name} label={label}>
      {countries().map(({ code }) => (
        <Choice key={code} name={name} value={code} typed={typed} label={countryName(code, language)} />
      ))}
      <Choice name={name} value="unknown" typed={typed} label={say("unknown")} />
      <label for={other}>{say("otherCountry")}</label>
      <input id={other} name={other} type="text" maxLength={60} value={typed[other] ?? ""} autocomplete="off" />
    </Choices>
  );
}

/** Nothing is taken at this address. */
export function drawNoteClosed(where: Where): string {
  const { say } = where;
  return drawPage({
    where,
    heading: say("title"),
    isOpen: true,
    children: (
      <>
        <p>{say("noteClosed")}</p>
        <p>
          <a href={where.to("/p/code")}>{say("noteBefore")}</a>
        </p>
        <Emergency where={where} />
      </>
    ),
  });
}
