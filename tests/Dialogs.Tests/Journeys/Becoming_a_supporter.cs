using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>From the offer to the list.</summary>
public sealed class Becoming_a_supporter
{
    private static readonly Person Hannah = Authority.Hannah;

    private static readonly (string, string)[] Criteria =
    [
        (InputIds.Since, "2018-09-01"), ("local-processes", "true"), ("track-record", "true"), (InputIds.Referee, "Ruth Ellis, head of a school nearby"),
    ];

    [Fact]
    [Trait("Requirement", "S2-23")]
    [Trait("Requirement", "S2-06")]
    [Trait("Requirement", "S2-07")]
    [Trait("Requirement", "S2-25")]
    [Trait("Requirement", "S2-28")]
    [Trait("Requirement", "S2-29")]
    public async Task Goes_by_the_offer_the_criteria_and_the_training_to_the_list_and_there_by_the_volunteers_own_yes()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00", Volunteers.Inspected(Hannah));
        var (hannah, sam) = (scheme.Hannah, scheme.Of(Authority.Sam));
        await hannah.Says("Offer support");
        await hannah.Fills(Verbs.SupporterSave, (InputIds.Summary, Volunteers.Summary), (InputIds.Willing, "true"));
        hannah.Sees("Friday 12 May 2023", "good", "This meets what the scheme asks");
        await hannah.Fills(Verbs.SupporterSend, Criteria);
        hannah.Sees("It is sent", "Sam Reid");
        Assert.Equal(TaskKind.Approval, scheme.Only<CoordinatorTask>().Kind);

