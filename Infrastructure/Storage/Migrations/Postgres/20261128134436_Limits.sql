ALTER TABLE "Outbox" ADD "Status" bigint;

CREATE TABLE "Limits" (
    "Key" text COLLATE "C" NOT NULL,
    "Next" bigint NOT NULL,
    "Long" bigint NOT NULL,
    CONSTRAINT "PK_Limits" PRIMARY KEY ("Key")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128134436_Limits', '10.0.14');

