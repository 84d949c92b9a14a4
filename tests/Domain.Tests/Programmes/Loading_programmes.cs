using System.Globalization;
using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Tests.Programmes;

public sealed class Loading_programmes
{
    [Fact]
    [Trait("Requirement", "A-20")]
    public void All_five_shipped_definitions_load()
    {
        Assert.Equal(
            ["aspiring-middle-leaders", "cld-peer-mentoring", "headteacher-peer-support", "peer-coaching", "peer-learning-groups"],
            Definitions.Catalogue.Programmes.Select(programme => programme.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>A participant of "this session" is not asked about "this cycle".</summary>
    [Fact]
    public void Each_definition_asks_for_feedback_in_its_own_words()
    {
        foreach (var programme in Definitions.Catalogue.Programmes)
        {
            var (cycle, meeting) = (Word(programme.Vocabulary.Cycle), Word(programme.Vocabulary.Meeting));
            foreach (var question in programme.Feedback.Questions.Select(question => question.Text.In("en-GB")))
            {
                if (!cycle.StartsWith("cycle", StringComparison.Ordinal))
                    Assert.DoesNotContain("this cycle", question);
                if (meeting != "meeting")
                    Assert.DoesNotContain("meetings", question);
            }
        }

        static string Word(LocalText text) => text.In("en-GB").ToLowerInvariant();
    }

    [Fact]
    [Trait("Requirement", "S2-18")]
    [Trait("Requirement", "S2-19")]
    public void Limits_come_with_their_force_and_source()
    {
        var limits = Definitions.Programme(Definitions.Headteachers).Cycle.Limits;

        Assert.Equal(new Limit(6, LimitStrength.Block, "S2-18"), limits.InPersonMeetings);
        Assert.Equal(new Limit(6, LimitStrength.Block, "S2-19"), limits.Months);
        Assert.Null(limits.TotalMeetings);
        Assert.True(limits.InitialCountsIfInPerson);
    }

    [Fact]
    [Trait("Requirement", "S0-10")]
    public void A_suggested_length_is_for_both_to_confirm_and_a_ceiling_is_not()
    {
        var meeting = Definitions.Programme("aspiring-middle-leaders").Cycle.Meeting;

        Assert.Equal(new Limit(20, LimitStrength.Confirm, "S0-10"), meeting.MinMinutes);
        Assert.Equal(new Limit(40, LimitStrength.Confirm, "S0-10"), meeting.MaxMinutes);
        Assert.Equal([MeetingMode.Teams, MeetingMode.InPerson], meeting.Modes);
    }

    [Fact]
    [Trait("Requirement", "S2-39")]
    [Trait("Requirement", "S2-40")]
    public void Times_days_and_zone_are_values_that_rules_can_use()
    {
        var programme = Definitions.Programme(Definitions.Headteachers);

        Assert.Equal(DateTimeZoneProviders.Tzdb["Europe/London"], programme.Zone);
        Assert.Equal(new ContactWindow(new(8, 30), new(17, 30)), programme.Boundaries.ContactWindow);
        Assert.Equal(
            new SessionWindow(SessionBasis.SchoolDayPlus, new(8, 30), new(15, 30), 30, new(17, 30)), programme.Boundaries.SessionWindow);
        Assert.Equal(
            [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
            programme.Boundaries.Days.Order());
        Assert.Equal(LimitStrength.Block, programme.Boundaries.Strength);
    }

    [Fact]
    public void The_five_programmes_choose_in_five_ways()
    {
        var programmes = Definitions.Catalogue.Programmes;

        Assert.Equal(
            Enum.GetValues<MatchingModel>().Order(), programmes.Select(programme => programme.Matching.Model).Distinct().Order());
    }

    [Theory]
    [InlineData("status", "draft active paused closed")]
    [InlineData("jurisdiction", "england wales scotland northern-ireland australia-nsw australia-vic")]
    [InlineData("stance.mode", "listening coaching solution-focused support-and-challenge mutual-learning")]
    [InlineData("stance.adviceAllowed", "no only-if-asked yes")]
    [InlineData("stance.agendaSetBy", "requester mutual group")]
    [InlineData("relationship.shape", "pair group")]
    [InlineData("roles[0].id", "requester supporter coordinator named-contact facilitator supervisor group-lead member")]
    [InlineData("eligibility.supporter[2].kind", "organisation-type job-role years-experience inspection declaration")]
    [InlineData("eligibility.supporter[2].kind", "training membership approval")]
    [InlineData("eligibility.supporter[2].evidence", "self-declared coordinator-checked register")]
    [InlineData("eligibility.supporter[2].force", "must coordinator-decides prompt")]
    [InlineData("training.mustCompleteBefore", "listing first-meeting")]
    [InlineData("matching.model", "requester-chooses-profile mutual-choice pre-nominated facilitator-assigns group-former")]
    [InlineData("matching.profileFields[0].source", "register supporter derived")]
    [InlineData("matching.onDecline", "next-preference return-to-requester coordinator")]
    [InlineData("matching.onNoResponse", "next-preference return-to-requester coordinator")]
    [InlineData("matching.coordinatorApproval", "none before-supporter-asked before-introduction")]
    [InlineData("matching.firstContactBy", "supporter requester either")]
    [InlineData("matching.conflictRules[0].test", "same-organisation same-trust-or-federation line-management")]
    [InlineData("matching.conflictRules[0].test", "declared-conflict previous-pair")]
    [InlineData("matching.conflictRules[0].action", "block warn prefer allow")]
    [InlineData("cycle.clockStarts", "acceptance first-meeting programme-date")]
    [InlineData("cycle.meeting.modes[0]", "teams in-person phone-work")]
    [InlineData("cycle.limits.months.strength", "block confirm advise")]
    [InlineData("cycle.review.when", "at-limit each-cycle none")]
    [InlineData("cycle.review.extension.agreedBy[0]", "requester supporter coordinator")]
    [InlineData("boundaries.strength", "block confirm advise")]
    [InlineData("boundaries.sessionWindow.basis", "school-day-plus fixed own-working-hours")]
    [InlineData("boundaries.insetDays", "allow warn block")]
    [InlineData("boundaries.bankHolidays.division", "england-and-wales scotland northern-ireland none")]
    [InlineData("boundaries.bankHolidays.action", "block warn ignore")]
    [InlineData("boundaries.personalPhone", "never not-collected")]
    [InlineData("selfEvaluation.occasions[0]", "before midway after")]
    [InlineData("selfEvaluation.visibility", "owner-only owner-may-share-with-partner")]
    [InlineData("journal.requester", "off encouraged")]
    [InlineData("journal.supporter", "off if-both-agree encouraged")]
    [InlineData("journal.visibility", "owner-only owner-may-share-with-partner")]
    [InlineData("confidentiality.disclosure.contactedBy", "supporter anyone")]
    [InlineData("feedback.from[0]", "requester supporter member")]
    [InlineData("feedback.askAfter", "cycle-closed each-meeting term")]
    [InlineData("feedback.questions[0].type", "scale choice yes-no text permission")]
    public void Every_word_that_the_schema_knows_is_read_as_the_member_of_that_name(string path, string words)
    {
        foreach (var word in words.Split(' '))
        {
            var json = Definitions.Json();
            json.At(path).ReplaceWith(word);
            using var document = System.Text.Json.JsonDocument.Parse(json.ToJsonString());

            var programme = Programme.Read(document.RootElement);

            Assert.Equal(Name(word), Member(programme, path));
        }

        static string Name(string word) => word.Replace("-", "", StringComparison.Ordinal);
    }

    /// <summary>What a programme has at a path, in small letters.</summary>
    private static string Member(object at, string path)
    {
        foreach (var part in path.Split('.'))
        {
            var name = part.Split('[')[0];
            at = at.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!.GetValue(at)!;
            if (part.Contains('['))
                at = ((System.Collections.IList)at)[int.Parse(part.Split('[', ']')[1], CultureInfo.InvariantCulture)]!;
        }

        return at.ToString()!.ToLowerInvariant();
    }

    [Fact]
    public void Days_go_by_their_first_three_letters()
    {
        Assert.Equal(
            Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None),
            Days("""["sun", "sat", "fri", "thu", "wed", "tue", "mon"]"""));
        Assert.Equal([IsoDayOfWeek.Wednesday, IsoDayOfWeek.Sunday], Days("""["sun", "wed"]"""));

        static IEnumerable<IsoDayOfWeek> Days(string words) =>
            Definitions.Changed(json => json.Put("boundaries.days", words)).Boundaries.Days.Order();
    }

    [Fact]
    public void A_field_left_out_has_the_default_of_the_schema()
    {
        var programme = Definitions.Changed(json =>
        {
            json.Put("relationship.oneSubjectPerCycle", "");
            json.Put("relationship.eitherMayWithdraw", "");
            json.Put("eligibility.recheckMonths", "");
            json.Put("cycle.stalledAfterSchoolDays", "");
            json.Put("journal.maxLength", "");
            json.Put("feedback.maxReminders", "");
            json.Put("matching.spreadDimensions", "");
            json.Put("purpose.supporterBenefits", "");
            json.Put("selfEvaluation.nameAndDateOptional", "");
        });

        Assert.False(programme.Relationship.OneSubjectPerCycle);
        Assert.True(programme.Relationship.EitherMayWithdraw);
        Assert.Equal(12, programme.Eligibility.RecheckMonths);
        Assert.Equal(20, programme.Cycle.StalledAfterSchoolDays);
        Assert.Equal(1000, programme.Journal.MaxLength);
        Assert.Equal(2, programme.Feedback.MaxReminders);
        Assert.Empty(programme.Matching.SpreadDimensions);
        Assert.Empty(programme.Purpose.SupporterBenefits);
        Assert.True(programme.SelfEvaluation.NameAndDateOptional);
        Assert.True(programme.Feedback.Questions[0].Reportable);
    }

    [Fact]
    public void A_criterion_says_what_it_tests()
    {
        var eligibility = Definitions.Programme(Definitions.Headteachers).Eligibility;

        Assert.Equal(["headteacher", "head-of-school"], Assert.IsType<CriterionTest.Policy>(eligibility.Requester[1].Test).Accept);
        Assert.Equal(new CriterionTest.AtLeast(5), eligibility.Supporter[0].Test);
        Assert.Contains("report card", Assert.IsType<CriterionTest.Policy>(eligibility.Supporter[1].Test).CoordinatorDecides);
        Assert.IsType<CriterionTest.IsTrue>(eligibility.Supporter[2].Test);
    }

    [Fact]
    public void A_text_without_the_wanted_language_is_shown_in_English()
    {
        var name = Definitions.Changed(json => json.Put("name", """{"en-GB": "Peer support", "cy-GB": "Cymorth gan gymheiriaid"}""")).Name;

        Assert.Equal("Cymorth gan gymheiriaid", name.In("cy-GB"));
        Assert.Equal("Cymorth gan gymheiriaid", name.In("CY-gb"));
        Assert.Equal("Peer support", name.In("gd-GB"));
        Assert.Equal("Peer support", name.In(null));
    }

    [Fact]
    [Trait("Requirement", "A-20")]
    public void Each_text_may_be_given_by_language_and_the_rules_stay_the_same()
    {
        var programme = Definitions.Changed(json =>
        {
            json.Put("locales", """["en-GB", "cy-GB"]""");
            json.Put("purpose.aims", """[{"en-GB": "To talk", "cy-GB": "I siarad"}, "To think"]""");
            json.Put("roles[0].label", """{"en-GB": "Head", "cy-GB": "Pennaeth"}""");
        });

        Assert.Equal(["To talk", "To think"], programme.Purpose.Aims);
        Assert.Equal(["I siarad", "To think"], programme.In("cy-GB").Purpose.Aims);
        Assert.Equal("Pennaeth", programme.In("cy-GB").Roles[0].Label);
        Assert.Equal(programme.Key, programme.In("cy-GB").Key);
        Assert.Equal(programme.Cycle.Limits, programme.In("cy-GB").Cycle.Limits);
        Assert.Same(programme, programme.In("gd-GB"));
        Assert.Same(programme, programme.In(null));
    }

    [Fact]
    public void Contacts_are_keys_and_all_of_them_can_be_listed()
    {
        Assert.Equal(
            ["la-named-contact", "la-peer-support-coordinator", "la-supervision", "noss"],
            Definitions.Programme(Definitions.Headteachers).ContactRefs.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Counted by the memory that it takes, which is the same on a busy machine and on an idle one. The time itself, which has to stay below
    /// 100 ms, is measured by the benchmark "definitions".
    /// </summary>
    [Fact]
    public void Reading_all_five_costs_no_more_than_its_size_explains()
    {
        var files = Directory.GetFiles(ProgrammeCatalogue.ShippedFolder, "*.json", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var library = ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow();
        Load();

        var load = Allocated(Load);
        var parse = Allocated(() => files.ForEach(file => System.Text.Json.Nodes.JsonNode.Parse(file)!.ToJsonString()));

        // Reading, checking against the schema and every rule, beside reading and writing the same text.
        Assert.True(load < 15 * parse, $"{load} bytes against {parse} bytes");

        void Load() => ProgrammeCatalogue.Load(ProgrammeCatalogue.ShippedFolder, library).OrThrow();
    }

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
