using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.People;

public sealed class A_supporter
{
    private static Listing List(SupporterProfile profile, Person? person = null, Organisation? organisation = null) =>
        profile.List(Staff.Heads, person ?? Staff.Peter, organisation ?? Staff.Hillside, Staff.Today);

    private static IReadOnlyList<ProfileFault> Faults(Listing listing) => Assert.IsType<Listing.Refused>(listing).Faults;

    [Fact]
    [Trait("Requirement", "S2-23")]
    public void Goes_from_interest_by_criteria_and_training_to_the_list()
    {
        var interested = SupporterProfile.Interested(Staff.Peter.Id, Staff.Heads) with { Summary = "Head of two schools." };
        var listed = List(Taken(Taken(Taken(interested.PassCriteria()).BookTraining(new(2026, 11, 1))).CompleteTraining(new(2026, 11, 1))));

        var profile = Assert.IsType<Listing.Listed>(listed).Profile;
        Assert.Equal((SupporterState.Listed, Staff.Today, 1), (profile.State, profile.ConsentedOn, profile.Capacity));
        Assert.True(profile.IsAvailableOn(Staff.Today, Staff.Heads));
    }

    [Fact]
    [Trait("Requirement", "S2-23")]
    public void Cannot_book_training_before_the_criteria_are_met()
    {
        var interested = SupporterProfile.Interested(Staff.Peter.Id, Staff.Heads);

        Assert.Equal(new SupporterStep.NotDue(SupporterState.Interested), interested.BookTraining(new(2027, 1, 14)));
        Assert.Equal(new SupporterStep.NotDue(SupporterState.Interested), interested.CompleteTraining(Staff.Today));
    }

    public static TheoryData<string, Func<Organisation, Organisation>> RegisterFields => new()
    {
        { "region", organisation => organisation with { Region = null } },
        { "region", organisation => organisation with { Region = " " } },
        { "size", organisation => organisation with { PupilCount = null } },
        { "schoolType", organisation => organisation with { SchoolType = null } },
        { "phase", organisation => organisation with { Phase = null } },
    };

    [Theory]
    [MemberData(nameof(RegisterFields))]
    [Trait("Requirement", "S2-15")]
    public void Is_not_listed_with_a_field_of_the_profile_missing(string field, Func<Organisation, Organisation> without)
    {
        var fault = Assert.Single(Faults(List(Staff.PeterTrained, organisation: without(Staff.Hillside))));

        Assert.Equal(field, Assert.IsType<ProfileFault.FieldMissing>(fault).Field.Id);
    }

    [Theory]
    [Trait("Requirement", "S2-15")]
    [InlineData("", typeof(ProfileFault.FieldMissing))]
    [InlineData("   ", typeof(ProfileFault.FieldMissing))]
    [InlineData("Ring me on 07700 900123", typeof(ProfileFault.PhoneNumber))]
    [InlineData("Write to p.lloyd@school.example.", typeof(ProfileFault.EmailAddress))]
    public void Is_not_listed_with_a_summary_that_may_not_be_shown(string summary, Type fault) =>
        Assert.IsType(fault, Assert.Single(Faults(List(Staff.PeterTrained with { Summary = summary }))));

    [Theory]
    [Trait("Requirement", "S2-15")]
    [InlineData(600, true)]
    [InlineData(601, false)]
    public void Has_six_hundred_characters_for_the_summary(int length, bool listed) =>
        Assert.Equal(listed, List(Staff.PeterTrained with { Summary = new('a', length) }) is Listing.Listed);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Offers_between_one_place_and_the_most_of_the_programme(int capacity) =>
        Assert.Equal([new ProfileFault.CapacityOutOfRange(3)], Faults(List(Staff.PeterTrained with { Capacity = capacity })));

    [Theory]
    [Trait("Requirement", "S2-07")]
    [InlineData(SupporterState.CriteriaChecked)]
    [InlineData(SupporterState.TrainingBooked)]
    [InlineData(SupporterState.Trained)]
    [InlineData(SupporterState.Paused)]
    public void Is_not_listed_without_a_training_record_whatever_else_is_approved(SupporterState state) =>
        Assert.Equal([new ProfileFault.NotTrained()], Faults(List(Staff.PeterTrained with { State = state, TrainedOn = null })));

    [Fact]
    [Trait("Requirement", "S2-07")]
    public void Is_not_listed_before_the_day_of_the_training() =>
        Assert.Equal([new ProfileFault.NotTrained()], Faults(List(Staff.PeterTrained with { TrainedOn = Staff.Today.PlusDays(1) })));

    [Fact]
    public void Is_not_listed_again_after_leaving_without_the_steps_before()
    {
        var left = Staff.PeterListed.Leave();

        Assert.Null(left.ConsentedOn);
        Assert.Equal([new ProfileFault.NotDue(SupporterState.Left)], Faults(List(left)));
    }

