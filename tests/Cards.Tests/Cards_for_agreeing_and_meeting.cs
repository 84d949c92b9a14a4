using PeerBot.Cards.Tests.Samples;
using PeerBot.Domain.Scheduling;
using static PeerBot.Cards.Tests.Look;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests;

/// <summary>Ground rules, rhythm, times and meetings. What their words and fields owe to a requirement.</summary>
public sealed class Cards_for_agreeing_and_meeting
{
    [Fact]
    [Trait("Requirement", "S3-11")]
    public void The_first_ground_rule_is_respect()
    {
        var rules = Blocks("C08-rules").Where(text => text.StartsWith("• ", StringComparison.Ordinal)).ToList();
        Assert.Equal("• We treat each other with respect.", rules[0]);
        Assert.Contains("Nothing here stops you from raising a concern elsewhere", Words("C08-rules"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S0-17")]
    public void A_rhythm_offers_the_approaches_of_the_definition() =>
        Assert.Equal(
            Sample.Offer.Approaches, Input<AdaptiveChoiceSetInput>("C09-rhythm", InputIds.Approach).Choices.Select(choice => choice.Title));

    [Theory]
    [InlineData("C09-rhythm")]
    [InlineData("C09-rhythm-proposed")]
    [InlineData("C09-rhythm-agreed")]
    [Trait("Requirement", "S2-18")]
    [Trait("Requirement", "S2-20")]
    public void A_rhythm_shows_what_is_left_and_how_long_it_may_last(string card)
    {
        var words = Words(card);
        Assert.Contains("In person: 6 of 6 left", words, StringComparison.Ordinal);
        Assert.Contains("no more than 6 months", words, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S2-16")]
    public void A_longer_first_meeting_needs_both()
    {
        Assert.Contains("up to 1 hour, unless you both agree to more", Words("C09-rhythm"), StringComparison.Ordinal);
        Assert.Equal("We agree", Press("C09-rhythm-confirming", Verbs.CadenceConfirm).Title);
    }

    [Theory]
    [InlineData("C10-pick-time")]
    [InlineData("C11-booked")]
    [InlineData("C15-reminder-requester")]
    [InlineData("C18-cancel")]
    [Trait("Requirement", "S2-20")]
    public void The_last_possible_date_is_on_the_cards_of_a_running_cycle(string card) =>
        Assert.Matches("(Last possible date: Friday 28 May 2027)|(until Thursday 3 June 2027)", Words(card));

    [Fact]
    [Trait("Requirement", "S2-39")]
    [Trait("Requirement", "A-05")]
    public void A_refused_time_names_the_rule_and_the_nearest_time()
    {
        var words = Words("C10-refused");
        Assert.Contains("6pm is after hours for this scheme", words, StringComparison.Ordinal);
        Assert.Contains("starts by 4pm", words, StringComparison.Ordinal);
        Assert.Contains("The nearest time is 3.30pm on Thursday 3 December 2026.", words, StringComparison.Ordinal);
        Assert.Equal("2026-12-03T15:30:00Z", Press("C10-refused", Verbs.SlotPick).Data.Arg);
    }

    public static TheoryData<TimeRefusedCard.Rule, string> Rules => new()
    {
        { new TimeRefusedCard.Rule.EndsTooLate(new LocalTime(17, 30)), "is over by 5.30pm" },
        { new TimeRefusedCard.Rule.BeforeHours(new LocalTime(8, 30)), "starts at 8.30am or later" },
        { new TimeRefusedCard.Rule.NotAMeetingDay(), "not held on a Thursday" },
        { new TimeRefusedCard.Rule.OutOfTerm("half-term"), "in a school holiday (half-term)" },
        { new TimeRefusedCard.Rule.OutOfTerm(null), "outside term time" },
        { new TimeRefusedCard.Rule.BankHoliday("Easter Monday"), "is a bank holiday (Easter Monday)" },
        { new TimeRefusedCard.Rule.BankHoliday(null), "is a bank holiday." },
        { new TimeRefusedCard.Rule.BeyondEnd(new LocalDate(2027, 6, 3), 6), "lasts 6 months, until Thursday 3 June 2027. You can ask for a review." },
        { new TimeRefusedCard.Rule.InPersonUsedUp(6), "6 times in person, which is as many as one cycle of peer support holds" },
        { new TimeRefusedCard.Rule.AlreadyOneThisMonth(), "already a meeting in that month" },
        { new TimeRefusedCard.Rule.TooSoonAfterTheLast(28), "less than 28 days after" },
        { new TimeRefusedCard.Rule.NotFree(), "is taken" },
        { new TimeRefusedCard.Rule.InThePast(), "has passed" },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_has_its_sentence(TimeRefusedCard.Rule rule, string words) =>
        Assert.Contains(words, TimeRefusedCard.Sentence(rule, At(2026, 12, 3, 18, 0), English), StringComparison.Ordinal);

    [Theory]
    [InlineData(BookedCard.State.Booking)]
    [InlineData(BookedCard.State.Booked)]
    [InlineData(BookedCard.State.CalendarPending)]
    [InlineData(BookedCard.State.Moved)]
    public void A_meeting_that_stands_asks_for_no_recording(BookedCard.State state) =>
        Assert.Contains(
            "Please do not record, transcribe or use an AI note-taker.", TextTwin.Of(BookedCard.Of(Sample.Booked with { State = state }, Frame)), StringComparison.Ordinal);

    [Fact]
    [Trait("Requirement", "S2-18")]
    public void A_booked_meeting_in_person_is_counted() =>
        Assert.Contains("In person: 1 of 6 · until Thursday 3 June 2027", Words("C11-booked"), StringComparison.Ordinal);

    [Fact]
    [Trait("Requirement", "S0-09")]
    public void Moving_asks_for_no_reason() =>
        Assert.Empty(TextTwin.Flat(Card("C18-move").Body).OfType<AdaptiveInput>());

    [Theory]
    [InlineData(MeetingMode.Teams, "teams")]
    [InlineData(MeetingMode.InPerson, "in-person")]
    [InlineData(MeetingMode.PhoneWork, "phone-work")]
    public void A_mode_keeps_its_value_both_ways(MeetingMode mode, string value)
    {
        Assert.Equal(value, ModeValues.Of(mode));
        Assert.Equal(mode, ModeValues.Parse(value));
        Assert.Null(ModeValues.Parse(ModeValues.Either));
    }
}
