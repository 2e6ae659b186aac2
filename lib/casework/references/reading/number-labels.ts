/**
 * What may stand between the word for a case and its number, in the languages that are read: `CAS no is`, `case number
 * yami`, `nyewe ya ka ke`. A piece of an expression, case not minded.
 */
export const numberLabels =
  "numbers?|nommer|nombor|no|nr|num|ref|reff|reference|verwysing|entry|inskrywing|i?nombolo|nomoro|is|ke|ngu|ithi|yithi|yakho|lakho|yami|lami|yam|lam|yethu|lethu|ya\\ska|ya\\sme|ya\\srona";
