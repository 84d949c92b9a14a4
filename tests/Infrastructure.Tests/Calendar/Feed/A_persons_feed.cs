using System.Text;
using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.Scheduling;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Feed;

public sealed class A_persons_feed
{
    public static readonly LocalEvent Standing = new(
        Meeting().Id, [Amira, Grace], "Peer support – protected time", Thursday, Thursday + Duration.FromHours(1),
        Sequence: 2, Cancelled: false, Changed: Instant.FromUtc(2026, 11, 23, 8, 30));

    [Fact]
    public void It_is_written_to_the_byte_as_the_standard_says() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//PeerBot//Meetings//EN
        CALSCALE:GREGORIAN
        NAME:Peer support
        X-WR-CALNAME:Peer support
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        BEGIN:VEVENT
        UID:00000001-0000-0000-0102-030405060708@peerbot
        DTSTAMP:20261123T083000Z
        LAST-MODIFIED:20261123T083000Z
        DTSTART:20261203T153000Z
        DTEND:20261203T163000Z
        SEQUENCE:2
        STATUS:CONFIRMED
        SUMMARY:Peer support – protected time
        CLASS:PRIVATE
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"), CalendarFeed.Write("Peer support", [Standing]));

    [Fact]
    public void A_cancelled_meeting_stays_in_it_as_cancelled()
    {
        var feed = CalendarFeed.Write("Peer support", [Standing with { Cancelled = true, Sequence = 3 }]);

        Assert.Contains("\r\nSEQUENCE:3\r\nSTATUS:CANCELLED\r\n", feed, StringComparison.Ordinal);
        Assert.Contains("\r\nUID:00000001-0000-0000-0102-030405060708@peerbot\r\n", feed, StringComparison.Ordinal);
        Assert.Contains("\r\nTRANSP:TRANSPARENT\r\n", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_meetings_give_the_same_bytes_in_whatever_order_they_come()
    {
        var other = Standing with { Meeting = new MeetingId(new Guid(9, 0, 0, new byte[8])), Start = Thursday - Duration.FromDays(7) };

        Assert.Equal(CalendarFeed.Write("x", [Standing, other]), CalendarFeed.Write("x", [other, Standing]));
    }

    [Fact]
    public void Without_meetings_it_still_holds_a_component_as_the_standard_demands()
    {
        var feed = CalendarFeed.Write("Peer support", []);

        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\n", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("VEVENT", feed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData("a;b,c", @"a\;b\,c")]
    [InlineData("a\nb\r\nc\rd", @"a\nb\nc\nd")]
    [InlineData("a\u2028b", @"a\nb")]
    [InlineData("a\0b\u0007c\u007Fd", "abcd")]
    [InlineData("a\tb:\"c\"", "a\tb:\"c\"")]
    [InlineData("BEGIN:VEVENT\r\nUID:1", @"BEGIN:VEVENT\nUID:1")]
    public void Text_is_escaped_and_cannot_begin_a_line_of_its_own(string text, string escaped)
    {
        var feed = CalendarFeed.Write("x", [Standing with { Subject = text }]);

        Assert.Contains($"\r\nSUMMARY:{escaped}\r\n", feed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("é")] // two octets
    [InlineData("–")] // three
    [InlineData("𝄞")] // four, two chars
    [InlineData("aé–𝄞")]
    public void Long_lines_are_folded_at_75_octets_and_no_character_is_cut(string character)
    {
        for (var length = 60; length <= 240; length++)
        {
            var subject = string.Concat(Enumerable.Repeat(character, length));
            var lines = CalendarFeed.Write("x", [Standing with { Subject = subject }]).Split("\r\n");

            Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.DoesNotContain(lines, line => line.Contains('\uFFFD', StringComparison.Ordinal));
            Assert.Contains($"SUMMARY:{subject}\r\n", string.Join("\r\n", lines).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_line_of_exactly_75_octets_is_not_folded()
    {
        var subject = new string('x', 75 - "SUMMARY:".Length);

        Assert.Contains($"\r\nSUMMARY:{subject}\r\n", CalendarFeed.Write("x", [Standing with { Subject = subject }]), StringComparison.Ordinal);
        Assert.Contains($"\r\nSUMMARY:{subject}\r\n y\r\n", CalendarFeed.Write("x", [Standing with { Subject = subject + "y" }]), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_becomes_a_replacement_and_the_file_stays_valid()
    {
        var feed = CalendarFeed.Write("x", [Standing with { Subject = "a\uD834" }]);

        Assert.Contains("\r\nSUMMARY:a\uFFFD\r\n", feed, StringComparison.Ordinal);
    }
}
