/** @jsxImportSource preact */
import { spokenCode } from "@/lib/auth/first-contact/rules";
import type { OwnEnquiry } from "@/lib/client/enquiries/types";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { civilDate } from "@/lib/platform/time/clock";
import { countryName, Emergency } from "./emergency";
import { drawPage, Note, type Where } from "./frame";

type Shown = {
  where: Where;
  enquiry: OwnEnquiry;
  zone: string;
  /** Where the code is typed, as it is written down. */
  codeAddress: string;
  /** What a form came to. */
  said: "noteSent" | null;
  error?: { key: WordingKey; typed: string };
};

/** What she wrote and what we answered; before all of it her code, until she has written it down. */
export function drawNote(shown: Shown): string {
  const { where, enquiry, said } = shown;
  const { say } = where;
  return drawPage({
    where,
    heading: say("home"),
    isOpen: true,
    children: (
      <>
        <Note text={said ? say(said) : null} />
        {enquiry.words.danger === "yes" ? <Emergency where={where} country={enquiry.words.country} /> : null}
        {enquiry.receipt ? <Receipt {...shown} code={enquiry.receipt} /> : null}
        <Answers {...shown} />
        <Again {...shown} />
        <Own {...shown} />
        <section>
          <h2>{say("noteTakeBack")}</h2>
          <p>{say("noteTakeBackHint")}</p>
          <div class="row">
            <a class="button quiet" href={where.to("/p/note?back=1")}>
              {say("noteTakeBack")}
            </a>
          </div>
        </section>
        <p class="quiet-text">{say("danger")}</p>
        <p class="quiet-text">{say("private")}</p>
      </>
    ),
  });
}

function Receipt({ where: { say, to }, codeAddress, code }: Shown & { code: string }) {
  return (
    <section class="paper">
      <h2>{say("receiptTitle")}</h2>
      <p class="receipt">{spokenCode(code)}</p>
      <p>{say("receiptHint", { address: codeAddress })}</p>
      <form method="post" action={to("/p/note")}>
        <input type="hidden" name="do" value="noted" />
        <div class="row">
          <button type="submit">{say("receiptNoted")}</button>
        </div>
      </form>
    </section>
  );
}

function Answers({ where: { say }, enquiry, zone }: Shown) {
  const { writtenAt, readAt, messages } = enquiry;
  const state = readAt
    ? say("noteRead", { date: civilDate(readAt, zone) })
    : say("noteReceived", { date: civilDate(writtenAt, zone) });
  return (
    <section>
      <h2>{say("messages")}</h2>
      <p>{state}</p>
      {messages.some(({ writer }) => writer === "staff") ? null : <p class="quiet-text">{say("noteAnswerNone")}</p>}
      {messages.map((message) => (
        <div class={message.writer === "enquirer" ? "said mine" : "said theirs"} key={message.id} dir="auto">
          <span class="quiet-text">
            {say(message.writer === "enquirer" ? "you" : "noteUs")}, {civilDate(message.at, zone)}
          </span>
          {"\n"}
          {message.words}
        </div>
      ))}
    </section>
  );
}

function Again({ where: { say, to }, error }: Shown) {
  return (
    <form method="post" autocomplete="off" action={to("/p/note")}>
      <input type="hidden" name="do" value="write" />
      <label for="words">{say("noteAgain")}</label>
      {error ? (
        <p class="error" id="words-error" role="alert">
          {say(error.key)}
        </p>
      ) : null}
      <textarea id="words" name="words" maxLength={4000} aria-describedby={error ? "words-error" : undefined}>
        {error?.typed ?? ""}
      </textarea>
      <div class="row">
        <button type="submit">{say("send")}</button>
      </div>
    </form>
  );
}

function Own({ where: { say, language }, enquiry: { words } }: Shown) {
  const answers = [
    ["askName", words.name],
    ["askWhat", words.what],
    ["askCountry", countryName(words.country, language)],
    ["askOtherCountry", countryName(words.otherCountry, language)],
    ["askContact", words.contact],
    ["askHours", words.hours],
    ["askAvoid", words.avoid],
  ] as const;
  return (
    <section>
      <h2>{say("noteMine")}</h2>
      {answers.map(([key, text]) =>
        text === "" ? null : (
          <div class="said" key={key} dir="auto">
            <span class="quiet-text">{say(key)}</span>
            {"\n"}
            {text}
          </div>
        ),
      )}
    </section>
  );
}

/** Asks once more before everything is erased. */
export function drawTakeBack({ say, to, ...where }: Where): string {
  return drawPage({
    where: { ...where, say, to },
    heading: say("noteTakeBack"),
    isOpen: true,
    children: (
      <form method="post" action={to("/p/note")}>
        <input type="hidden" name="do" value="back" />
        <p>{say("noteTakeBackHint")}</p>
        <div class="row">
          <button type="submit">{say("noteTakeBackSure")}</button>
          <a class="button quiet" href={to("/p/note")}>
            {say("back")}
          </a>
        </div>
      </form>
    ),
  });
}

/** After it: what became of it, and nothing else. */
export function drawTakenBack(where: Where, erased: boolean): string {
  const { say } = where;
  return drawPage({
    where,
    heading: say("title"),
    isOpen: true,
    children: <p>{say(erased ? "noteErased" : "noteKept")}</p>,
  });
}
