-- Small letters without accents, cut at spaces and signs. lib/search/rules.ts cuts what is typed in the same way.
create function app.words_of(t text) returns setof text language sql immutable set search_path = pg_catalog as $$
  select distinct left(w, 80) from regexp_split_to_table(
    lower(regexp_replace(normalize(coalesce(t, ''), NFKD), '[\u0300-\u036f]', '', 'g')),
    '[\s!-/:-@\[-`{-~\u00a0-\u00bf\u2000-\u206f]+') w
  where w <> '' $$;
