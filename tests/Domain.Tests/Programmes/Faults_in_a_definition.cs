using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Tests.Programmes;

public sealed class Faults_in_a_definition
{
    /// <summary>Where a value is put, the value, where the problem is named, and a part of its sentence.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        // Shape
        { "matching.maxPreference", "3", "$.matching.maxPreference", "no field of this name; the fields here are model, profileFields" },
        { "vocabulary.requester", "", "$.vocabulary.requester", "an object with en-GB, but the field is missing" },
        { "boundaries.contactWindow.to", "", "$.boundaries.contactWindow.to", "a text, but the field is missing" },
        { "version", "\"1\"", "$.version", "a whole number of 1 or more, found \"1\"" },
        { "version", "0", "$.version", "a whole number of 1 or more, found 0" },
        { "version", "1.5", "$.version", "a whole number of 1 or more, found 1.5" },
        { "id", "\"Heads!\"", "$.id", "a text that matches" },
        { "id", "\"heads\\n\"", "$.id", "a text that matches" },
        { "status", "\"running\"", "$.status", "one of \"draft\", \"active\", \"paused\", \"closed\", found \"running\"" },
        { "schemaVersion", "\"2.0\"", "$.schemaVersion", "\"1.0\", found \"2.0\"" },
        { "locales", "[]", "$.locales", "a list of at least 1, found an empty list" },
        { "locales", "[\"en-GB\", \"French\"]", "$.locales[1]", "a text that matches ^[a-z]{2,3}" },
        { "purpose.aims", "[{\"cy-GB\": \"Nod\"}]", "$.purpose.aims[0].en-GB", "a text, but the field is missing" },
        { "purpose.aims", "[5]", "$.purpose.aims[0]", "a text or an object with en-GB, found 5" },
        { "stance.reciprocal", "\"no\"", "$.stance.reciprocal", "true or false, found \"no\"" },
        { "matching.maxPreferences", "6", "$.matching.maxPreferences", "a whole number from 0 to 5, found 6" },
        { "training.mustCompleteBefore", "\"never\"", "$.training.mustCompleteBefore", "one of \"listing\", \"first-meeting\", null" },
        { "groups", "[]", "$.groups", "null or an object with minSize" },
        { "name", "{\"cy-GB\": \"Cymorth\"}", "$.name.en-GB", "a text, but the field is missing" },
        { "name.en-GB", "\" \"", "$.name.en-GB", "words in en-GB, found an empty text" },
        { "feedback.questions[0].text.en-GB", "\"\"", "$.feedback.questions[0].text.en-GB", "words in en-GB" },

        // Limits carry their force
        {
            "cycle.limits.months.strength", "",
            "$.cycle.limits.months.strength", "one of \"block\", \"confirm\", \"advise\", but the field is missing"
        },
        { "cycle.limits.months", "6", "$.cycle.limits.months", "null or an object with value, strength, source, found 6" },
        {
            "cycle.limits.months.strength", "\"hard\"",
            "$.cycle.limits.months.strength", "one of \"block\", \"confirm\", \"advise\", found \"hard\""
        },
        { "cycle.limits.inPersonMeetings.value", "-1", "$.cycle.limits.inPersonMeetings.value", "a whole number of 0 or more, found -1" },
        {
            "cycle.limits.totalMeetings", "",
            "$.cycle.limits.totalMeetings", "null or an object with value, strength, source, but the field is missing"
        },

