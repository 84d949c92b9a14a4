using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests;

[Trait("Requirement", "U-22")]
public sealed class What_a_person_typed
{
    [Theory]
    [InlineData("Grace Obi", "Grace Obi")]
    [InlineData("O'Brien-Smith (acting)", "O'Brien-Smith (acting)")]
    [InlineData("Smith & Sons", "Smith & Sons")]
    [InlineData("**bold**", @"\*\*bold\*\*")]
    [InlineData("_it_", @"\_it\_")]
    [InlineData("[free](https://evil.example)", @"\[free\](https://evil.example)")]
    [InlineData("<at>All</at>", @"\<at>All\</at>")]
    [InlineData("`code`", @"\`code\`")]
    [InlineData("~~gone~~", @"\~\~gone\~\~")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("&lt;b&gt;", @"\&lt;b\&gt;")]
    [InlineData("# big", @"\# big")]
    [InlineData("number # 1", "number # 1")]
    [InlineData("> quote", @"\> quote")]
    [InlineData("- one", @"\- one")]
    [InlineData("12. twelve", @"12\. twelve")]
    [InlineData("3) three", @"3\) three")]
    [InlineData("version 1.5", "version 1.5")]
    public void Is_escaped_only_where_it_would_mean_something(string typed, string escaped) => Assert.Equal(escaped, Typed.Escape(typed));

    [Fact]
    public void Is_escaped_at_the_start_of_each_line() => Assert.Equal("one\n\\- two\n3\\. three", Typed.Escape("one\n- two\n3. three"));

    [Theory]
    [InlineData("  a \t b\r\nc  ", "a b c")]
    [InlineData("a\u0000\u0007b", "ab")]
    [InlineData("abc\u202Etxt", "abctxt")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("👩‍🏫 Siân", "👩‍🏫 Siân")]
    public void Becomes_one_clean_line(string typed, string line) => Assert.Equal(line, Typed.Line(typed));

    [Fact]
    public void Keeps_its_lines_but_no_more_than_twelve()
    {
        Assert.Equal("one\ntwo", Typed.Block("one\r\n\r\n\r\n  two ", 100));
        var many = Typed.Block(string.Join('\n', Enumerable.Range(1, 40)), 1000);
        Assert.Equal(12, many.Split('\n').Length);
        Assert.EndsWith("39 40", many, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_cut_at_its_limit_and_never_inside_a_character()
    {
        Assert.Equal("abcd…", Typed.Line("abcdefgh", 5));
        Assert.Equal("abc…", Typed.Line("abc👩‍🏫👩‍🏫", 6));
        Assert.InRange(Typed.Block(Long(1000), 300).Length, 290, 300);
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("a\uDC00b")]
    public void Survives_half_a_character(string typed) => Assert.DoesNotContain(Typed.Line(typed), char.IsSurrogate);

    [Fact]
    public void Is_escaped_when_a_text_says_it_and_not_where_no_Markdown_is_read()
    {
        Assert.Equal(@"Hello \*Amira\*", English.Say("Welcome.HelloName", ("name", "*Amira*")));
        Assert.Equal("Hello *Amira*", English.Plain("Welcome.HelloName", ("name", "*Amira*")));
        Assert.Equal("Hello **Amira**", English.Say("Welcome.HelloName", ("name", new Markdown("**Amira**"))));
    }
}
