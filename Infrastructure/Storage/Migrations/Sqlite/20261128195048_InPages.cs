using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeerBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Supporters_Programme_State",
                table: "Supporters");

            migrationBuilder.DropIndex(
                name: "IX_Cycles_Programme_Standing",
                table: "Cycles");

            migrationBuilder.CreateTable(
                name: "Sweeps",
                columns: table => new
                {
                    Table = table.Column<string>(type: "TEXT", nullable: false),
                    Shape = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Done = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sweeps", x => x.Table);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_Programme_State_Person",
                table: "Supporters",
                columns: new[] { "Programme", "State", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_Cycles_Programme_Standing_Id",
                table: "Cycles",
                columns: new[] { "Programme", "Standing", "Id" },
                filter: "\"Open\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Sweeps");

            migrationBuilder.DropIndex(
                name: "IX_Supporters_Programme_State_Person",
                table: "Supporters");

            migrationBuilder.DropIndex(
                name: "IX_Cycles_Programme_Standing_Id",
                table: "Cycles");

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_Programme_State",
                table: "Supporters",
                columns: new[] { "Programme", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Cycles_Programme_Standing",
                table: "Cycles",
                columns: new[] { "Programme", "Standing" },
                filter: "\"Open\" = 1");
        }
    }
}
