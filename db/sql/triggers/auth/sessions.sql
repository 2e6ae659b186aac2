create trigger uncover before update of stepped_up_at on auth.sessions for each row execute function auth.uncover();
