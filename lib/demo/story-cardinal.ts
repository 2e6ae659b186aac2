import { signedPage, struckOut } from "./signed-page";
import type { Story } from "./story-types";

const answers = {
  "How do you know what you say here?": "The messages came to my own telephone and I read them myself.",
  "Age and occupation": "34, school librarian",
  "Who do you think it is": "I believe that it is Alex Voorbeeld, who told me in a call that he lives in Durban.",
  "Did you tell the sender to stop":
    "Yes. I wrote that the messages frighten me and that he must stop. I blocked the first account. He wrote again from a second one.",
  "What are you afraid of":
    "I am afraid that somebody comes to my door. I changed my way to work and I sleep at my sister's house on most nights.",
  "E-mail": "None is used for this",
  "Safe way and safe hours": "WhatsApp text only, weekdays 09:00 to 15:00",
  "Where are the originals": "On my telephone. I took the pictures of the screen myself.",
};

const instead = {
  ...struckOut,
  "The client wrote that it frightens her": "I wrote that it frightens me",
  "the client's home": "my home",
  "the client used": "I used",
};

/** The other direction: the client is in Ohio, the person she suspects is believed to be in Durban. */
export const cardinal: Story = {
  pseudonym: "Cardinal",
  pair: "US-ZA",
  zone: "America/New_York",
  owner: "thandi",
  risk: "elevated",
  matter: "Threats and tracking by a former gaming partner abroad",
  opened: 38,
  client: { name: "Dana Sampleton", phone: "+1 614 555 0161", address: "12 Example Street, Sampleville, Ohio" },
  subject: { allegedName: "Alex Voorbeeld", allegedPlace: "Durban" },
  accounts: [
    {
      platform: "instagram",
      handle: "cardinal.follower.ex",
      id: "17841400000000161",
      confidence: "confirmed",
      why: "He named himself in a voice message",
    },
    {
      platform: "discord",
      handle: "nightshift.ex",
      id: "990000000000000161",
      confidence: "probable",
      why: "Same voice",
    },
  ],
  incidents: [
    {
      ago: 52,
      at: "20:18",
      nature: "threat_violence",
      account: 0,
      words: "I have a friend in Ohio. He will visit you.",
      what: "A threat to have somebody come to the client's home.",
    },
    {
      ago: 50,
      at: "08:05",
      nature: "told_to_stop",
      event: true,
      account: 0,
      what: "The client wrote that it frightens her and must stop.",
      shows: "told_to_stop",
    },
    {
      ago: 44,
      at: "23:40",
      nature: "stalking",
      account: 1,
      words: "Blue car today. You look scared.",
      what: "A message with the colour of the car the client used that day.",
      shows: "replied_knowing",
    },
  ],
  exhibits: [
    {
      ago: 37,
      at: "15:10",
      name: "threat.png",
      description: "The threat to send somebody",
      words: "I have a friend in Ohio. He will visit you.",
      incident: 0,
      screen: {
        heading: "cardinal.follower.ex",
        bubbles: [
          { text: "I have a friend in Ohio. He will visit you.", at: "20:18" },
          { text: "This frightens me. Stop writing to me.", at: "08:05", mine: true },
        ],
      },
    },
    {
      ago: 37,
      at: "15:16",
      name: "car.png",
      description: "The message about the car",
      words: "Blue car today. You look scared.",
      incident: 2,
      screen: { heading: "nightshift.ex", bubbles: [{ text: "Blue car today. You look scared.", at: "23:40" }] },
    },
    signedPage("Declaration, signed on every page", "declaration-signed.png", 34),
  ],
  acts: [
    { ago: 38, skip: "emergency", reason: "No danger at this moment; the line to phone is agreed." },
    { ago: 36, draft: "us-declaration-1746", as: "client", exhibits: ["E-01", "E-02"] },
    { ago: 35, finish: "us-declaration-1746", answers, instead },
    { ago: 34, swear: "us-declaration-1746", exhibit: 2 },
    { ago: 33, submit: "us-police-report", at: "16:30", note: "Reported with the declaration and both exhibits." },
    { ago: 31, number: "us_police_report", raw: "26-000161-EX", issuer: "Sampleville Police Department", via: "phone" },
    { ago: 30, submit: "ic3" },
    { ago: 30, number: "ic3", raw: "EX0161C0FFEE00161", via: "portal" },
    { ago: 27, outcome: "us-officer", note: "An officer was named; the pack was handed over.", goesOn: true },
    { ago: 24, outcome: "preservation-request", note: "The officer sent the letter." },
    {
      ago: 24,
      keep: 0,
      askedBy: "Sampleville Police Department, records unit",
      answer: 4,
      days: 90,
      note: "The officer's letter; the provider confirmed by e-mail.",
    },
    { ago: 20, number: "preservation", raw: "PRES-EX-0161", issuer: "Instagram", via: "email" },
    { ago: 19, submit: "platform-reports", to: "instagram", note: "After the provider had agreed to keep the data." },
    { ago: 19, submit: "platform-reports", to: "discord", note: "After the provider had agreed to keep the data." },
    { ago: 19, number: "platform_report", raw: "RPT-000161-C", issuer: "Discord", via: "email" },
    { ago: 16, outcome: "platform-reports", to: "discord", answer: "removed", note: "The account was closed." },
    { ago: 16, outcome: "platform-reports", to: "instagram", answer: "kept_up", note: "The account was warned." },
    { ago: 13, contact: "us-officer", note: "Asked for an update; the officer asked the field office for help." },
    { ago: 6, draft: "za-pha-facts", as: "client" },
    { ago: 5, begin: "protection-order", note: "The court of the area was found; the form is being filled in." },
  ],
};
