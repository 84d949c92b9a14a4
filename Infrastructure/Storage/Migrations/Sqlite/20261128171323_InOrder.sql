CREATE INDEX "IX_Outbox_ConversationId" ON "Outbox" ("ConversationId") WHERE "ConversationId" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128171323_InOrder', '10.0.14');

