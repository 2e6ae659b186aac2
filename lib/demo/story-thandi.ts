import { cardinal } from "./story-cardinal";
import { honeybush } from "./story-honeybush";
import type { Story } from "./story-types";

const sandpiper: Story = {
  pseudonym: "Sandpiper",
  owner: "thandi",
  risk: "high",
  inDanger: true,
  matter: "Stalking by messages with the client's movements",
  opened: 9,
  client: { name: "Ayanda Monster", phone: "+27 82 000 0002", address: "3 Proef Avenue, Nergensdorp" },
  subject: { allegedPlace: "Texas" },
  accounts: [
    { platform: "whatsapp", handle: "+1 555 0100", confidence: "probable", why: "Known to the client by voice" },
  ],
  incidents: [
    {
      ago: 14,
      at: "19:05",
      nature: "stalking",
      account: 0,
      words: "Nice coat today.",
      what: "A message that describes what the client wore that day.",
    },
    {
      ago: 11,
      at: "20:40",
      nature: "threat_violence",
      account: 0,
      words: "Next time I say it in person.",
      what: "A threat to come to the client's home.",
    },
  ],
  exhibits: [
    {
      ago: 8,
      at: "14:00",
      name: "messages.png",
      description: "Messages about the client's clothes",
      words: "Nice coat today.",
      incident: 0,
      screen: {
        heading: "+1 555 0100",
        bubbles: [
          { text: "Nice coat today.", at: "19:05" },
          { text: "Who is this?", at: "19:09", mine: true },
          { text: "Next time I say it in person.", at: "20:40" },
        ],
      },
    },
  ],
  acts: [
    { ago: 9, outcome: "emergency", note: "10111 phoned with the client; the flying squad came." },
    { ago: 6, begin: "sworn-statement" },
    { ago: 5, outcome: "sworn-statement", note: "Sworn at the Community Service Centre." },
    { ago: 4, submit: "csc-report", at: "09:15", note: "Reported; the number comes by SMS." },
    { ago: 4, awaited: "cas", note: "The station says within 48 hours." },
  ],
};

const weaver: Story = {
  pseudonym: "Weaver",
  owner: "thandi",
  risk: "elevated",
  matter: "Impersonation and publishing of the client's details",
  opened: 33,
  client: { name: "Tebogo Toets", phone: "+27 82 000 0003", address: "7 Toets Lane, Nergensdorp" },
  subject: { allegedName: "Casey Placeholder" },
  accounts: [
    {
      platform: "facebook",
      handle: "weaver.copy.example",
      id: "100000000000098",
      confidence: "confirmed",
      why: "It uses the client's own pictures",
    },
  ],
  incidents: [
    {
      ago: 40,
      at: "12:30",
      nature: "impersonation",
      account: 0,
      words: "Call me on this number, I am free tonight.",
      what: "A page in the client's name with the client's number.",
    },
  ],
  exhibits: [
    {
      ago: 32,
      at: "11:45",
      name: "false-page.jpg",
      description: "The false page, number covered",
      words: "Call me on this number, I am free tonight.",
      incident: 0,
      screen: {
        heading: "Page in the client's name",
        bubbles: [{ text: "Call me on this number, I am free tonight.", at: "12:30" }],
      },
    },
    {
      ago: 33,
      at: "09:15",
      name: "you-asked-for-it.eml",
      description: "A mail to the client about the false page",
      words: "Take it down and I put up three more.",
      clock: "network_time",
      mail: {
        ago: 36,
        at: "22:10",
        from: "watcher@nightpost.example",
        to: "client@safe.example",
        subject: "You asked for it",
        hops: [
          { from: "phone.nightpost.example", ip: "198.51.100.23", by: "relay.nightpost.example", after: 1 },
          { from: "relay.nightpost.example", ip: "192.0.2.7", by: "gate.safe.example", after: 4 },
          { from: "gate.safe.example", ip: "203.0.113.19", by: "mx.safe.example", after: 5 },
        ],
        words: "Take it down and I put up three more.",
      },
    },
  ],
  acts: [
    { ago: 33, skip: "emergency", reason: "No danger at this moment." },
    { ago: 31, submit: "platform-reports", to: "facebook" },
    { ago: 31, number: "platform_report", raw: "000098-IMP", issuer: "Facebook", via: "portal" },
    { ago: 28, outcome: "platform-reports", to: "facebook", answer: "removed", note: "The page was taken down." },
    { ago: 30, outcome: "sworn-statement", note: "Sworn before a commissioner of oaths." },
    { ago: 29, submit: "csc-report", at: "09:30", note: "The desk refused to open a docket." },
    {
      ago: 29,
      refused: "csc-report",
      at: "09:50",
      office: "Nergensdorp station",
      officer: "Constable V. Monster",
      words: "The man is in America. There is nothing we can open.",
      witnesses: "The client's sister",
    },
    { ago: 24, raise: "station-commander", why: "The commander on duty gave no answer." },
    { ago: 24, draft: "za-refusal-station-commander", as: "client" },
    {
      ago: 24,
      finish: "za-refusal-station-commander",
      answers: {
        "Did you ask for the shift commander?":
          "I asked for the shift commander at about ten. The member said that nobody was free to come out.",
      },
      instead: {
        ", force number [officer's force number: not recorded]": "",
        "The client's sister": "My sister",
        "the client's details": "my details",
      },
    },
    { ago: 23, post: "za-refusal-station-commander" },
    { ago: 9, raise: "civilian-secretariat", why: "No answer in writing from the station or the province." },
    { ago: 2, contact: "csc-report", note: "Asked again; the desk refers to the complaint." },
    { ago: 9, submit: "refusal-branch", note: "Complaint lodged with the station commander and the Secretariat." },
    { ago: 9, draft: "za-refusal-secretariat", as: "client" },
    { ago: 8, number: "civilian_secretariat", raw: "CSP/EX/0098", via: "email" },
  ],
};