    [Fact]
    public void Of_a_programme_without_a_training_gate_needs_the_criteria_only()
    {
        var programme = Definitions.Changed(json =>
        {
            json.Put("training.required", "false");
            json.Put("training.mustCompleteBefore", "null");
        });
        var profile = Staff.PeterTrained with { State = SupporterState.CriteriaChecked, TrainedOn = null };

        Assert.IsType<Listing.Listed>(profile.List(programme, Staff.Peter, Staff.Hillside, Staff.Today));
        Assert.IsType<Listing.Refused>(
            (profile with { State = SupporterState.Interested }).List(programme, Staff.Peter, Staff.Hillside, Staff.Today));
    }

    [Fact]
    [Trait("Requirement", "S2-25")]
    public void May_pause_and_come_back_and_a_pause_with_a_day_ends_by_itself()
    {
        var february = new LocalDate(2027, 2, 1);
        var paused = Taken(Staff.PeterListed.PauseUntil(february));

        Assert.False(paused.IsAvailableOn(february.PlusDays(-1), Staff.Heads));
        Assert.True(paused.IsPausedOn(february.PlusDays(-1)));
        Assert.True(paused.IsAvailableOn(february, Staff.Heads));

        var open = Taken(Staff.PeterListed.Pause());
        Assert.False(open.IsAvailableOn(february, Staff.Heads));
        Assert.True(Taken(open.Resume()).IsAvailableOn(Staff.Today, Staff.Heads));
    }

    [Fact]
    [Trait("Requirement", "A-04")]
    public void Gives_away_each_place_once()
    {
        var full = Assert.IsType<PlaceTaking.Taken>(Staff.PeterListed.TakePlace()).Profile;

        Assert.IsType<PlaceTaking.Full>(full.TakePlace());
        Assert.False(full.IsAvailableOn(Staff.Today, Staff.Heads));
        Assert.True(full.FreePlace().HasRoom);
        Assert.Equal(0, full.FreePlace().FreePlace().ActiveCycles);
    }

    [Fact]
    [Trait("Requirement", "S2-15")]
    [Trait("Requirement", "A-02")]
    public void Is_shown_with_name_region_size_type_phase_and_summary_and_nothing_else()
    {
        var shown = PublicProfile.Of(Staff.PeterListed, Staff.Heads, Staff.Peter, Staff.Hillside);

        Assert.Equal("Peter Lloyd", shown.Name);
        Assert.Equal(
            [
                ("region", new ProfileValue.Words("South")),
                ("size", new ProfileValue.Size(SizeBand.From100To210)),
                ("schoolType", new ProfileValue.Words("Federation, rural")),
                ("phase", new ProfileValue.Words("Primary")),
                ("background", (ProfileValue)new ProfileValue.Words("Head of two small schools; coaching.")),
            ],
            shown.Facts.Select(fact => (fact.Field.Id, fact.Value)));
        Assert.DoesNotContain(Staff.Peter.Email, shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_shown_with_the_fields_of_the_programme()
    {
        var profile = Staff.PeterListed with
        {
            Summary = "Likes to be challenged.",
            Details = new Dictionary<string, string> { ["section"] = "Adult learning" },
        };

        var shown = PublicProfile.Of(profile, Definitions.Programme("cld-peer-mentoring"), Staff.Peter, Staff.Hillside);

        Assert.Equal(
            [("authority", "Shropshire"), ("section", "Adult learning"), ("about", "Likes to be challenged.")],
            shown.Facts.Select(fact => (fact.Field.Id, ((ProfileValue.Words)fact.Value).Text)));
    }

    [Theory]
    [InlineData(0, SizeBand.Under100)]
    [InlineData(99, SizeBand.Under100)]
    [InlineData(100, SizeBand.From100To210)]
    [InlineData(210, SizeBand.From100To210)]
    [InlineData(211, SizeBand.From211To420)]
    [InlineData(420, SizeBand.From211To420)]
    [InlineData(421, SizeBand.From421To1000)]
    [InlineData(1000, SizeBand.From421To1000)]
    [InlineData(1001, SizeBand.Over1000)]
    public void Has_a_school_of_a_size_band(int pupils, SizeBand band) => Assert.Equal(band, SizeBands.Of(pupils));

    [Fact]
    public void Keeps_to_the_zone_of_the_programme_unless_they_have_their_own()
    {
        Assert.Equal("Europe/London", Staff.Peter.ZoneIn(Staff.Heads).Id);
        Assert.Equal("Australia/Sydney", (Staff.Peter with { TimeZone = "Australia/Sydney" }).ZoneIn(Staff.Heads).Id);
        Assert.Equal("Europe/London", (Staff.Peter with { TimeZone = "Moon/Crater" }).ZoneIn(Staff.Heads).Id);
    }

    private static SupporterProfile Taken(SupporterStep step) => Assert.IsType<SupporterStep.Taken>(step).Profile;
}
