CREATE TABLE "Groups" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Groups" PRIMARY KEY,
    "Programme" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Memberships" (
    "Person" TEXT NOT NULL,
    "Group" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    CONSTRAINT "PK_Memberships" PRIMARY KEY ("Person", "Group")
);

CREATE INDEX "IX_Groups_Programme" ON "Groups" ("Programme");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128164100_Groups', '10.0.14');

