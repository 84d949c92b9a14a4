DROP INDEX "IX_Supporters_Programme_State";

DROP INDEX "IX_Cycles_Programme_Standing";

CREATE TABLE "Sweeps" (
    "Table" TEXT NOT NULL CONSTRAINT "PK_Sweeps" PRIMARY KEY,
    "Shape" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Done" INTEGER NOT NULL
);

CREATE INDEX "IX_Supporters_Programme_State_Person" ON "Supporters" ("Programme", "State", "Person");

CREATE INDEX "IX_Cycles_Programme_Standing_Id" ON "Cycles" ("Programme", "Standing", "Id") WHERE "Open" = 1;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128195048_InPages', '10.0.14');

