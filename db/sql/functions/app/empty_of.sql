-- Every table with a column `case_id` (or `client_id`) loses its rows. What hangs on another goes first, in whichever
-- order the foreign keys allow.
create function app.empty_of(p_column text, p_ids uuid[]) returns void language plpgsql set search_path = pg_catalog as $$
declare t regclass; n bigint; moved bigint; waits integer;
begin
  loop
    moved := 0; waits := 0;
    for t in select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname = p_column and not a.attisdropped
        and c.oid <> 'app.cases'::regclass loop
      begin
        execute format('delete from %s where %I = any ($1)', t, p_column) using p_ids;
        get diagnostics n = row_count;
        moved := moved + n;
      exception when foreign_key_violation then waits := waits + 1;
      end;
    end loop;
    exit when waits = 0;
    if moved = 0 then raise exception 'rows of an erased record hang on others' using errcode = '55000'; end if;
  end loop;
end $$;
