using System.Text;
using PeerBot.Domain.Oversight;

namespace PeerBot.Domain.Tests.Oversight;

public sealed class A_report_as_a_file
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+44", "\"'+44\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("−2", "\"'−2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData(" =1+1", "\"' =1+1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("Ludlow, south", "\"Ludlow, south\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Holds_no_cell_that_a_spreadsheet_takes_for_a_formula(string text, string cell) =>
        Assert.Equal(cell + "\r\n", Encoding.UTF8.GetString(ReportCsv.Write([[text]])[3..]));

    [Fact]
    public void Is_UTF_8_with_a_mark_and_a_row_a_line() =>
        Assert.Equal((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Shetland – “north”,5\r\nb,c\r\n")], ReportCsv.Write([["Shetland – “north”", "5"], ["b", "c"]]));
}