        // Time
        { "timeZone", "\"Europe/Shropshire\"", "$.timeZone", "an IANA time zone such as \"Europe/London\", found \"Europe/Shropshire\"" },
        {
            "boundaries.contactWindow.from", "\"25:00\"",
            "$.boundaries.contactWindow.from", "a time from \"00:00\" to \"23:59\", found \"25:00\""
        },
        {
            "boundaries.contactWindow.from", "\"8:30\"",
            "$.boundaries.contactWindow.from", "a time from \"00:00\" to \"23:59\", found \"8:30\""
        },
        { "boundaries.sessionWindow.latestEnd", "\"half five\"", "$.boundaries.sessionWindow.latestEnd", "a time from" },
        {
            "boundaries.contactWindow.from", "\"17:30\"",
            "$.boundaries.contactWindow.to", "a time after \"from\" (\"17:30\"), found \"17:30\""
        },
        { "boundaries.sessionWindow.to", "\"08:00\"", "$.boundaries.sessionWindow.to", "a time after \"from\"" },
        {
            "boundaries.sessionWindow.latestEnd", "\"15:00\"",
            "$.boundaries.sessionWindow.latestEnd", "the same time as \"to\" or a later one"
        },
        { "boundaries.sessionWindow.latestEnd", "", "$.boundaries.sessionWindow.latestEnd", "because basis is \"school-day-plus\"" },
        { "boundaries.days", "[]", "$.boundaries.days", "at least one day" },
        { "boundaries.days", "[\"mon\", \"mon\"]", "$.boundaries.days[1]", "each day once" },

        // Parts that must agree
        { "status", "\"active\"", "$.assumptions", "an empty list before status is \"active\"" },
        { "relationship.supporterCapacity.default", "4", "$.relationship.supporterCapacity.default", "at most 3" },
        { "relationship.shape", "\"group\"", "$.groups", "the rules for forming groups" },
        { "matching.model", "\"group-former\"", "$.matching.model", "\"group-former\" for groups and only for groups" },
        {
            "matching.remindAfterWorkingDays", "5",
            "$.matching.remindAfterWorkingDays", "fewer days than responseWindowWorkingDays (5), found 5"
        },
        { "matching.remindAfterWorkingDays", "-2", "$.matching.remindAfterWorkingDays", "0 or more, found -2" },
        { "matching.maxPreferences", "0", "$.matching.maxPreferences", "1 or more, because the requester chooses" },
        {
            "cycle.meeting.minMinutes", "{\"value\": 90, \"strength\": \"advise\", \"source\": \"x\"}",
            "$.cycle.meeting.minMinutes.value", "at most 60"
        },
        { "cycle.meeting.defaultMinutes", "90", "$.cycle.meeting.defaultMinutes", "at most 60" },
        { "cycle.initialMeeting.modes", "[]", "$.cycle.initialMeeting.modes", "at least one mode" },
        { "cycle.review.extension.agreedBy", "[]", "$.cycle.review.extension.agreedBy", "at least one person who agrees" },
        { "eligibility.supporter[0].value", "\"five\"", "$.eligibility.supporter[0].value", "a whole number, because operator is \">=\"" },
        { "eligibility.requester[0].operator", "\"in\"", "$.eligibility.requester[0].value", "a list of texts, because operator is \"in\"" },
        { "eligibility.requester[0].value", "", "$.eligibility.requester[0].value", "an object with the text lists accept and coordinatorDecides" },
        { "eligibility.requester[1].id", "\"maintained\"", "$.eligibility.requester[1].id", "a different id for each entry" },
        { "retentionDays.journalAfterClose", "-30", "$.retentionDays.journalAfterClose", "0 or more" },
        { "retentionDays.auditLog", "", "$.retentionDays.auditLog", "a whole number, but the field is missing" },
        { "supervision.offerEverySchoolWeeks", "null", "$.supervision.offerEverySchoolWeeks", "because supervision is offered to all" },

        // Instruments that are there
        {
            "selfEvaluation.instrumentRef", "\"cld\"",
            "$.selfEvaluation.instrumentRef", "the id of an instrument that is there (\"cld-self-evaluation\"), found \"cld\""
        },
        { "selfEvaluation.instrumentRef", "null", "$.selfEvaluation.instrumentRef", "because selfEvaluation.enabled is true" },
        { "themes.themesRef", "\"none\"", "$.themes.themesRef", "(\"cld-themes\"), found \"none\"" },
        { "questionBank.ref", "\"questions\"", "$.questionBank.ref", "(\"peer-questions\"), found \"questions\"" },
        { "questionBank.phases", "[\"arrive\", \"middle\"]", "$.questionBank.phases[1]", "one of arrive, assess" },

