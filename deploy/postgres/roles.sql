-- Roles, schemas and rights of one house in the current database; run by a superuser, and safe to run again.
-- One login role and one schema per service; each role owns its schema and is let into no other. Schema "vault" belongs to
-- vault_owner, whose migrations grant the services what they may do with its tables. Passwords are set by whoever runs this.

DO $$
DECLARE
    service text;
    owned   text;
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    REVOKE ALL ON SCHEMA public FROM PUBLIC;

    FOREACH service IN ARRAY ARRAY[
        'credential_intake', 'key_validation', 'health_check', 'expiry_reminder', 'strategy_launcher', 'mailer', 'vault_owner']
    LOOP
        owned := CASE service WHEN 'vault_owner' THEN 'vault' ELSE service END;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', service);
        END IF;
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), service);
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', owned, service);
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', owned);
        EXECUTE format('ALTER ROLE %I SET search_path TO %I', service, owned);
    END LOOP;
END
$$;
