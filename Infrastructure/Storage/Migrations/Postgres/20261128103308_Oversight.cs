using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeerBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Oversight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cycles_Requester",
                table: "Cycles");

            migrationBuilder.DropIndex(
                name: "IX_Cycles_Supporter",
                table: "Cycles");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Supporters",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 2);

            migrationBuilder.AddColumn<string>(
                name: "Programme",
                table: "Requests",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 4);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "PrivateNotes",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 3);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "People",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 2);

            migrationBuilder.AddColumn<string>(
                name: "Held",
                table: "Outbox",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 10);

            migrationBuilder.AddColumn<long>(
                name: "Booked",
                table: "Meetings",
                type: "bigint",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 3);

            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "Cycles",
                type: "bigint",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 6);

            migrationBuilder.AddColumn<string>(
                name: "Programme",
                table: "Cycles",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 4);

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "Cycles",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 5);

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Programme = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => new { x.Programme, x.Person });
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    About = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rights",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rights", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Tasks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Programme = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Open = table.Column<long>(type: "bigint", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tasks", x => x.Id);
                });

            // Rows of the version before have no value in the new columns; what these columns hold stands in the body.
            migrationBuilder.Sql("UPDATE \"Requests\" SET \"Programme\" = \"Body\"::json -> 'programme' ->> 'id';");
            migrationBuilder.Sql("UPDATE \"Supporters\" SET \"State\" = \"Body\"::json ->> 'state';");
            migrationBuilder.Sql("UPDATE \"PrivateNotes\" SET \"Owner\" = convert_from(\"Body\", 'UTF8')::json ->> 'owner';");
            migrationBuilder.Sql("UPDATE \"People\" SET \"NameKey\" = lower(\"Body\"::json ->> 'name');");
            migrationBuilder.Sql("UPDATE \"Meetings\" SET \"Booked\" = CASE \"Body\"::json ->> 'state' WHEN 'Booked' THEN 1 ELSE 0 END;");
            migrationBuilder.Sql("UPDATE \"Cycles\" SET \"Programme\" = \"Body\"::json -> 'programme' ->> 'id', \"Standing\" = CASE \"Open\" WHEN 1 THEN 'Running' END, \"ClosedAt\" = (extract(epoch FROM (\"Body\"::json ->> 'closedAt')::timestamptz) * 10000000)::bigint;");

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_Person",
                table: "Supporters",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_Programme_State",
                table: "Supporters",
                columns: new[] { "Programme", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfEvaluations_Owner",
                table: "SelfEvaluations",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_MadeAt",
                table: "Requests",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_Programme_MadeAt",
                table: "Requests",
                columns: new[] { "Programme", "MadeAt" },
                filter: "\"Open\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_Requester",
                table: "Requests",
                column: "Requester");

            migrationBuilder.CreateIndex(
                name: "IX_PrivateNotes_Owner_AddedAt",
                table: "PrivateNotes",
                columns: new[] { "Owner", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_People_NameKey",
                table: "People",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Person",
                table: "Outbox",
                column: "Person",
                filter: "\"Held\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_Start",
                table: "Meetings",
                column: "Start",
                filter: "\"Booked\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_From",
                table: "Feedback",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_Cycles_ClosedAt",
                table: "Cycles",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Cycles_Programme_Standing",
                table: "Cycles",
                columns: new[] { "Programme", "Standing" },
                filter: "\"Open\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Cycles_Requester_Open",
                table: "Cycles",
                columns: new[] { "Requester", "Open" });

            migrationBuilder.CreateIndex(
                name: "IX_Cycles_Supporter_Open",
                table: "Cycles",
                columns: new[] { "Supporter", "Open" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_Supporter",
                table: "Asks",
                column: "Supporter");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Person",
                table: "Applications",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_About_At",
                table: "Audit",
                columns: new[] { "About", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Rights_Person",
                table: "Rights",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Programme_Since",
                table: "Tasks",
                columns: new[] { "Programme", "Since" },
                filter: "\"Open\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Applications");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "Rights");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_Supporters_Person",
                table: "Supporters");

            migrationBuilder.DropIndex(
                name: "IX_Supporters_Programme_State",
                table: "Supporters");

            migrationBuilder.DropIndex(
                name: "IX_SelfEvaluations_Owner",
                table: "SelfEvaluations");

            migrationBuilder.DropIndex(
                name: "IX_Requests_MadeAt",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Requests_Programme_MadeAt",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Requests_Requester",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_PrivateNotes_Owner_AddedAt",
                table: "PrivateNotes");

            migrationBuilder.DropIndex(
                name: "IX_People_NameKey",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Person",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Meetings_Start",
                table: "Meetings");

            migrationBuilder.DropIndex(
                name: "IX_Feedback_From",
                table: "Feedback");

            migrationBuilder.DropIndex(
                name: "IX_Cycles_ClosedAt",
                table: "Cycles");

            migrationBuilder.DropIndex(
                name: "IX_Cycles_Programme_Standing",
                table: "Cycles");

            migrationBuilder.DropIndex(
                name: "IX_Cycles_Requester_Open",
                table: "Cycles");

            migrationBuilder.DropIndex(
                name: "IX_Cycles_Supporter_Open",
                table: "Cycles");

            migrationBuilder.DropIndex(
                name: "IX_Asks_Supporter",
                table: "Asks");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Supporters");

            migrationBuilder.DropColumn(
                name: "Programme",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "PrivateNotes");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Held",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Booked",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "Programme",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "Cycles");

            migrationBuilder.CreateIndex(
                name: "IX_Cycles_Requester",
                table: "Cycles",
                column: "Requester",
                filter: "\"Open\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Cycles_Supporter",
                table: "Cycles",
                column: "Supporter",
                filter: "\"Open\" = 1");
        }
    }
}
