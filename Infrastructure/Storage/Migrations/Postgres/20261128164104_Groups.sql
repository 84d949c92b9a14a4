CREATE TABLE "Groups" (
    "Id" text COLLATE "C" NOT NULL,
    "Programme" text COLLATE "C" NOT NULL,
    "Version" bigint NOT NULL,
    "Body" text NOT NULL,
    CONSTRAINT "PK_Groups" PRIMARY KEY ("Id")
);

CREATE TABLE "Memberships" (
    "Person" text COLLATE "C" NOT NULL,
    "Group" text COLLATE "C" NOT NULL,
    "Version" bigint NOT NULL,
    "Body" text NOT NULL,
    CONSTRAINT "PK_Memberships" PRIMARY KEY ("Person", "Group")
);

CREATE INDEX "IX_Groups_Programme" ON "Groups" ("Programme");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128164104_Groups', '10.0.14');

