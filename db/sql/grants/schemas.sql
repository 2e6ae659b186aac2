revoke all on schema public from public;
grant usage on schema app, auth, audit, ctx to :app;
-- So that what serves can see whether the owner brought the database to its release.
grant usage on schema drizzle to :app;
grant select on drizzle.__drizzle_migrations to :app;
