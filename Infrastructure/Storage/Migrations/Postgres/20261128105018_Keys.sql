CREATE TABLE "Keys" (
    "Id" text COLLATE "C" NOT NULL,
    "Xml" text COLLATE "C" NOT NULL,
    "CreatedAt" bigint NOT NULL,
    CONSTRAINT "PK_Keys" PRIMARY KEY ("Id")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128105018_Keys', '10.0.14');

