create trigger append_only before delete or update on app.safety_reviews for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.safety_reviews for each statement execute function ctx.refuse();
