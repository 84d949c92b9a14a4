DROP INDEX "IX_Cycles_Requester";

DROP INDEX "IX_Cycles_Supporter";

ALTER TABLE "Supporters" ADD "State" TEXT NULL;

ALTER TABLE "Requests" ADD "Programme" TEXT NULL;

ALTER TABLE "PrivateNotes" ADD "Owner" TEXT NULL;

ALTER TABLE "People" ADD "NameKey" TEXT NULL;

ALTER TABLE "Outbox" ADD "Held" TEXT NULL;

ALTER TABLE "Meetings" ADD "Booked" INTEGER NULL;

ALTER TABLE "Cycles" ADD "ClosedAt" INTEGER NULL;

ALTER TABLE "Cycles" ADD "Programme" TEXT NULL;

ALTER TABLE "Cycles" ADD "Standing" TEXT NULL;

CREATE TABLE "Applications" (
    "Programme" TEXT NOT NULL,
    "Person" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" BLOB NOT NULL,
    CONSTRAINT "PK_Applications" PRIMARY KEY ("Programme", "Person")
);

CREATE TABLE "Audit" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY,
    "About" TEXT NULL,
    "At" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Rights" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Rights" PRIMARY KEY,
    "Person" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Settings" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Settings" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Tasks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Tasks" PRIMARY KEY,
    "Programme" TEXT NOT NULL,
    "Open" INTEGER NOT NULL,
    "Since" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

UPDATE "Requests" SET "Programme" = "Body" -> 'programme' ->> 'id';

UPDATE "Supporters" SET "State" = "Body" ->> 'state';

UPDATE "PrivateNotes" SET "Owner" = CAST("Body" AS TEXT) ->> 'owner';

UPDATE "People" SET "NameKey" = lower("Body" ->> 'name');

UPDATE "Meetings" SET "Booked" = CASE "Body" ->> 'state' WHEN 'Booked' THEN 1 ELSE 0 END;

UPDATE "Cycles" SET "Programme" = "Body" -> 'programme' ->> 'id', "Standing" = CASE "Open" WHEN 1 THEN 'Running' END, "ClosedAt" = CAST(strftime('%s', "Body" ->> 'closedAt') AS INTEGER) * 10000000;

CREATE INDEX "IX_Supporters_Person" ON "Supporters" ("Person");

CREATE INDEX "IX_Supporters_Programme_State" ON "Supporters" ("Programme", "State");

CREATE INDEX "IX_SelfEvaluations_Owner" ON "SelfEvaluations" ("Owner");

CREATE INDEX "IX_Requests_MadeAt" ON "Requests" ("MadeAt");

CREATE INDEX "IX_Requests_Programme_MadeAt" ON "Requests" ("Programme", "MadeAt") WHERE "Open" = 1;

CREATE INDEX "IX_Requests_Requester" ON "Requests" ("Requester");

CREATE INDEX "IX_PrivateNotes_Owner_AddedAt" ON "PrivateNotes" ("Owner", "AddedAt");

CREATE INDEX "IX_People_NameKey" ON "People" ("NameKey");

CREATE INDEX "IX_Outbox_Person" ON "Outbox" ("Person") WHERE "Held" IS NOT NULL;

CREATE INDEX "IX_Meetings_Start" ON "Meetings" ("Start") WHERE "Booked" = 1;

CREATE INDEX "IX_Feedback_From" ON "Feedback" ("From");

CREATE INDEX "IX_Cycles_ClosedAt" ON "Cycles" ("ClosedAt");

CREATE INDEX "IX_Cycles_Programme_Standing" ON "Cycles" ("Programme", "Standing") WHERE "Open" = 1;

CREATE INDEX "IX_Cycles_Requester_Open" ON "Cycles" ("Requester", "Open");

CREATE INDEX "IX_Cycles_Supporter_Open" ON "Cycles" ("Supporter", "Open");

CREATE INDEX "IX_Asks_Supporter" ON "Asks" ("Supporter");

CREATE INDEX "IX_Applications_Person" ON "Applications" ("Person");

CREATE INDEX "IX_Audit_About_At" ON "Audit" ("About", "At");

CREATE INDEX "IX_Audit_At" ON "Audit" ("At");

CREATE INDEX "IX_Rights_Person" ON "Rights" ("Person");

CREATE INDEX "IX_Tasks_Programme_Since" ON "Tasks" ("Programme", "Since") WHERE "Open" = 1;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128103303_Oversight', '10.0.14');

