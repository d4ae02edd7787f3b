-- What a session is called for is said of the council's sessions alone; no page ever asked it of another meeting.
alter table meetings add constraint meetings_variant_of_sessions check (variant is null or kind_key = 'council-session');
