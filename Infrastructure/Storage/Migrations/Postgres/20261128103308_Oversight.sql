DROP INDEX "IX_Cycles_Requester";

DROP INDEX "IX_Cycles_Supporter";

ALTER TABLE "Supporters" ADD "State" text COLLATE "C";

ALTER TABLE "Requests" ADD "Programme" text COLLATE "C";

ALTER TABLE "PrivateNotes" ADD "Owner" text COLLATE "C";

ALTER TABLE "People" ADD "NameKey" text COLLATE "C";

ALTER TABLE "Outbox" ADD "Held" text COLLATE "C";

ALTER TABLE "Meetings" ADD "Booked" bigint;

ALTER TABLE "Cycles" ADD "ClosedAt" bigint;

ALTER TABLE "Cycles" ADD "Programme" text COLLATE "C";

ALTER TABLE "Cycles" ADD "Standing" text COLLATE "C";

CREATE TABLE "Applications" (
    "Programme" text COLLATE "C" NOT NULL,
    "Person" text COLLATE "C" NOT NULL,
    "Version" bigint NOT NULL,
    "Body" bytea NOT NULL,
    CONSTRAINT "PK_Applications" PRIMARY KEY ("Programme", "Person")
);

CREATE TABLE "Audit" (
    "Id" text COLLATE "C" NOT NULL,
    "About" text COLLATE "C",
    "At" bigint NOT NULL,
    "Version" bigint NOT NULL,
    "Body" text NOT NULL,
    CONSTRAINT "PK_Audit" PRIMARY KEY ("Id")
);

CREATE TABLE "Rights" (
    "Id" text COLLATE "C" NOT NULL,
    "Person" text COLLATE "C" NOT NULL,
    "Version" bigint NOT NULL,
    "Body" text NOT NULL,
    CONSTRAINT "PK_Rights" PRIMARY KEY ("Id")
);

CREATE TABLE "Settings" (
    "Key" text COLLATE "C" NOT NULL,
    "Version" bigint NOT NULL,
    "Body" text NOT NULL,
    CONSTRAINT "PK_Settings" PRIMARY KEY ("Key")
);

CREATE TABLE "Tasks" (
    "Id" text COLLATE "C" NOT NULL,
    "Programme" text COLLATE "C" NOT NULL,
    "Open" bigint NOT NULL,
    "Since" bigint NOT NULL,
    "Version" bigint NOT NULL,
    "Body" text NOT NULL,
    CONSTRAINT "PK_Tasks" PRIMARY KEY ("Id")
);

UPDATE "Requests" SET "Programme" = "Body"::json -> 'programme' ->> 'id';

UPDATE "Supporters" SET "State" = "Body"::json ->> 'state';

UPDATE "PrivateNotes" SET "Owner" = convert_from("Body", 'UTF8')::json ->> 'owner';

UPDATE "People" SET "NameKey" = lower("Body"::json ->> 'name');

UPDATE "Meetings" SET "Booked" = CASE "Body"::json ->> 'state' WHEN 'Booked' THEN 1 ELSE 0 END;

UPDATE "Cycles" SET "Programme" = "Body"::json -> 'programme' ->> 'id', "Standing" = CASE "Open" WHEN 1 THEN 'Running' END, "ClosedAt" = (extract(epoch FROM ("Body"::json ->> 'closedAt')::timestamptz) * 10000000)::bigint;

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
VALUES ('20261128103308_Oversight', '10.0.14');

