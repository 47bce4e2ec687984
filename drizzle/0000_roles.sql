-- Roles belong to the whole cluster, so several databases and several servers may meet here at once.
do $$
begin
  if not exists (select from pg_roles where rolname = 'viewer') then
    begin create role viewer nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  if not exists (select from pg_roles where rolname = 'worker') then
    begin create role worker nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  if not exists (select from pg_roles where rolname = 'archivist') then
    begin create role archivist nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  -- No rights are inherited: whoever is in it takes one of the three, and is otherwise nobody.
  if not exists (select from pg_roles where rolname = 'service') then
    begin create role service nologin noinherit; exception when duplicate_object or unique_violation then null; end;
  end if;
  if not pg_has_role('service', 'archivist', 'member') then
    begin grant viewer, worker, archivist to service; exception when unique_violation then null; end;
  end if;
  if not pg_has_role(current_user, 'viewer', 'member') then execute format('grant viewer to %I', current_user); end if;
  if not pg_has_role(current_user, 'worker', 'member') then execute format('grant worker to %I', current_user); end if;
  if not pg_has_role(current_user, 'archivist', 'member') then
    execute format('grant archivist to %I', current_user);
  end if;
end
$$;
