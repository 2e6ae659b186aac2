import type { Story } from "./story-types";

const marula: Story = {
  pseudonym: "Marula",
  owner: "anele",
  risk: "high",
  matter: "Repeated threats from a person known to live abroad",
  opened: 75,
  client: { name: "Lerato Mustermann", phone: "+27 82 000 0005", address: "41 Proef Avenue, Nergensdorp" },
  subject: { allegedName: "Robin Example", allegedPlace: "Denver, Colorado" },
  accounts: [
    {
      platform: "x",
      handle: "marula_threat_ex",
      id: "1490000000000000120",
      confidence: "confirmed",
      why: "The person named themselves",
    },
    {
      platform: "discord",
      handle: "robin.example",
      id: "990000000000000120",
      confidence: "probable",
      why: "Same picture and words",
    },
  ],
  incidents: [
    {
      ago: 90,
      at: "18:22",
      nature: "threat_violence",
      account: 0,
      words: "I have booked the flight.",
      what: "A threat to come to South Africa, with a date.",
    },
    { ago: 84, at: "03:10", nature: "doxxing", account: 1, what: "The client's place of work was published." },
  ],
  exhibits: [
    {
      ago: 74,
      at: "15:20",
      name: "flight.png",
      description: "The threat with a date",
      words: "I have booked the flight.",
      incident: 0,
      screen: {
        heading: "@marula_threat_ex",
        bubbles: [
          { text: "I have booked the flight.", at: "18:22" },
          { text: "Eleven days.", at: "18:23" },
        ],
      },
    },
    {
      ago: 74,
      at: "15:31",
      name: "channel.jpg",
      description: "The channel where the place of work was published",
      words: "She is at the desk by the door until five.",
      incident: 1,
      screen: {
        heading: "robin.example",
        bubbles: [{ text: "She is at the desk by the door until five.", at: "03:10" }],
      },
    },
  ],
  acts: [
    { ago: 75, outcome: "emergency", note: "A safety plan was made with the client." },
    { ago: 73, submit: "platform-reports", to: "x" },
    { ago: 73, submit: "platform-reports", to: "discord" },
    { ago: 72, number: "platform_report", raw: "RPT-000120-B", issuer: "X", via: "email" },
    { ago: 72, outcome: "platform-reports", to: "x", answer: "removed", note: "The account was closed." },
    { ago: 70, outcome: "platform-reports", to: "discord", answer: "kept_up", note: "No rule was broken, it says." },
    { ago: 71, outcome: "sworn-statement", note: "Sworn before a commissioner of oaths." },
    { ago: 70, submit: "csc-report", at: "09:05" },
    { ago: 69, number: "cas", serial: 47, station: "Protea Heights", via: "sms" },
    { ago: 68, submit: "ic3" },
    { ago: 68, number: "ic3", raw: "I2609170000000120", via: "portal" },
    { ago: 60, submit: "detective" },
    { ago: 58, outcome: "detective", note: "The investigating officer is named and reachable." },
    { ago: 57, number: "protection_order", raw: "PO-EX-0120", via: "paper" },
    { ago: 56, phone: "+1 (614) 555-0142", why: "He gave it to the client when they still spoke" },
    { ago: 5, begin: "interpol", note: "Briefing prepared for the investigating officer." },
  ],
};

const protea: Story = {
  pseudonym: "Protea",
  owner: "anele",
  risk: "elevated",
  matter: "Sustained harassment, request for data with the central authority",
  opened: 160,
  client: { name: "Johan Toetsman", phone: "+27 82 000 0006", address: "2 Voorbeeld Street, Nergensdorp" },
  subject: { allegedName: "Sam Specimen", allegedPlace: "Oregon" },
  accounts: [
    {
      platform: "reddit",
      handle: "protea_specimen",
      id: "t2_ex0087",
      confidence: "confirmed",
      why: "The posts repeat private letters",
    },
  ],
  incidents: [
    {
      ago: 180,
      at: "16:00",
      nature: "unwanted_contact",
      account: 0,
      words: "I will write every day.",
      what: "The first of many posts about the client.",
    },
  ],
  exhibits: [
    {
      ago: 158,
      at: "12:10",
      name: "posts.png",
      description: "The first posts",
      words: "I will write every day.",
      incident: 0,
      screen: {
        heading: "u/protea_specimen",
        bubbles: [
          { text: "I will write every day.", at: "16:00" },
          { text: "Day 2.", at: "16:00" },
        ],
      },
    },
  ],
  acts: [
    { ago: 160, skip: "emergency", reason: "No danger at this moment." },
    { ago: 156, outcome: "sworn-statement", note: "Sworn before a commissioner of oaths." },
    { ago: 155, submit: "csc-report", at: "08:50" },
    { ago: 153, number: "cas", serial: 301, station: "Dune Street", via: "paper" },
    { ago: 150, submit: "ic3" },
    { ago: 150, number: "ic3", raw: "I2606270000000087", via: "portal" },
    { ago: 140, submit: "detective" },
    { ago: 138, outcome: "detective", note: "The investigating officer is named." },
    { ago: 90, number: "ncb", raw: "NCB/EX/0087", via: "email" },
    { ago: 40, begin: "mla-request", note: "Pre-request dossier prepared for the prosecutor." },
    { ago: 30, number: "doj_cd", raw: "DOJ/EX/9/6/0087", via: "email" },
  ],
};

const blueCrane: Story = {
  pseudonym: "Blue Crane",
  owner: "anele",
  risk: "standard",
  matter: "Insults and false reviews from abroad",
  opened: 16,
  client: { name: "Fatima Placeholder", phone: "+27 82 000 0007", address: "9 Toets Lane, Nergensdorp" },
  subject: {},
  accounts: [
    { platform: "facebook", handle: "crane.review.example", confidence: "probable", why: "It wrote on the same days" },
  ],
  incidents: [
    {
      ago: 18,
      at: "10:10",
      nature: "insult",
      account: 0,
      words: "Never go there.",
      what: "A false review in insulting words.",
    },
  ],
  exhibits: [
    {
      ago: 15,
      at: "10:30",
      name: "review.jpg",
      description: "The false review",
      words: "Never go there.",
      incident: 0,
      screen: { heading: "Review", bubbles: [{ text: "Never go there.", at: "10:10" }] },
    },
  ],
  acts: [
    { ago: 16, skip: "emergency", reason: "No danger at this moment." },
    { ago: 14, submit: "platform-reports", to: "facebook" },
    { ago: 11, outcome: "platform-reports", to: "facebook", answer: "removed", note: "The review was taken down." },
    { ago: 3, begin: "sworn-statement" },
  ],
};

const fishEagle: Story = {
  pseudonym: "Fish Eagle",
  owner: "anele",
  risk: "standard",
  matter: "Unwanted messages from several new accounts",
  opened: 1,
  client: { name: "Pieter Voorbeeld", phone: "+27 82 000 0008", address: "15 Monster Road, Nergensdorp" },
  subject: {},
  accounts: [
    { platform: "telegram", handle: "eagle_sender_ex", confidence: "probable", why: "It answers to the same name" },
  ],
  incidents: [
    {
      ago: 2,
      at: "07:45",
      nature: "unwanted_contact",
      account: 0,
      words: "Answer me.",
      what: "Messages every few minutes for an hour.",
    },
  ],
  exhibits: [],
  acts: [],
};

export const anelesCases: readonly Story[] = [marula, protea, blueCrane, fishEagle];
