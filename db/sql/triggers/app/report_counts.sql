create trigger keep_org before update on app.report_counts for each row execute function ctx.keep_org();
