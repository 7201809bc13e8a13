--! schema_version
select coalesce(max(version), 0) as version from app.schema_version;

--! maintain_partitions
select app.maintain_partitions(:now) as made;

--! analyze_new
select app.analyze_new() as analyzed;

--! ping
select 1 as one;
