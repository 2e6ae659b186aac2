/**
 * What may be between the word for a case and its number, in the supported languages: `CAS no is`, `case number yami`,
 * `nyewe ya ka ke`. Part of a case-insensitive regular expression.
 */
export const numberLabels =
  "numbers?|nommer|nombor|no|nr|num|ref|reff|reference|verwysing|entry|inskrywing|i?nombolo|nomoro|is|ke|ngu|ithi|yithi|yakho|lakho|yami|lami|yam|lam|yethu|lethu|ya\\ska|ya\\sme|ya\\srona";