        // Nothing is shared or kept unless it is meant to be
        { "confidentiality.disclosure.storeContent", "true", "$.confidentiality.disclosure.storeContent", "false, found true" },
        { "feedback.shareWithSupporter.default", "\"yes\"", "$.feedback.shareWithSupporter.default", "\"no\", found \"yes\"" },
        { "feedback.questions[11].default", "\"yes\"", "$.feedback.questions[11].default", "\"no\" for a question of type \"permission\"" },
        { "feedback.questions[11].default", "", "$.feedback.questions[11].default", "\"no\" for a question of type \"permission\"" },
        { "feedback.questions[11].type", "\"choice\"", "$.feedback.questions", "exactly one question of type \"permission\"" },
        {
            "feedback.questions[1].id", "\"useful\"",
            "$.feedback.questions[1].id", "a different id for each entry of feedback.questions, found \"useful\" again"
        },
        { "feedback.questions[0].options", "[]", "$.feedback.questions[0].options", "at least 2 options" },
        {
            "owner.coordinatorContactRef", "\"officer@council.example\"",
            "$.owner.coordinatorContactRef", "a key of the contacts configuration"
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_with_file_path_and_what_is_expected(string at, string value, string path, string expectation)
    {
        var problems = Definitions.Problems(Definitions.Source(json => json.Put(at, value)));

        var problem = Assert.Single(problems, problem => problem.Path == path);
        Assert.StartsWith($"changed.json, at {path}: expected ", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(expectation, problem.Expectation, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_faults_of_all_files_are_reported_together()
    {
        var problems = Definitions.Problems(
            Definitions.Source(
                json =>
                {
                    json.Put("cycle.limits.months.strength", "");
                    json.Put("timeZone", "\"Europe/Shropshire\"");
                    json.Put("selfEvaluation.instrumentRef", "\"cld\"");
                    json.Put("unknown", "1");
                },
                name: "heads.json"),
            Definitions.Source(json => json.Put("boundaries.contactWindow.from", "\"25:00\""), "cld-peer-mentoring", "cld.json"),
            new("broken.json", "{\n  \"id\": \n}"));

        Assert.Equal(
            [
                ("broken.json", "$"),
                ("cld.json", "$.boundaries.contactWindow.from"),
                ("heads.json", "$.cycle.limits.months.strength"),
                ("heads.json", "$.selfEvaluation.instrumentRef"),
                ("heads.json", "$.timeZone"),
                ("heads.json", "$.unknown"),
            ],
            problems.Select(problem => (problem.File, problem.Path)).Order());
    }

    [Theory]
    [InlineData("{\n  \"id\": \n}", "line 3 is wrong")]
    [InlineData("{ \"id\": 1, \"id\": 2 }", "no field occurs twice")]
    [InlineData("", "valid JSON")]
    [InlineData("[]", "an object with schemaVersion, id")]
    [InlineData("null", "an object with schemaVersion, id")]
    public void A_file_that_is_no_definition_at_all_is_a_problem_and_no_crash(string text, string expectation)
    {
        var problem = Assert.Single(Definitions.Problems(new DefinitionSource("text.json", text)));

        Assert.Equal("$", problem.Path);
        Assert.Contains(expectation, problem.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_definitions_is_a_problem()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "no such folder");

        var refused = Assert.IsType<CatalogueLoad.Refused>(ProgrammeCatalogue.Load(folder, Definitions.Library));

        Assert.Equal(folder, Assert.Single(refused.Problems).File);
    }

    [Fact]
    public void Nothing_starts_with_faulty_definitions()
    {
        var load = ProgrammeCatalogue.From([Definitions.Source(json => json.Put("version", "0"))], Definitions.Library);

        var failure = Assert.Throws<InvalidDefinitionsException>(load.OrThrow);

        Assert.Equal("changed.json, at $.version: expected a whole number of 1 or more, found 0.", failure.Message);
    }

    [Fact]
    public void A_confirmed_programme_may_be_active()
    {
        var programme = Definitions.Changed(json =>
        {
            json.Put("status", "\"active\"");
            json.Put("assumptions", "[]");
        });

        Assert.Equal(ProgrammeStatus.Active, programme.Status);
    }
}
