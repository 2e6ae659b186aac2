import { describe, expect, test } from "vitest";
import { isEasilyGuessed } from "@/lib/auth/passwords/password-rules";

const words = ["Kestrel Advocacy Trust", "Thandi Mokoena", "thandi.mokoena@kestrel.example"];

describe("a password that is easily guessed", () => {
  test.each([
    "aaaaaaaaaaaaaaaaaaaa",
    "abcabcabcabcabcabc",
    "abcdefghijklmnopq",
    "12345678901234567",
    "qwertyuiopasdfghjkl",
    "poiuytrewqlkjhgfdsa",
    "1qaz2wsx3edc4rfv",
    "passwordpassword1",
    "P@ssw0rd-P@ssw0rd",
    "correct horse battery staple",
    "Welcome to Kestrel 2026!",
    "crossdocketcrossdocket",
    "Thandi Mokoena 1987",
    "mokoena.thandi.kestrel",
    "Kestrel-Advocacy-Trust-1",
    "summer2026summer2026",
    "iloveyou iloveyou 22",
    "letmein letmein 123456",
    "ааааааааааааааааа",
  ])("%s is refused", (password) => expect(isEasilyGuessed(password, words)).toBe(true));

  test.each([
    "four fictional words here",
    "mustard lantern oblique ferry",
    "Thandi keeps seven green umbrellas",
    "vier lepels en een paraplu",
    "зонтик фонарь горчица паром",
    "k3-Vq9.tLw2#nXr7p",
    "the password is my grandmother's soup",
  ])("%s is not", (password) => expect(isEasilyGuessed(password, words)).toBe(false));

  test("the same words are refused for the people whose they are, and for nobody else", () => {
    expect(isEasilyGuessed("Zwelibanzi Nkosi Trust", ["Zwelibanzi Nkosi", "Nkosi Trust"])).toBe(true);
    expect(isEasilyGuessed("Zwelibanzi Nkosi Trust", [])).toBe(false);
  });
});