        await sam.Says("approvals");
        sam.Sees("Hannah Cole", "volunteer to look at");
        await sam.Presses(Verbs.ApprovalOpen);
        sam.Sees("Mill Road Primary", "since Saturday 1 September 2018", "declared, please check", "Ruth Ellis", "The scheme’s table says: met");
        await sam.Fills(Verbs.ApprovalApprove, ("track-record", "true"));
        sam.Sees("Approved for training", "Hannah Cole");
        hannah.Sees("Training is at UCS", "It is paid by: Local authority", "There is no date just now");
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);

        await sam.Says("training dates");
        await sam.Fills(Verbs.TrainingDateAdd, (InputIds.Date, "2027-01-14"), (InputIds.Time, "09:30"), (InputIds.Place, "UCS, room 2"));
        hannah.Sees("Book Thursday 14 January 2027", "9.30am, UCS, room 2");
        await hannah.Presses(Verbs.TrainingBook);
        hannah.Sees("See you there on Thursday 14 January 2027");

        await scheme.MovesTo("2027-01-15T09:00");
        await sam.Says("approvals");
        sam.Sees("Hannah Cole", "was at the training?");
        await sam.Presses(Verbs.ApprovalOpen);
        await sam.Presses(Verbs.ApprovalAttended);
        hannah.Sees("You are ready. Show your profile now?");
        Assert.False(await IsShownAsync(scheme));

        await hannah.Presses(Verbs.SupporterList);
        hannah.Sees("You are on the list", "Friday 15 January 2027");
        Assert.Equal("1", hannah.Card(Verbs.SupporterAvailabilitySave).Fields[InputIds.Capacity]);
        Assert.Equal(new LocalDate(2027, 1, 15), Profile(scheme).ConsentedOn);
        Assert.True(await IsShownAsync(scheme));
        hannah.NeverSaw("outstanding", "inadequate");
    }

    [Fact]
    [Trait("Requirement", "S2-11")]
    [Trait("Requirement", "S2-15")]
    public async Task The_offer_lists_all_three_benefits_and_the_schools_facts_from_the_register()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Hannah.Says("hello");
        await scheme.Hannah.Presses(Verbs.SupporterStart);
        scheme.Hannah.Sees(
            "Professional development", "Opportunity to support fellow leaders",
            "Contribution to a school led improvement model that strengthens education in Shropshire",
            "East", "211 to 420 pupils", "Voluntary aided", "Primary");
    }

    [Theory]
    [Trait("Requirement", "S2-38")]
    [Trait("Requirement", "S2-15")]
    [InlineData("Ring me on 07700 900123 in the evening", "Please leave out phone numbers; personal phones are not used in this scheme.")]
    [InlineData("Write to hannah@home900123.example please", "Please leave out e-mail addresses.")]
    [InlineData("", "Please write a few words")]
    public async Task What_may_not_be_shown_is_refused_before_saving_and_stays_on_the_card(string summary, string why)
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Hannah.Says("offer support");
        await scheme.Hannah.Fills(Verbs.SupporterSave, (InputIds.Summary, summary), (InputIds.Experience, "Ten years of listening"), (InputIds.Willing, "true"));

        scheme.Hannah.Sees(why);
        var card = scheme.Hannah.Card(Verbs.SupporterSave);
        Assert.Equal((summary, "Ten years of listening", "true"), (card.Fields[InputIds.Summary], card.Fields[InputIds.Experience], card.Fields[InputIds.Willing]));
        Assert.DoesNotContain(scheme.Store.All<SupporterProfile>(), profile => profile.Person == Hannah.Id);
        Kept.Nowhere(scheme, "900123", "Ten years of listening");
    }

    [Theory]
    [Trait("Requirement", "S2-38")]
    [InlineData(InputIds.Experience)]
    [InlineData(InputIds.Referee)]
    public async Task No_other_field_takes_a_phone_number_either(string field)
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Hannah.Says("offer support");
        await scheme.Hannah.Fills(
            Verbs.SupporterSave, (InputIds.Summary, Volunteers.Summary), (InputIds.Willing, "true"),
            (InputIds.Experience, field == InputIds.Experience ? "Ask 07700 900123" : ""));
        if (field == InputIds.Referee)
        {
            await scheme.Hannah.Fills(Verbs.SupporterSend, [.. Criteria[..3], (InputIds.Referee, "Ruth Ellis, 07700 900123")]);
        }

        scheme.Hannah.Sees("Please leave out phone numbers");
        Kept.Nowhere(scheme, "900123");
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
    }

    [Fact]
    [Trait("Requirement", "S2-15")]
    [Trait("Requirement", "A-02")]
    public async Task The_preview_is_the_card_that_others_see()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Hannah.Says("offer support");
        await scheme.Hannah.Fills(Verbs.SupporterPreview, (InputIds.Summary, Volunteers.Summary), (InputIds.Willing, "true"));
        var preview = scheme.Hannah.Sees("Hannah Cole", "This is what others will see of you");

        scheme.Store.Put(Authority.Supporter(Hannah) with { Summary = Volunteers.Summary });
        var seen = await ShownToAmiraAsync(scheme) ?? throw new InvalidOperationException("Nobody shows Hannah to Amira.");
        Assert.Equal(Facts(seen), Facts(preview));
        Assert.NotEmpty(Facts(preview));
        await scheme.Hannah.Presses(Verbs.SupporterOffer);
        Assert.Equal(Volunteers.Summary, scheme.Hannah.Card(Verbs.SupporterSave).Fields[InputIds.Summary]);
    }

    [Theory]
    [Trait("Requirement", "S2-26")]
    [Trait("Requirement", "A-16")]
    [InlineData("2022-09-01", "1 September 2027")]
    [InlineData("2021-11-25", "25 November 2026")]
    public async Task Whoever_lacks_time_alone_hears_from_when_on_and_nobody_else_hears_of_it(string since, string day)
    {
        var scheme = await WithProfileAsync();
        await scheme.Hannah.Fills(Verbs.SupporterSend, [(InputIds.Since, since), .. Criteria[1..]]);

        scheme.Hannah.Sees($"Thank you. The scheme needs five years as a headteacher; you reach that on {day}. May I remind you then?");
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        Assert.Null(scheme.Only<SupporterApplication>().SentAt);
    }

    [Fact]
    [Trait("Requirement", "S2-26")]
    [Trait("Requirement", "A-16")]
    public async Task The_day_before_the_years_are_full_is_too_early_and_the_reminder_comes_on_the_day_in_hours()
    {
        var scheme = await WithProfileAsync();
        await scheme.Hannah.Fills(Verbs.SupporterSend, [(InputIds.Since, "2021-11-25"), .. Criteria[1..]]);
        await scheme.Hannah.Presses(Verbs.SupporterRemind);
        scheme.Hannah.Sees("You will hear from me on 25 November 2026");

        await scheme.MovesTo("2026-11-25T09:00");
        scheme.Hannah.Sees("You asked me to remind you");
        await scheme.Hannah.Presses(Verbs.SupporterCriteria);
        await scheme.Hannah.Fills(Verbs.SupporterSend);
        scheme.Hannah.Sees("It is sent");
    }

    [Fact]
    [Trait("Requirement", "S2-26")]
    public async Task Earlier_times_are_added_and_breaks_are_left_out()
    {
        var scheme = await WithProfileAsync();
        await scheme.Hannah.Fills(
            Verbs.SupporterTimeAdd,
            [(InputIds.Since, "2023-09-01"), .. Criteria[1..], (InputIds.EarlierFrom, "2015-09-01"), (InputIds.EarlierUntil, "2017-09-01")]);
        scheme.Hannah.Sees("5 full years so far", "Tuesday 1 September 2015 to Friday 1 September 2017");
        await scheme.Hannah.Fills(Verbs.SupporterSend);
        scheme.Hannah.Sees("It is sent");
    }

    [Theory]
    [Trait("Requirement", "S2-28")]
    [Trait("Requirement", "S2-29")]
    [InlineData("local-processes", "Good understanding of Shropshire processes")]
    [InlineData("track-record", "A proven track record")]
    [InlineData(InputIds.Referee, "a referee or a short statement")]
    [InlineData(InputIds.Since, "5 years or more as a headteacher")]
    public async Task Nothing_goes_to_the_coordinator_before_all_is_said(string without, string missing)
    {
        var scheme = await WithProfileAsync();
        await scheme.Hannah.Fills(Verbs.SupporterSend, [.. Criteria.Where(one => one.Item1 != without), (without, "")]);

        scheme.Hannah.Sees("This is still to be filled in", missing);
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
    }

    [Fact]
    [Trait("Requirement", "S2-08")]
    public async Task Somebody_who_is_no_serving_head_is_told_kindly()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00", Hannah with { JobRole = "deputy" });
        await scheme.Hannah.Says("offer support");
        await scheme.Hannah.Fills(Verbs.SupporterSave, (InputIds.Summary, Volunteers.Summary), (InputIds.Willing, "true"));
        await scheme.Hannah.Fills(Verbs.SupporterSend, Criteria);

        scheme.Hannah.Sees("Thank you for offering", "Is a serving headteacher", "Sam Reid");
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
    }

    [Fact]
    [Trait("Requirement", "S2-23")]
    public async Task Training_cannot_be_booked_before_the_criteria_are_met()
    {
        var date = new TrainingDate(Guid.NewGuid(), Authority.Programme.Id, new LocalDate(2027, 1, 14), null, null);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", [.. Volunteers.Waiting(Hannah), LocalSettings.None with { TrainingDates = [date] }]);
        await scheme.Hannah.Forges($$"""{"verb":"{{Verbs.TrainingBook}}","id":"{{RequestCards.KeyOf(Hannah.Id)}}","version":0,"nonce":"a","arg":"{{date.Id:N}}"}""");

        scheme.Hannah.Sees("First your offer is looked at");
        Assert.Equal(SupporterState.Interested, Profile(scheme).State);
    }

    [Fact]
    [Trait("Requirement", "S2-07")]
    [Trait("Requirement", "A-16")]
    public async Task Nobody_is_listed_without_a_record_of_training_whatever_is_pressed()
    {
        var scheme = Volunteers.Scheme(
            "2026-11-24T10:00", Authority.Supporter(Hannah) with { State = SupporterState.TrainingBooked, TrainedOn = null, ConsentedOn = null });
        await scheme.Hannah.Forges($$"""{"verb":"{{Verbs.SupporterList}}","id":"{{RequestCards.KeyOf(Hannah.Id)}}","version":0,"nonce":"a"}""");

        scheme.Hannah.Sees("Your training is not recorded yet");
        Assert.False(await IsShownAsync(scheme));
    }

    [Fact]
    [Trait("Requirement", "S2-23")]
    public async Task Where_no_date_suits_the_coordinator_hears_of_it_and_each_new_date_is_offered()
    {
        var dates = new[] { "2027-01-14", "2027-01-21" }.Select(day => new TrainingDate(Guid.NewGuid(), Authority.Programme.Id, SchoolTime.Date(day), null, null));
        var scheme = Volunteers.Scheme(
            "2026-11-24T10:00",
            [Authority.Supporter(Hannah) with { State = SupporterState.CriteriaChecked, TrainedOn = null, ConsentedOn = null }, LocalSettings.None with { TrainingDates = [.. dates] }]);
        await scheme.Hannah.Says("training");
        scheme.Hannah.Sees("Book Thursday 14 January 2027", "Book Thursday 21 January 2027");
        await scheme.Hannah.Presses(Verbs.TrainingNoneSuit);

        scheme.Hannah.Sees("Sam Reid will look for other dates");
        Assert.Equal((TaskKind.Approval, (PersonId?)Hannah.Id), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().Person));
    }

    [Fact]
    [Trait("Requirement", "S2-25")]
    public async Task An_offer_can_be_withdrawn_in_two_presses()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00", Volunteers.Waiting(Hannah));
        await scheme.Hannah.Says("my role");
        await scheme.Hannah.Presses(Verbs.SupporterLeave);
        await scheme.Hannah.Presses(Verbs.SupporterLeaveConfirm);

        Assert.Equal(SupporterState.Left, Profile(scheme).State);
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    private static async Task<Scheme> WithProfileAsync()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Hannah.Says("offer support");
        await scheme.Hannah.Fills(Verbs.SupporterSave, (InputIds.Summary, Volunteers.Summary), (InputIds.Willing, "true"));
        return scheme;
    }

    private static SupporterProfile Profile(Scheme scheme) => scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Hannah.Id);

    private static async Task<bool> IsShownAsync(Scheme scheme) => await ShownToAmiraAsync(scheme) is not null;

    private static async Task<Message?> ShownToAmiraAsync(Scheme scheme)
    {
        var amira = scheme.Of(Authority.Amira);
        await amira.Says("start again");
        await amira.DescribesWhatWouldHelp(note: null);
        while (amira.Has(Verbs.SupportersMore) && amira.News.Any(message => message.Buttons.Any(button => button.Verb == Verbs.SupportersMore))
            && !amira.News.Any(message => message.Text.StartsWith("Hannah Cole", StringComparison.Ordinal)))
        {
            await amira.Presses(Verbs.SupportersMore);
        }

        return amira.News.LastOrDefault(message => message.Text.StartsWith("Hannah Cole", StringComparison.Ordinal));
    }

    /// <summary>The heading, the facts and the summary: what a profile card says about a person.</summary>
    private static List<string> Facts(Message message) =>
    [
        .. message.Card!.Body.OfType<AdaptiveTextBlock>().Take(1).Select(block => block.Text),
        .. message.Card.Body.OfType<AdaptiveFactSet>().SelectMany(set => set.Facts).Select(fact => $"{fact.Title}: {fact.Value}"),
        .. message.Card.Body.OfType<AdaptiveContainer>().SelectMany(box => box.Items).OfType<AdaptiveRichTextBlock>().SelectMany(block => block.Inlines).Select(run => run.Text),
    ];
}