const karee: Story = {
  pseudonym: "Karee",
  owner: "thandi",
  risk: "elevated",
  matter: "Demands for money with a threat to share images",
  opened: 21,
  client: { name: "Sipho Proef", phone: "+27 82 000 0004", address: "20 Monster Road, Nergensdorp" },
  subject: {},
  accounts: [
    {
      platform: "snapchat",
      handle: "karee_sender_ex",
      id: "00000000-0000-4000-8000-000000000155",
      confidence: "confirmed",
      why: "It sent the demand",
    },
  ],
  incidents: [
    {
      ago: 23,
      at: "23:15",
      nature: "extortion",
      account: 0,
      words: "Pay by tonight or your family sees it.",
      what: "A demand for money with a threat.",
    },
  ],
  exhibits: [
    {
      ago: 20,
      at: "08:30",
      name: "demand.png",
      description: "The demand for money",
      words: "Pay by tonight or your family sees it.",
      incident: 0,
      screen: {
        heading: "karee_sender_ex",
        bubbles: [
          { text: "Pay by tonight or your family sees it.", at: "23:15" },
          { text: "You have one hour.", at: "23:52" },
        ],
      },
    },
  ],
  acts: [
    { ago: 21, skip: "emergency", reason: "No danger at this moment." },
    { ago: 20, number: "stopncii", raw: "SN-0000155", via: "portal" },
    { ago: 20, secret: "stopncii", label: "PIN", words: "EX-0155" },
    { ago: 19, outcome: "sworn-statement", note: "Sworn at the Community Service Centre." },
    { ago: 18, submit: "csc-report", at: "13:40" },
    { ago: 17, number: "cas", serial: 88, station: "Karee Park", via: "phone" },
    { ago: 6, submit: "detective", note: "Asked which detective has the docket." },
    { ago: 1, submit: "platform-reports", to: "snapchat" },
  ],
};

const rooibos: Story = {
  pseudonym: "Rooibos",
  owner: "thandi",
  risk: "standard",
  matter: "A false profile with the client's pictures",
  opened: 14,
  client: { name: "Zodwa Monster", phone: "+27 82 000 0009", address: "5 Proef Avenue, Nergensdorp" },
  subject: { allegedPlace: "Nevada" },
  accounts: [
    {
      platform: "facebook",
      handle: "rooibos.copy.example",
      confidence: "confirmed",
      why: "It used the client's pictures",
    },
  ],
  incidents: [
    { ago: 17, at: "13:05", nature: "impersonation", account: 0, what: "A profile in the client's name was opened." },
  ],
  exhibits: [
    {
      ago: 14,
      at: "14:10",
      name: "profile.jpg",
      description: "The false profile",
      words: "New here, write to me.",
      incident: 0,
      screen: { heading: "Profile", bubbles: [{ text: "New here, write to me.", at: "13:05" }] },
    },
  ],
  acts: [
    { ago: 14, skip: "emergency", reason: "No danger at this moment." },
    { ago: 13, submit: "platform-reports", to: "facebook" },
    { ago: 13, number: "platform_report", raw: "000191-IMP", issuer: "Facebook", via: "portal" },
    { ago: 10, outcome: "platform-reports", to: "facebook", answer: "removed", note: "The profile was taken down." },
    { ago: 2, close: "stopped", note: "The profile is gone and nothing came after it. The client wants no docket." },
  ],
};

export const thandisCases: readonly Story[] = [honeybush, sandpiper, weaver, karee, cardinal, rooibos];
