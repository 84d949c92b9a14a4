using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeerBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ConversationId",
                table: "Outbox",
                column: "ConversationId",
                filter: "\"ConversationId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_ConversationId",
                table: "Outbox");
        }
    }
}
