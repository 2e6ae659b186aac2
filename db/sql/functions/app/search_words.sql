-- A word with a digit also stands from its end, because people read out the last digits; a number also without signs.
create function app.search_words(t text, number text) returns setof text
language sql immutable set search_path = pg_catalog as $$
  with said as (
    select w from app.words_of(t) w
    union select w from app.words_of(regexp_replace(coalesce(number, ''), '[^[:alnum:]]', '', 'g')) w)
  select w from said union select '~' || reverse(w) from said where w ~ '[0-9]' and length(w) > 3 $$;
