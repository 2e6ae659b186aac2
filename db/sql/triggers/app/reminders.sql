create trigger keep_org before update on app.reminders for each row execute function ctx.keep_org();
create trigger leave_denied_out before insert on app.reminders for each row execute function app.leave_denied_out();
