-- Run at every start, after the queues are made: a release of pg-boss brings tables of its own.
grant usage on schema pgboss to :app;
grant select, insert, update, delete on all tables in schema pgboss to :app;
grant usage on all sequences in schema pgboss to :app;
grant execute on all functions in schema pgboss to :app;
