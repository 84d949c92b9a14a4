CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "Answers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Answers" PRIMARY KEY AUTOINCREMENT,
    "Body" BLOB NOT NULL
);

CREATE TABLE "Asks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Asks" PRIMARY KEY,
    "Request" TEXT NOT NULL,
    "Supporter" TEXT NOT NULL,
    "Programme" TEXT NOT NULL,
    "Open" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "BusyTimes" (
    "Person" TEXT NOT NULL CONSTRAINT "PK_BusyTimes" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Conversations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Conversations" PRIMARY KEY,
    "Person" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" BLOB NOT NULL
);

CREATE TABLE "Counters" (
    "Series" TEXT NOT NULL CONSTRAINT "PK_Counters" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Cycles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Cycles" PRIMARY KEY,
    "Requester" TEXT NOT NULL,
    "Supporter" TEXT NOT NULL,
    "Open" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "EventPeople" (
    "Person" TEXT NOT NULL,
    "Meeting" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "End" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    CONSTRAINT "PK_EventPeople" PRIMARY KEY ("Person", "Meeting")
);

CREATE TABLE "Feedback" (
    "Cycle" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" BLOB NOT NULL,
    CONSTRAINT "PK_Feedback" PRIMARY KEY ("Cycle", "From")
);

CREATE TABLE "Inbox" (
    "Key" TEXT NOT NULL PRIMARY KEY,
    "Answer" INTEGER NULL,
    "At" INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE "LocalEvents" (
    "Meeting" TEXT NOT NULL CONSTRAINT "PK_LocalEvents" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Meetings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Meetings" PRIMARY KEY,
    "Cycle" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Organisations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Organisations" PRIMARY KEY,
    "ChangedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "Outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
    "Kind" INTEGER NOT NULL,
    "Person" TEXT NULL,
    "ConversationId" TEXT NULL,
    "Due" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "ClaimedBy" TEXT NULL,
    "ClaimedUntil" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Body" BLOB NOT NULL
);

CREATE TABLE "People" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Organisation" TEXT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "PrivateNotes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PrivateNotes" PRIMARY KEY,
    "Subject" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "AddedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" BLOB NOT NULL
);

CREATE TABLE "Requests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Requests" PRIMARY KEY,
    "Requester" TEXT NOT NULL,
    "Open" INTEGER NOT NULL,
    "MadeAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL
);

CREATE TABLE "SelfEvaluations" (
    "Cycle" TEXT NOT NULL,
    "Owner" TEXT NOT NULL,
    "Occasion" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" BLOB NOT NULL,
    CONSTRAINT "PK_SelfEvaluations" PRIMARY KEY ("Cycle", "Owner", "Occasion")
);

CREATE TABLE "Supporters" (
    "Programme" TEXT NOT NULL,
    "Person" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    CONSTRAINT "PK_Supporters" PRIMARY KEY ("Programme", "Person")
);

CREATE INDEX "IX_Asks_Request" ON "Asks" ("Request");

CREATE INDEX "IX_Asks_Supporter_Programme" ON "Asks" ("Supporter", "Programme") WHERE "Open" = 1;

CREATE INDEX "IX_Conversations_Person" ON "Conversations" ("Person");

CREATE INDEX "IX_Cycles_Requester" ON "Cycles" ("Requester") WHERE "Open" = 1;

CREATE INDEX "IX_Cycles_Supporter" ON "Cycles" ("Supporter") WHERE "Open" = 1;

CREATE INDEX "IX_EventPeople_Person_Start" ON "EventPeople" ("Person", "Start");

CREATE INDEX "IX_Meetings_Cycle_Start" ON "Meetings" ("Cycle", "Start");

CREATE INDEX "IX_Organisations_ChangedAt" ON "Organisations" ("ChangedAt");

CREATE INDEX "IX_Outbox_Due" ON "Outbox" ("Due");

CREATE INDEX "IX_People_ChangedAt" ON "People" ("ChangedAt");

CREATE INDEX "IX_People_Organisation" ON "People" ("Organisation");

CREATE INDEX "IX_PrivateNotes_Subject_Kind_AddedAt" ON "PrivateNotes" ("Subject", "Kind", "AddedAt");

CREATE INDEX "IX_Requests_Requester_MadeAt" ON "Requests" ("Requester", "MadeAt") WHERE "Open" = 1;

CREATE INDEX "IX_Supporters_Programme_ChangedAt" ON "Supporters" ("Programme", "ChangedAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122022028_Initial', '10.0.14');

