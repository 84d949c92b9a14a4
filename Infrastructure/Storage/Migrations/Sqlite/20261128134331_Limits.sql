ALTER TABLE "Outbox" ADD "Status" INTEGER NULL;

CREATE TABLE "Limits" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Limits" PRIMARY KEY,
    "Next" INTEGER NOT NULL,
    "Long" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128134331_Limits', '10.0.14');

