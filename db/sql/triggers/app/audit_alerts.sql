create trigger keep before delete on app.audit_alerts for each row execute function ctx.refuse();
create trigger keep_alert before update on app.audit_alerts for each row execute function app.keep_alert();
create trigger keep_all before truncate on app.audit_alerts for each statement execute function ctx.refuse();
create trigger keep_org before update on app.audit_alerts for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.audit_alerts
  for each row execute function app.keep_rest('acknowledged_at', 'acknowledged_by');
