create trigger keep before delete on app.audit_anchors for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.audit_anchors for each statement execute function ctx.refuse();
create trigger keep_anchor before update on app.audit_anchors for each row execute function app.keep_anchor();
create trigger keep_org before update on app.audit_anchors for each row execute function ctx.keep_org();
